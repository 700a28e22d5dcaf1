import type ExcelJS from 'exceljs';
import type { Scene, SceneText } from '#core/export/scene.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { lineShapes } from './lineShapes.ts';
import type { PrintedOptions } from './printedSheet.ts';
import { isCaption, type PrintedSheet } from './printedSheets.ts';
import type { SheetGrid } from './sheetGrid.ts';

const PT_PER_INCH = 72;
/** How much of the right margin stays free for columns that a printer draws a little wider, in pt. */
const MAX_RESERVE = 18;

/** Codes of the papers that printers know; F4 is nearest to the American folio, 8.5 × 13 in. */
const papers = [
  { code: 9, width: 595, height: 842 },
  { code: 8, width: 842, height: 1191 },
  { code: 14, width: 612, height: 936 },
  { code: 1, width: 612, height: 792 },
  { code: 5, width: 612, height: 1008 },
] as const;

/**
 * Paper, margins, header, print area and titles. The scale is 100 %: where a sheet is fitted to the
 * page's width, Excel no longer heeds the page breaks.
 */
export function toPageSetup(
  sheet: ExcelJS.Worksheet,
  { scenes, firstPage }: PrintedSheet,
  { grid, fontName, family }: PrintedOptions,
): void {
  const [scene] = scenes;
  if (!scene) return;
  const { titleRows, columnWidths, rowHeights } = grid;
  const captions = scene.items.filter(isCaption);
  const paper = toPaper(scene);
  const isWide = scene.width > scene.height;
  const margins = toMargins(scene, isWide ? paper.height : paper.width, grid);
  const place = { top: grid.origin.y, family };
  const lastColumn = sheet.getColumn(columnWidths.length).letter;
  Object.assign(sheet.pageSetup, {
    paperSize: paper.code,
    orientation: isWide ? 'landscape' : 'portrait',
    scale: 100,
    firstPageNumber: firstPage,
    margins: {
      ...margins,
      top: toTopMargin(captions, place) / PT_PER_INCH,
      header: toHeaderTop(captions, place) / PT_PER_INCH,
    },
    // The library puts a dollar sign before each of both itself, and none before the rows.
    printArea: `A$1:${lastColumn}$${rowHeights.length}`,
    ...(titleRows && { printTitlesRow: `${titleRows.first + 1}:${titleRows.last + 1}` }),
  });
  sheet.headerFooter.oddHeader = toHeader(captions, { fontName, family, reserve: margins.reserve });
}

function toPaper({ width, height }: Scene): (typeof papers)[number] {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const distance = (paper: (typeof papers)[number]) =>
    Math.abs(paper.width - short) + Math.abs(paper.height - long);
  return papers.reduce((best, paper) => (distance(paper) < distance(best) ? paper : best));
}

/** In inches, for paper of this width. Right and bottom leave more room than the page needs. */
function toMargins(scene: Scene, paperWidth: number, { origin, columns, pages }: SheetGrid) {
  const right = paperWidth - (columns.page.at(-1) ?? scene.width);
  const lowest = Math.max(...pages.map(({ rows }) => rows.page.at(-1) ?? 0));
  const reserve = Math.min(MAX_RESERVE, right / 2);
  const bottom = Math.max(0, Math.min(scene.height - lowest - MAX_RESERVE, origin.x));
  return {
    left: origin.x / PT_PER_INCH,
    right: (right - reserve) / PT_PER_INCH,
    bottom: bottom / PT_PER_INCH,
    footer: bottom / 2 / PT_PER_INCH,
    reserve,
  };
}

function toHeaderTop(captions: readonly SceneText[], { top, family }: HeaderPlace): number {
  const [first] = captions;
  return first ? Math.max(0, first.y - first.size * lineShapes[family].ascent) : top / 2;
}

interface HeaderPlace {
  /** Where the table begins. */
  readonly top: number;
  readonly family: TypeFamily;
}

/** What of a header's line LibreOffice adds is taken off the margin, so that it fits others too. */
const ADDED_SHARE = 0.8;

/**
 * LibreOffice takes a header's line for as high as its letters, and lowers the table by what the line
 * is higher.
 */
function toTopMargin(captions: readonly SceneText[], { top, family }: HeaderPlace): number {
  const size = captions[0]?.size ?? 0;
  return top - size * (lineShapes[family].height - 1) * ADDED_SHARE;
}

/** A header may hold so many characters. */
const MAX_HEADER = 255;
const NO_BREAK_SPACE = '\u00a0';

interface HeaderLook {
  readonly fontName: string;
  readonly family: TypeFamily;
  readonly reserve: number;
}

/** The captions as codes of a page header; the page's own number counts by itself. */
function toHeader(
  captions: readonly SceneText[],
  { fontName, family, reserve }: HeaderLook,
): string {
  const [first] = captions;
  if (!first) return '';
  const font = `&${Math.round(first.size)}&"${fontName},Regular"`;
  // LibreOffice would keep room for an empty part in its own larger type, and push the table down.
  const textOf = (role: SceneText['role']) =>
    (captions.find((caption) => caption.role === role)?.text || ' ').replaceAll('&', '&&');
  const page = textOf('page-number').replace(/\d+/, '&P');
  // The header reaches into the reserve of the right margin; spaces keep its text out of it.
  const spaceWidth = measureText(NO_BREAK_SPACE, { ...first, family });
  const space = NO_BREAK_SPACE.repeat(Math.round(reserve / spaceWidth));
  const right = `&C${font} &R${font}${page}${space}`;
  const room = MAX_HEADER - right.length - font.length - 2;
  return `&L${font}${cut(textOf('document-number'), room)}${right}`;
}

/** Shortened, but never between an ampersand and its double. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/(?<!&)(?:&&)*&$/, (run) => run.slice(1))}…`;
}
