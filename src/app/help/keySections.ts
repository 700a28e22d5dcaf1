import { allCommands } from '#app/commands/allCommands.ts';
import { toKeyCaps } from '#ui/commands/chord.ts';
import { type CommandInfo, toArea } from '#ui/commands/command.ts';
import type { FinderEntry } from '#ui/finder/rankEntries.ts';
import { tableKeys } from './tableKeys.ts';

/** One line of the help: what is done, and by which keys. */
export interface KeyLine extends FinderEntry {
  /** The chords, each as the caps that are pressed together. */
  readonly chords: readonly (readonly string[])[];
}

export interface KeySection {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** How things are called in the person's language. */
export interface KeyNames {
  command(id: string): string;
  table(id: (typeof tableKeys)[number]['id']): string;
  readonly tableTitle: string;
}

/** Every key, from the commands that listen to them: the document, the canvas, the table. */
export function toKeySections(names: KeyNames): readonly KeySection[] {
  const bound = allCommands.filter(({ keys = [] }) => keys.length > 0);
  const areas = [...new Set(bound.map(({ id }) => toArea(id)))];
  return [
    ...areas.map((area) => ({
      title: names.command(`group.${area}`),
      lines: bound
        .filter(({ id }) => toArea(id) === area)
        .map(({ id, keys = [] }: CommandInfo) => toLine(id, names.command(id), keys)),
    })),
    {
      title: names.tableTitle,
      lines: tableKeys.map(({ id, keys }) => toLine(`table.${id}`, names.table(id), keys)),
    },
  ];
}

function toLine(id: string, label: string, keys: readonly string[]): KeyLine {
  const chords = keys.map(toKeyCaps);
  return { id, label, detail: chords.map((caps) => caps.join('+')).join(' '), chords };
}
