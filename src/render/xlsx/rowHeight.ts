import { measureText } from '#core/layout/text/measureText.ts';
import { shapeText } from '#core/layout/text/shapeText.ts';
import type { FontWeight, TypeFamily } from '#core/layout/text/widthTable.ts';
import { wrapText } from '#core/layout/text/wrapText.ts';
import type { SheetValue } from '#core/sheets/sheet.ts';

/** Size of the letters on the data sheets, in pt. */
export const DATA_SIZE = 10;

/** A column's width counts digits of 7 px. */
const PT_PER_CHARACTER = 5.25;
/** What a cell keeps free at its sides, and a little for programs whose letters are wider, in pt. */
const SIDES = 6;
const LINE = DATA_SIZE * 1.25;
const ABOVE_AND_BELOW = 3;
/** The highest row of a spreadsheet, in pt. */
const MAX_HEIGHT = 409;

export interface RowLook {
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly family: TypeFamily;
  readonly weight: FontWeight;
}

/** How wide a column must be for a word, in characters. */
export function toColumnWidth(word: string, family: TypeFamily): number {
  const width = measureText(word, { size: DATA_SIZE, weight: 'regular', family });
  return Math.ceil((width + SIDES) / PT_PER_CHARACTER);
}

/** How high a row must be for all lines of its wrapped texts, in pt; not every program finds out itself. */
export function toRowHeight(
  row: readonly SheetValue[],
  { widths, family, weight }: RowLook,
): number {
  const counts = row.map((value, column) => {
    if (typeof value !== 'string') return 1;
    const width = (widths[column] ?? 0) * PT_PER_CHARACTER - SIDES;
    return wrapText(shapeText(value, weight, family), width / DATA_SIZE).length;
  });
  return Math.min(MAX_HEIGHT, Math.max(1, ...counts) * LINE + ABOVE_AND_BELOW);
}
