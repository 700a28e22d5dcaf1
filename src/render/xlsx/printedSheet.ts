import type ExcelJS from 'exceljs';
import type { SceneColor } from '#core/export/scene.ts';
import { sceneColors } from '#core/export/sceneColors.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { type CellFace, escapeCellText, firstLineOf, toCellText, toFont } from './cellText.ts';
import { toPageSetup } from './pageSetup.ts';
import type { PrintedSheet } from './printedSheets.ts';
import type { SharedStyles } from './sharedStyles.ts';
import type { GridCell, GridNote, GridRange, SheetGrid } from './sheetGrid.ts';
import { toVerticalFit } from './verticalFit.ts';
import { DIGIT_PIXELS } from './workbookParts.ts';

const PIXEL = 0.75;

/** Writes the cells of the pages, with header, page breaks and paper as they are printed. */
export function writePrintedSheet(
  workbook: ExcelJS.Workbook,
  printed: PrintedSheet,
  options: PrintedOptions,
): void {
  const { grid, fontName, family, styles } = options;
  const sheet = workbook.addWorksheet(printed.name, {
    views: [{ showGridLines: false, ...toFrozen(grid) }],
    properties: { defaultRowHeight: 12.75 },
  });
  sheet.columns = grid.columnWidths.map(toColumn);
  grid.rowHeights.forEach((height, index) => {
    sheet.getRow(index + 1).height = height;
  });
  const taken = new Set<string>();
  for (const page of grid.pages) {
    for (const cell of page.cells) writeCell(sheet, cell, { fontName, family, styles, taken });
    if (page.note) writeNote(sheet, page.note, fontName);
    const next = page.firstRow + page.rows.page.length - 1;
    if (next < grid.rowHeights.length) sheet.getRow(next).addPageBreak();
  }
  toPageSetup(sheet, printed, options);
}

/** A hair wider, less than a pixel: exceljs leaves out a column of exactly 9 digits as the usual one. */
function toColumn(width: number): Partial<ExcelJS.Column> {
  return { width: width / PIXEL / DIGIT_PIXELS + 0.001 };
}

export interface PrintedOptions {
  readonly grid: SheetGrid;
  readonly fontName: string;
  readonly family: TypeFamily;
  readonly styles: SharedStyles;
}

/** The header stays in view while somebody scrolls. */
function toFrozen({ titleRows }: SheetGrid): Partial<ExcelJS.WorksheetView> {
  return titleRows?.first === 0 ? { state: 'frozen', ySplit: titleRows.last + 1 } : {};
}

interface CellOptions extends Pick<PrintedOptions, 'fontName' | 'family' | 'styles'> {
  /** Cells that belong to another one already, which a spreadsheet cannot have twice. */
  readonly taken: Set<string>;
}

function writeCell(sheet: ExcelJS.Worksheet, place: GridCell, options: CellOptions): void {
  if (!take(place, options.taken)) return;
  const target = sheet.getCell(place.top + 1, place.left + 1);
  target.value = toValue(place, options);
  target.style = options.styles.share(toStyle(place, options));
  merge(sheet, place);
}

/** The step's number as a number, everything else as text. */
function toValue({ cell }: GridCell, face: CellFace): ExcelJS.CellValue {
  const value = toCellText(cell, face);
  const isNumber =
    cell.place.table === 'steps' && cell.place.column === 0 && /^[1-9]\d{0,8}$/.test(String(value));
  return isNumber ? Number(value) : value;
}

const edge = { style: 'thin', color: { argb: 'FF000000' } } as const;
const horizontal = { start: 'left', middle: 'center', end: 'right' } as const;

function toStyle(
  { cell, sides, isNumber }: GridCell,
  { fontName, family }: CellOptions,
): Partial<ExcelJS.Style> {
  return {
    font: toFont(firstLineOf(cell), fontName),
    alignment: {
      horizontal: horizontal[cell.align],
      vertical: toVerticalFit(cell, family).align,
      wrapText: !isNumber,
    },
    border: {
      ...(sides.top && { top: edge }),
      ...(sides.left && { left: edge }),
      ...(sides.bottom && { bottom: edge }),
      ...(sides.right && { right: edge }),
    },
    ...(cell.fill && { fill: toFill(cell.fill) }),
  };
}

function toFill(color: SceneColor): ExcelJS.Fill {
  const argb = `FF${sceneColors[color].slice(1).toUpperCase()}`;
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

function writeNote(sheet: ExcelJS.Worksheet, note: GridNote, fontName: string): void {
  const target = sheet.getCell(note.top + 1, note.left + 1);
  target.value = escapeCellText(note.lines.map(({ text }) => text).join(' '));
  target.font = toFont(note.lines[0], fontName);
  target.alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
  merge(sheet, note);
}

function merge(sheet: ExcelJS.Worksheet, { top, left, bottom, right }: GridRange): void {
  if (top === bottom && left === right) return;
  sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
}

/** Marks the cells of a range; false, and nothing marked, where one is taken or there is none. */
function take({ top, left, bottom, right }: GridRange, taken: Set<string>): boolean {
  const keys: string[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) keys.push(`${row}:${column}`);
  if (keys.length === 0 || keys.some((key) => taken.has(key))) return false;
  for (const key of keys) taken.add(key);
  return true;
}
