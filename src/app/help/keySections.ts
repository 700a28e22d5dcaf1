import { allCommands } from '#app/commands/allCommands.ts';
import { toKeyCaps } from '#ui/commands/chord.ts';
import { type CommandInfo, toArea } from '#ui/commands/command.ts';
import type { FinderEntry } from '#ui/finder/rankEntries.ts';

/** One line of the help: what is done, and by which keys. */
export interface KeyLine extends FinderEntry {
  /** The chords, each as the caps that are pressed together. */
  readonly chords: readonly (readonly string[])[];
}

export interface KeySection {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** Every key, from the commands that listen to them, by area; `nameOf` gives what commands and areas are called. */
export function toKeySections(nameOf: (id: string) => string): readonly KeySection[] {
  const bound = allCommands.filter(({ keys = [] }) => keys.length > 0);
  const areas = [...new Set(bound.map(({ id }) => toArea(id)))];
  return areas.map((area) => ({
    title: nameOf(`group.${area}`),
    lines: bound.filter(({ id }) => toArea(id) === area).map((command) => toLine(command, nameOf)),
  }));
}

function toLine({ id, keys = [] }: CommandInfo, nameOf: (id: string) => string): KeyLine {
  const chords = keys.map(toKeyCaps);
  return { id, label: nameOf(id), detail: chords.map((caps) => caps.join('+')).join(' '), chords };
}
