import type { FileProblem, FileReason } from '#core/model/fileProblem.ts';
import { toKey } from './addresses.ts';
import { type FoundSheet, type FoundValue, toCellName } from './sheet.ts';

interface CellReason {
  readonly reason: FileReason;
  readonly word?: string;
}

/** A cell that cannot be understood; caught where the sheets are read. */
export class CellProblem extends Error {
  override readonly name = 'CellProblem';
  /** `Data!E7`. */
  readonly place: string;

  readonly reason: FileReason;
  /** What stands in the cell, or what is missing there. */
  readonly word: string | undefined;

  constructor(place: string, message: string, { reason, word }: CellReason) {
    super(message);
    this.place = place;
    this.reason = reason;
    this.word = word;
  }

  /** The same for whoever reads the result. */
  toFileProblem(): FileProblem {
    const { place, message, reason, word } = this;
    return { place, message, reason, ...(word !== undefined && { word }) };
  }
}

/** One row below the titles, its cells by title. */
export interface FoundRow<Column extends string> {
  /** The cell's value as text, exactly; undefined when blank. */
  readonly text: (column: Column) => string | undefined;
  /** The same without surrounding space; undefined when nothing is left. */
  readonly word: (column: Column) => string | undefined;
  readonly value: (column: Column) => FoundValue;
  /** `Data!E7`. */
  readonly place: (column: Column) => string;
  readonly isBlank: boolean;
}

/**
 * The rows of a sheet, with columns found by their titles in the first row that has them, in any
 * order. A missing column reads as blank, unless it is one of `needed`.
 */
export function toTable<Column extends string>(
  sheet: FoundSheet,
  titles: Readonly<Record<Column, string>>,
  needed: readonly NoInfer<Column>[],
): readonly FoundRow<Column>[] {
  const head = sheet.rows.findIndex((row) =>
    needed.every((column) => findColumn(row, titles[column]) >= 0),
  );
  const missing = needed[0];
  if (head < 0 && missing !== undefined)
    throw new CellProblem(
      toCellName(sheet.name, 0, 0),
      `has no row of titles with ${toTitles(needed, titles)}`,
      { reason: 'no-titles', word: toTitles(needed, titles) },
    );
  const titleRow = sheet.rows[head] ?? [];
  const columnOf = (column: Column) => findColumn(titleRow, titles[column]);
  return sheet.rows
    .slice(head + 1)
    .map((cells, index) =>
      toRow(cells, columnOf, (column) =>
        toCellName(sheet.name, head + 1 + index, Math.max(0, column)),
      ),
    );
}

function findColumn(row: readonly FoundValue[], title: string): number {
  return row.findIndex((value) => typeof value === 'string' && toKey(value) === toKey(title));
}

function toRow<Column extends string>(
  cells: readonly FoundValue[],
  columnOf: (column: Column) => number,
  toPlace: (column: number) => string,
): FoundRow<Column> {
  const value = (column: Column) => cells[columnOf(column)];
  const text = (column: Column) => toText(value(column));
  return {
    value,
    text,
    word: (column) => text(column)?.trim() || undefined,
    place: (column) => toPlace(columnOf(column)),
    isBlank: cells.every((cell) => (toText(cell) ?? '').trim() === ''),
  };
}

function toText(value: FoundValue): string | undefined {
  return value === undefined || value === '' ? undefined : String(value);
}

function toTitles<Column extends string>(
  columns: readonly Column[],
  titles: Readonly<Record<Column, string>>,
): string {
  return columns.map((column) => `"${titles[column]}"`).join(', ');
}
