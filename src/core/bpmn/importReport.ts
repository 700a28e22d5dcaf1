import type { ModdleElement } from 'bpmn-moddle';
import type { SheetCode } from '#core/sheets/sheetNotes.ts';

/** What happened to something that an SOP has no place for. */
export const IMPORT_CODES = [
  'event-simplified',
  'gateway-removed',
  'gateway-simplified',
  'parallel-simplified',
  'subprocess-simplified',
  'boundary-event-simplified',
  'message-flow-as-arrow',
  'message-flow-lost',
  'flow-lost',
  'annotation-as-notes',
  'data-as-text',
  'lane-guessed',
  'element-lost',
  'name-missing',
  'file-damaged',
  /** A file of ours that another program saved since. */
  'changed-elsewhere',
] as const;
export type ImportCode = (typeof IMPORT_CODES)[number];

/** One thing that an import changed or could not keep, and where it stood in the file. */
export interface ImportNote {
  readonly code: ImportCode | SheetCode;
  readonly place: string;
  readonly message: string;
}

const MOST_NOTES = 500;

/** Collects what an import loses. */
export class ImportReport {
  readonly #notes: ImportNote[] = [];

  add(code: ImportCode, place: ModdleElement | string, message: string): void {
    if (this.#notes.length >= MOST_NOTES) return;
    this.#notes.push({
      code,
      place: typeof place === 'string' ? place : toPlace(place),
      message,
    });
  }

  get notes(): readonly ImportNote[] {
    return this.#notes;
  }
}

/** `task "Memeriksa berkas"`, or with its id where it has no name. */
export function toPlace(element: ModdleElement): string {
  const type = toTypeName(element);
  const name = element.get('name');
  if (typeof name === 'string' && name.trim() !== '')
    return `${type} "${name.replace(/\s+/g, ' ').trim().slice(0, 80)}"`;
  return `${type} ${String(element.get('id') ?? '').slice(0, 80)}`.trim();
}

function toTypeName({ $type }: ModdleElement): string {
  const name = $type.slice($type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
