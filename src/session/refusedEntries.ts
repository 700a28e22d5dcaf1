import { suggestionRejectionCodes } from '#core/suggestions/checkEntry.ts';
import { parseSuggestionEntry } from '#core/suggestions/suggestionEntry.ts';
import { toRefusedName } from './deviceCopies.ts';
import type { RefusedEntry } from './suggestionsSession.ts';

/** Where a browser keeps small texts. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What an account wrote about a procedure and the server refused, kept over a reload. */
export interface RefusedEntries {
  read(): readonly RefusedEntry[];
  write(refused: readonly RefusedEntry[]): void;
}

/** `storage` is by default that of the browser; undefined keeps them as long as the page. */
export function openRefusedEntries(
  userId: string,
  procedureId: string,
  storage: TextStorage | undefined = globalThis.localStorage,
): RefusedEntries {
  const name = toRefusedName(userId, procedureId);
  return {
    read: () => parse(storage?.getItem(name) ?? '[]'),
    write: (refused) => {
      if (refused.length === 0) storage?.removeItem(name);
      else storage?.setItem(name, JSON.stringify(refused));
    },
  };
}

function parse(json: string): readonly RefusedEntry[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.flatMap(parseOne) : [];
  } catch {
    return [];
  }
}

function parseOne(value: unknown): readonly RefusedEntry[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!('id' in value && 'entry' in value && 'code' in value)) return [];
  const { id } = value;
  const code = suggestionRejectionCodes.find((each) => each === value.code);
  const parsed = parseSuggestionEntry(value.entry);
  return typeof id === 'string' && code && parsed.ok ? [{ id, entry: parsed.entry, code }] : [];
}
