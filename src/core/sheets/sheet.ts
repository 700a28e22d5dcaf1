/** A date stands in its cell as a real date. */
interface SheetDate {
  /** ISO: `2026-06-02`. */
  readonly date: string;
}

export type SheetValue = string | number | SheetDate | null;

/** A sheet of plain rows below one row of titles, as a spreadsheet program stores it. */
export interface DataSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly SheetValue[])[];
}

/** What was found in a cell: dates are serial numbers, as spreadsheets count them. */
export type FoundValue = string | number | undefined;

/** A sheet as it was found: row 0 is the sheet's first row; blank cells are undefined or left out. */
export interface FoundSheet {
  readonly name: string;
  readonly rows: readonly (readonly FoundValue[])[];
}

const MS_PER_DAY = 86_400_000;
// Day 0 for every date from 1 March 1900 on; spreadsheets count a 29 February 1900 before.
const dayZero = Date.UTC(1899, 11, 30);
export const FIRST_SERIAL = 61;

/** Days since the spreadsheets' day 0. */
export function toSerial(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - dayZero) / MS_PER_DAY;
}

/** The day of a serial number as ISO date; its time is left out. */
export function fromSerial(serial: number): string {
  return new Date(dayZero + Math.floor(serial) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** `Data!E7`; row and column count from 0. */
export function toCellName(sheet: string, row: number, column: number): string {
  const quoted = /^\w+$/.test(sheet) ? sheet : `'${sheet}'`;
  return `${quoted}!${toColumnName(column)}${row + 1}`;
}

/** 0 → A, 26 → AA. */
export function toColumnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : toColumnName(Math.floor(column / 26) - 1) + letter;
}

/** The sheet as somebody finds it who opens the file. */
export function toFoundSheet({ name, titles, rows }: DataSheet): FoundSheet {
  return { name, rows: [titles, ...rows.map((row) => row.map(toFoundValue))] };
}

function toFoundValue(value: SheetValue): FoundValue {
  if (value === null || value === '') return undefined;
  return typeof value === 'object' ? toSerial(value.date) : value;
}
