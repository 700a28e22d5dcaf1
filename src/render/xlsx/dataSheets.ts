import type ExcelJS from 'exceljs';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { type DataSheet, type SheetValue, toColumnName, toSerial } from '#core/sheets/sheet.ts';
import { kindWords, sheetNames, stepTitles } from '#core/sheets/words.ts';
import { escapeCellText } from './cellText.ts';
import { DATA_SIZE, toColumnWidth, toRowHeight } from './rowHeight.ts';
import type { SharedStyles } from './sharedStyles.ts';

/** Widths of columns in characters, by title; others are as wide as an id. */
const titleWidths: Readonly<Record<string, number>> = {
  No: 5,
  Id: 14,
  Kegiatan: 44,
  Pelaksana: 24,
  Simbol: 12,
  Berikutnya: 12,
  Label: 14,
  Kelengkapan: 28,
  Waktu: 14,
  Output: 28,
  Keterangan: 24,
  Nama: 36,
  Kelompok: 24,
  Bagian: 34,
  Isi: 80,
};
const OTHER_WIDTH = 14;

/** Rows below the last one that offer the same choices, for those that a clerk adds. */
const SPARE_ROWS = 200;

interface SheetLook {
  readonly fontName: string;
  readonly family: TypeFamily;
  readonly styles: SharedStyles;
}

/** A sheet of plain rows under titles that stay in view. */
export function writeDataSheet(
  workbook: ExcelJS.Workbook,
  { name, titles, rows, isHidden = false }: DataSheet,
  look: SheetLook,
): void {
  const { family } = look;
  const sheet = workbook.addWorksheet(name, {
    state: isHidden ? 'hidden' : 'visible',
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const widths = toWidths(titles, rows, family);
  sheet.columns = widths.map((width) => ({ width }));
  writeTitles(sheet, titles, look.fontName);
  sheet.getRow(1).height = toRowHeight(titles, { widths, family, weight: 'bold' });
  for (const [index, row] of rows.entries()) {
    writeRow(sheet, row, { index, ...look });
    sheet.getRow(index + 2).height = toRowHeight(row, { widths, family, weight: 'regular' });
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: titles.length } };
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  });
  if (name === sheetNames.steps) offerChoices(sheet, rows.length);
}

/** Wide enough for the longest word as well: programs would break it anywhere. */
function toWidths(
  titles: readonly string[],
  rows: readonly (readonly SheetValue[])[],
  family: TypeFamily,
): readonly number[] {
  return titles.map((title, column) => {
    const words = rows.flatMap((row) => {
      const value = row[column];
      return typeof value === 'string' ? value.split(/\s+/) : [];
    });
    const longest = Math.max(0, ...words.map((word) => toColumnWidth(word, family)));
    return Math.max(titleWidths[title] ?? OTHER_WIDTH, Math.min(MAX_WIDTH, longest));
  });
}

/** A word longer than this is broken after all. */
const MAX_WIDTH = 48;

const edge = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const border = { top: edge, left: edge, bottom: edge, right: edge };

function writeTitles(sheet: ExcelJS.Worksheet, titles: readonly string[], fontName: string): void {
  titles.forEach((title, index) => {
    const cell = sheet.getCell(1, index + 1);
    cell.value = title;
    cell.font = { name: fontName, size: DATA_SIZE, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8E8E8' } };
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.border = border;
  });
}

interface RowPlace extends SheetLook {
  readonly index: number;
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  row: readonly SheetValue[],
  { index, fontName, styles }: RowPlace,
): void {
  row.forEach((value, column) => {
    const cell = sheet.getCell(index + 2, column + 1);
    cell.value = toCellValue(value);
    cell.style = styles.share({
      font: { name: fontName, size: DATA_SIZE },
      alignment: { vertical: 'top', horizontal: 'left', wrapText: true },
      border,
      // Real dates read "2 Juni 2026"; what looks like a number but is a text stays one when edited.
      ...(typeof value === 'string' && { numFmt: '@' }),
      ...(typeof value === 'object' && value && { numFmt: '[$-421]d mmmm yyyy' }),
    });
  });
}

function toCellValue(value: SheetValue): ExcelJS.CellValue {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return escapeCellText(value);
  return typeof value === 'number' ? value : toSerial(value.date);
}

/** Lists to choose from, and a word on what belongs into a cell. */
function offerChoices(sheet: ExcelJS.Worksheet, count: number): void {
  const columns: readonly string[] = Object.values(stepTitles);
  const last = count + 1 + SPARE_ROWS;
  const rangeOf = (title: string) => {
    const letter = toColumnName(columns.indexOf(title));
    return `${letter}2:${letter}${last}`;
  };
  const rules: readonly (readonly [string, ExcelJS.DataValidation])[] = [
    [
      stepTitles.symbol,
      {
        type: 'list',
        allowBlank: true,
        formulae: [`"${Object.values(kindWords).join(',')}"`],
        ...toPrompt(
          'Simbol',
          'Terminator untuk mulai dan selesai, Proses untuk kegiatan, Keputusan untuk pilihan.',
        ),
      },
    ],
    [
      stepTitles.actor,
      {
        type: 'list',
        allowBlank: true,
        formulae: [`${sheetNames.actors}!$A$2:$A$${MAX_ACTOR_ROW}`],
        ...toPrompt('Pelaksana', 'Nama dari lembar Pelaksana. Nama lain menjadi pelaksana baru.'),
      },
    ],
    [
      stepTitles.next,
      toHint(
        'Berikutnya',
        'Isi kolom No dari langkah berikutnya. Beberapa dipisahkan titik koma: 5; 3',
      ),
    ],
    [stepTitles.label, toHint('Label', 'Tulisan pada panah, urut seperti Berikutnya: Ya; Tidak')],
    [
      stepTitles.number,
      toHint('No', 'Setiap langkah punya nomor sendiri. Urutan baris menentukan urutan langkah.'),
    ],
    [stepTitles.id, toHint('Id', 'Biarkan kosong untuk langkah baru.')],
  ];
  for (const [title, rule] of rules) sheet.dataValidations.add(rangeOf(title), rule);
  // So that "3,5" stays what was typed, and is no number.
  for (const title of [stepTitles.next, stepTitles.label])
    sheet.getColumn(columns.indexOf(title) + 1).numFmt = '@';
}

const MAX_ACTOR_ROW = 61;

function toPrompt(promptTitle: string, prompt: string) {
  return { showInputMessage: true, showErrorMessage: false, promptTitle, prompt };
}

/** A hint without a rule. */
function toHint(title: string, prompt: string): ExcelJS.DataValidation {
  return { type: 'custom', formulae: ['TRUE'], ...toPrompt(title, prompt) };
}
