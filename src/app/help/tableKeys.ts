/** Where the keyboard is in the table. */
export type TablePlace =
  /** A cell with words. */
  | 'text'
  /** Where a step's row and an actor's column meet. */
  | 'place'
  /** A row's number. */
  | 'number'
  /** An actor's name. */
  | 'actor';

/** What a key of the table does; its name is the text `help:table.<id>`. */
export interface TableKey {
  readonly id: string;
  readonly place: TablePlace;
  /** As `parseChord` reads them. */
  readonly keys: readonly string[];
}

/** The keys of the table, where they count. A test presses each of them. */
export const tableKeys = [
  { id: 'move', place: 'text', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  { id: 'rowEnds', place: 'text', keys: ['Home', 'End'] },
  { id: 'ends', place: 'text', keys: ['Ctrl+Home', 'Ctrl+End'] },
  { id: 'edit', place: 'text', keys: ['Enter', 'F2'] },
  { id: 'addBelow', place: 'text', keys: ['Ctrl+Enter'] },
  { id: 'clear', place: 'text', keys: ['Delete'] },
  { id: 'moveStep', place: 'text', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { id: 'terminator', place: 'place', keys: ['m'] },
  { id: 'process', place: 'place', keys: ['p'] },
  { id: 'decision', place: 'place', keys: ['k', 'd'] },
  { id: 'exits', place: 'place', keys: ['1', '2', '3'] },
  { id: 'panel', place: 'place', keys: ['Enter'] },
  { id: 'joint', place: 'place', keys: ['j'] },
  { id: 'moveSymbol', place: 'place', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  { id: 'removeSymbol', place: 'place', keys: ['Delete'] },
  { id: 'removeStep', place: 'number', keys: ['Delete'] },
  { id: 'addActor', place: 'actor', keys: ['Ctrl+Enter'] },
  { id: 'moveActor', place: 'actor', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
  { id: 'leave', place: 'text', keys: ['Escape'] },
] as const satisfies readonly TableKey[];
