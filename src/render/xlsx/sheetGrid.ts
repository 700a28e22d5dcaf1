import type { Scene, SceneItem, SceneText } from '#core/export/scene.ts';
import { lineShapes } from './lineShapes.ts';
import { toHalfHeight } from './markHeight.ts';
import { isCaption, type PlacedCell, toPlacedCells } from './printedSheets.ts';
import { type CellPart, splitCell } from './splitCell.ts';

/** Excel knows whole pixels for columns and this many pt for a pixel, of rows as well. */
const PIXEL = 0.75;
/** Excel's highest row, in pt. */
const MAX_ROW = 409.5;
/** Edges nearer than this are one, in pt. */
const SAME_EDGE = 0.4;

/**
 * So far right of their places begin the table's columns of text, in pt: a spreadsheet sets a text nearer
 * to the rule before it than a page does, and this way neither is far from its place.
 */
const RIGHTWARD = 1.5;

/** A run of rows or columns: where its edges are on the page and where on the sheet, in pt. */
export interface Axis {
  readonly page: readonly number[];
  readonly sheet: readonly number[];
  /** Where on the sheet the page's 0 is. */
  readonly zero: number;
}

/** One page on the sheet. */
export interface GridPage {
  readonly scene: Scene;
  /** Its rows; edge 0 is the upper edge of row `firstRow`. */
  readonly rows: Axis;
  readonly firstRow: number;
  /** Cells with the rows and columns that they cover on the sheet, both ends included. */
  readonly cells: readonly GridCell[];
  /** Lines below the table, as one merged cell. */
  readonly note: GridNote | undefined;
}

export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type GridCell = GridRange & CellPart;
export type GridNote = GridRange & { readonly lines: readonly SceneText[] };

