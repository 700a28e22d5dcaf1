import { CellProblem } from '#core/sheets/foundTable.ts';
import { type FoundSheet, toCellName } from '#core/sheets/sheet.ts';
import { unzipTexts } from '#render/office/zipParts.ts';
import { readXml } from './xmlReader.ts';

/** Beyond so many rows and columns nothing is read. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 100;

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';
const stringsPart = 'xl/sharedStrings.xml';

/**
 * The wanted sheets of an Excel file as whoever saved it last left them. Formulas count as the value
 * that they showed. Undefined where it is no Excel file, or one that unpacks to too much.
 */
export function readWorkbook(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
): readonly FoundSheet[] | undefined {
  const parts = unzipTexts(bytes, (name) => /^xl\/.*\.(?:xml|rels)$/.test(name) && isCells(name));
  const workbook = parts?.get(workbookPart);
  if (!parts || workbook === undefined) return undefined;
  const links = readLinks(parts.get(relationsPart));
  const strings = readStrings(parts.get(stringsPart));
  return readSheetNames(workbook).flatMap(({ name, link }) => {
    const xml = parts.get(links.get(link) ?? '');
    return wanted.has(name) && xml !== undefined
      ? [{ name, rows: readRows(xml, name, strings) }]
      : [];
  });
}

/** Whether a zip file is an Excel file. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return (unzipTexts(bytes, (name) => name === workbookPart)?.size ?? 0) > 0;
}

function isCells(name: string): boolean {
  return !/^xl\/(?:drawings|theme|media|styles)/.test(name);
}

function readSheetNames(xml: string): readonly { readonly name: string; readonly link: string }[] {
  const sheets: { name: string; link: string }[] = [];
  readXml(xml, {
    open(element, { name, id }) {
      if (element === 'sheet' && name !== undefined && id !== undefined)
        sheets.push({ name, link: id });
    },
  });
  return sheets;
}

/** Names of parts by the ids of their relationships. */
function readLinks(xml = '<none/>'): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  readXml(xml, {
    open(element, { Id: id, Target: target }) {
      if (element === 'Relationship' && id !== undefined && target !== undefined)
        links.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return links;
}

/** The texts that cells share, without the readings of Japanese ones. */
function readStrings(xml = '<none/>'): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  readXml(xml, {
    open(element) {
      if (element === 'si') text = '';
      if (element === 'rPh') isReading = true;
      isText = element === 't';
    },
    text(value) {
      if (isText && !isReading) text += value;
    },
    close(element) {
      isText = false;
      if (element === 'rPh') isReading = false;
      if (element === 'si') strings.push(unescapeCellText(text));
    },
  });
  return strings;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  text: string;
}

function readRows(xml: string, sheet: string, strings: readonly string[]): FoundSheet['rows'] {
  const rows: (string | number | undefined)[][] = [];
  let cell: OpenCell | undefined;
  let place = { row: -1, column: -1 };
  let isValue = false;
  readXml(xml, {
    open(element, { r, t = 'n' }) {
      isValue = element === 'v' || element === 't';
      if (element === 'row')
        place = { row: r === undefined ? place.row + 1 : Number(r) - 1, column: -1 };
      if (element !== 'c') return;
      place = { ...place, ...(r === undefined ? { column: place.column + 1 } : toPlace(r)) };
      cell = { ...place, type: t, text: '' };
    },
    text(value) {
      if (cell && isValue) cell.text += value;
    },
    close(element) {
      isValue = false;
      if (element !== 'c' || !cell) return;
      keep(rows, sheet, cell, toValue(cell, sheet, strings));
      cell = undefined;
    },
  });
  return Array.from(rows, (row) => Array.from(row ?? []));
}

function keep(
  rows: (string | number | undefined)[][],
  sheet: string,
  { row, column }: OpenCell,
  value: string | number | undefined,
): void {
  if (value === undefined || !(row >= 0) || !(column >= 0) || column >= MAX_COLUMNS) return;
  if (row >= MAX_ROWS)
    throw new CellProblem(toCellName(sheet, row, column), `stands below row ${MAX_ROWS}`, {
      reason: 'too-low',
      word: `${MAX_ROWS}`,
    });
  rows[row] ??= [];
  const cells = rows[row];
  if (cells) cells[column] = value;
}

function toValue(
  { type, text, row, column }: OpenCell,
  sheet: string,
  strings: readonly string[],
): string | number | undefined {
  switch (type) {
    case 's':
      return strings[Number(text)];
    case 'inlineStr':
    case 'str':
      return unescapeCellText(text);
    case 'b':
      return text === '1' ? 'Ya' : 'Tidak';
    case 'e':
      throw new CellProblem(
        toCellName(sheet, row, column),
        `holds the error ${text.slice(0, 20)}`,
        { reason: 'cell-error', word: text.slice(0, 20) },
      );
    default:
      return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }
}

/** `E7` → row 6, column 4. */
function toPlace(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** Characters that stand as `_x000D_`. */
function unescapeCellText(text: string): string {
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
