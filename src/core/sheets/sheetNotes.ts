/** What was assumed where a spreadsheet left something open. */
export const SHEET_CODES = [
  'step-added',
  'actor-added',
  'symbol-assumed',
  'flow-assumed',
  'flow-doubled',
  'label-lost',
  'numbers-split',
  'step-unreached',
  'details-lost',
] as const;
export type SheetCode = (typeof SHEET_CODES)[number];

/** One thing that was assumed or lost, and the cell where. */
export interface SheetNote {
  readonly code: SheetCode;
  readonly place: string;
  readonly message: string;
}

const MOST_NOTES = 500;

export class SheetNotes {
  readonly #notes: SheetNote[] = [];

  add(code: SheetCode, place: string, message: string): void {
    if (this.#notes.length < MOST_NOTES) this.#notes.push({ code, place, message });
  }

  get all(): readonly SheetNote[] {
    return this.#notes;
  }
}