/** A sheet that holds pages below each other, with the table's header once. */
export interface SheetGrid {
  readonly columns: Axis;
  readonly pages: readonly GridPage[];
  /** In pt. */
  readonly rowHeights: readonly number[];
  readonly columnWidths: readonly number[];
  /** Rows that repeat in print, from 0, both included. */
  readonly titleRows: { readonly first: number; readonly last: number } | undefined;
  /** Where the first row and the first column stand on their page. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** Rows and columns that put every cell, symbol and arrow where the pages have them. */
export function toSheetGrid(scenes: readonly Scene[]): SheetGrid {
  const xs = toEdges(scenes.flatMap(toXs));
  const texts = scenes.flatMap(toTextCells).map(({ x }) => x);
  const columns = toAxis(xs, { start: 0, zero: -(xs[0] ?? 0), nudged: texts, nudge: RIGHTWARD });
  const pages: GridPage[] = [];
  let titles: Titles | undefined;
  let row = 0;
  let y = 0;
  for (const scene of scenes) {
    const isLast = scene === scenes.at(-1);
    const page = toPage(scene, { columns, row, y, titles, isLast });
    pages.push(page);
    titles ??= toTitles(page, pages[0]?.rows);
    row += page.rows.page.length - 1;
    y = page.rows.sheet.at(-1) ?? y;
  }
  return {
    columns,
    pages,
    titleRows: titles?.rows,
    rowHeights: pages.flatMap(({ rows }) => toSizes(rows.sheet)),
    columnWidths: toSizes(columns.sheet),
    origin: { x: xs[0] ?? 0, y: pages[0]?.rows.page[0] ?? 0 },
  };
}

/** Where a place of the page is on the axis, in pt of the sheet, whatever its edges were rounded to. */
export function toSheetPlace({ zero }: Axis, place: number): number {
  return zero + place;
}

interface Start {
  readonly columns: Axis;
  readonly row: number;
  readonly y: number;
  /** A header that stands on the sheet already. */
  readonly titles: Titles | undefined;
  readonly isLast: boolean;
}

interface Titles {
  readonly rows: NonNullable<SheetGrid['titleRows']>;
  /** Where they end on the pages on which they are repeated. */
  readonly bottom: number;
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

function toPage(scene: Scene, { columns, row, y, titles, isLast }: Start): GridPage {
  const skip = titles ? toHeaderBand(scene) : undefined;
  const lines = scene.items.filter(isNote);
  const note = toNoteBand(lines, scene.family);
  const own = toYs(scene, note);
  // Between the pages of a table a row without cells would part them.
  const all = toEdges(isLast ? [...own, ...toMarkEnds(scene, own)] : own).flatMap(splitTall);
  const edges = skip ? all.filter((edge) => edge >= skip.bottom - SAME_EDGE) : all;
  const rows = toAxis(edges, {
    start: y,
    zero: y - ((skip && titles?.bottom) ?? edges[0] ?? 0),
    nudged: toPlacedCells(scene)
      .filter(isInRow)
      .map((cell) => cell.y),
    nudge: lineShapes[scene.family ?? 'arial'].lowering,
  });
  const rangeOf = (box: Band & { readonly left: number; readonly right: number }): GridRange => ({
    top: row + findEdge(edges, box.top),
    bottom: row + findEdge(edges, box.bottom) - 1,
    left: findEdge(columns.page, box.left),
    right: findEdge(columns.page, box.right) - 1,
  });
  const [left = 0, right = 0] = [columns.page[0], columns.page.at(-1)];
  const parts = toParts(scene).filter(({ cell }) => !skip || cell.y >= skip.bottom - SAME_EDGE);
  return {
    scene,
    rows,
    firstRow: row,
    cells: parts.map((part) => ({ ...rangeOf(toBox(part)), ...part })),
    note: note && { ...rangeOf({ ...note, left, right }), lines },
  };
}

/** A text without rules may reach so much further right, in pt, where a program keeps some room free. */
const BEYOND = 3;

function toParts(scene: Scene): readonly CellPart[] {
  const { family = 'arial' } = scene;
  const cells = toPlacedCells(scene);
  const right = Math.max(...cells.map(({ x, width }) => x + width));
  return cells.flatMap((cell) => {
    const isLast = cell.x + cell.width > right - SAME_EDGE;
    const isOpen = isLast && cell.strokeWidth === 0 && cell.align === 'start';
    return splitCell(isOpen ? { ...cell, width: cell.width + BEYOND } : cell, family);
  });
}

function toBox({ cell: { x, y, width, height } }: CellPart) {
  return { top: y, bottom: y + height, left: x, right: x + width };
}

/** The header, once a page has it; repeated, it stands where the first page of the sheet begins. */
function toTitles({ cells, rows, firstRow }: GridPage, first = rows): Titles | undefined {
  const header = cells.filter(({ cell }) => isHeader(cell));
  if (header.length === 0) return undefined;
  const range = {
    first: Math.min(...header.map(({ top }) => top)),
    last: Math.max(...header.map(({ bottom }) => bottom)),
  };
  const [top = 0, bottom = 0] = [range.first, range.last + 1].map(
    (edge) => rows.sheet[edge - firstRow],
  );
  return { rows: range, bottom: (first.page[0] ?? 0) + bottom - top };
}

function toHeaderBand(scene: Scene): Band | undefined {
  const header = toPlacedCells(scene).filter(isHeader);
  if (header.length === 0) return undefined;
  return {
    top: Math.min(...header.map(({ y }) => y)),
    bottom: Math.max(...header.map(({ y, height }) => y + height)),
  };
}

function isHeader({ header, place }: PlacedCell): boolean {
  return header === 'column' && place.table === 'steps';
}

function isNote(item: SceneItem): item is SceneText {
  return item.kind === 'text' && item.role === 'note';
}

/** How far below its rows the mark of a page reaches. */
function toMarkEnds({ items, height }: Scene, ys: readonly number[]): readonly number[] {
  const lowest = Math.max(...ys);
  return items
    .flatMap((item) => (item.kind === 'text' && item.role === 'mark' ? toHalfHeight(item) : []))
    .map((half) => height / 2 + half)
    .filter((end) => end > lowest);
}

/** From the top of its cell to the top of a note's letters, in em. */
const ABOVE_NOTE = 0.095;

function toNoteBand(
  lines: readonly SceneText[],
  family: Scene['family'] = 'arial',
): Band | undefined {
  if (lines.length === 0) return undefined;
  const above = lineShapes[family].ascent + ABOVE_NOTE;
  return {
    top: Math.min(...lines.map(({ y, size }) => y - size * above)),
    bottom: Math.max(...lines.map(({ y, size }) => y + size * 0.4)),
  };
}

function toTextCells(scene: Scene): readonly PlacedCell[] {
  return toPlacedCells(scene).filter(isTextCell);
}

/** Whether a cell is one of the table with its text at the upper left. */
function isTextCell(cell: PlacedCell): boolean {
  const { align, valign, header, paragraphs } = cell;
  const isAtCorner = align === 'start' && valign === 'top' && paragraphs.length > 0;
  return isAtCorner && !header && isInRow(cell);
}

/** Whether a cell belongs to a step. */
function isInRow({ header, place }: PlacedCell): boolean {
  return header !== 'column' && place.table === 'steps';
}

function toXs(scene: Scene): readonly number[] {
  const parts = toParts(scene);
  if (parts.length > 0) return parts.flatMap(({ cell: { x, width } }) => [x, x + width]);
  const margin = scene.width / 12;
  return [margin, scene.width - margin];
}

/** A page without a table gets even rows, for what floats on it. */
function toYs(scene: Scene, note: Band | undefined): readonly number[] {
  const parts = toParts(scene);
  const own = note ? [note.top, note.bottom] : [];
  if (parts.length > 0)
    return [...parts.flatMap(({ cell: { y, height } }) => [y, y + height]), ...own];
  const ys = scene.items.flatMap((item) => (isCaption(item) ? [] : toItemYs(item)));
  const [top, bottom] = [Math.min(scene.height / 8, ...ys), Math.max(scene.height / 2, ...ys)];
  const count = Math.ceil((bottom - top) / 20);
  return Array.from({ length: count + 1 }, (_, index) => top + ((bottom - top) * index) / count);
}

function toItemYs(item: SceneItem): readonly number[] {
  if (item.kind === 'polyline') return item.points.map(([, y]) => y);
  if (item.kind === 'text')
    return item.role === 'mark' ? [] : [item.y - item.size, item.y + item.size * 0.4];
  return [item.y, item.y + item.height];
}

function toEdges(places: readonly number[]): readonly number[] {
  const sorted = [...places].sort((one, other) => one - other);
  return sorted.filter((place, index) => {
    const before = sorted[index - 1];
    return before === undefined || place - before >= SAME_EDGE;
  });
}

/** The edge and, above it, more of them where the row would be too high. */
function splitTall(edge: number, index: number, edges: readonly number[]): readonly number[] {
  const before = edges[index - 1] ?? edge;
  const count = Math.max(1, Math.ceil((edge - before) / MAX_ROW));
  return Array.from(
    { length: count },
    (_, part) => before + ((edge - before) * (part + 1)) / count,
  );
}

function findEdge(edges: readonly number[], place: number): number {
  let best = 0;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - place) < Math.abs((edges[best] ?? 0) - place)) best = index;
  });
  return best;
}

interface AxisPlace {
  /** Of its first edge, on the sheet. */
  readonly start: number;
  readonly zero: number;
  /** Edges that stand beyond their places, if they are not the first. */
  readonly nudged: readonly number[];
  readonly nudge: number;
}

/** In whole pixels from the start on: each edge rounded by itself, so that errors do not add up. */
function toAxis(page: readonly number[], { start, zero, nudged, nudge }: AxisPlace): Axis {
  let last = -1;
  const sheet = page.map((edge, index) => {
    const isNudged = nudged.some((place) => isSameEdge(place, edge));
    const place = index === 0 ? start : zero + edge + (isNudged ? nudge : 0);
    last = Math.max(last + 1, Math.round((place - start) / PIXEL));
    return start + last * PIXEL;
  });
  return { page, sheet, zero };
}

function isSameEdge(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME_EDGE;
}

function toSizes(edges: readonly number[]): readonly number[] {
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
}
