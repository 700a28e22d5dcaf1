import type { Scene, SceneItem, SceneText } from '#core/export/scene.ts';
import { isCaption, type PlacedCell, toPlacedCells } from './printedSheets.ts';
import { type CellPart, splitCell } from './splitCell.ts';

/** Excel knows whole pixels for columns and this many pt for a pixel, of rows as well. */
const PIXEL = 0.75;
/** Excel's highest row, in pt. */
const MAX_ROW = 409.5;
/** Edges nearer than this are one, in pt. */
const SAME_EDGE = 0.4;

/** A run of rows or columns: where its edges are on the page and where on the sheet, in pt. */
export interface Axis {
  readonly page: readonly number[];
  readonly sheet: readonly number[];
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
  const columns = { page: xs, sheet: toPixels(xs, 0) };
  const pages: GridPage[] = [];
  let titleRows: SheetGrid['titleRows'];
  let row = 0;
  let y = 0;
  for (const scene of scenes) {
    const header = titleRows ? toHeaderBand(scene) : undefined;
    const page = toPage(scene, { columns, row, y, skip: header });
    titleRows ??= toTitleRows(page);
    pages.push(page);
    row += page.rows.page.length - 1;
    y = page.rows.sheet.at(-1) ?? y;
  }
  return {
    columns,
    pages,
    titleRows,
    rowHeights: pages.flatMap(({ rows }) => toSizes(rows.sheet)),
    columnWidths: toSizes(columns.sheet),
    origin: { x: xs[0] ?? 0, y: pages[0]?.rows.page[0] ?? 0 },
  };
}

/** Where a place of the page is on the axis, in pt of the sheet. */
export function toSheetPlace({ page, sheet }: Axis, place: number): number {
  const after = page.findIndex((edge) => edge > place);
  const index = Math.min(Math.max((after < 0 ? page.length : after) - 1, 0), page.length - 2);
  const [from = 0, to = 0] = [page[index], page[index + 1]];
  const [start = 0, end = 0] = [sheet[index], sheet[index + 1]];
  return start + (place - from) * (to > from ? (end - start) / (to - from) : 1);
}

interface Start {
  readonly columns: Axis;
  readonly row: number;
  readonly y: number;
  /** Rows that stand on the sheet already: the header. */
  readonly skip: Band | undefined;
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

function toPage(scene: Scene, { columns, row, y, skip }: Start): GridPage {
  const lines = scene.items.filter(isNote);
  const note = toNoteBand(lines);
  const all = toEdges(toYs(scene, note)).flatMap(splitTall);
  const edges = skip ? all.filter((edge) => edge >= skip.bottom - SAME_EDGE) : all;
  const rows = { page: edges, sheet: toPixels(edges, y) };
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

function toParts(scene: Scene): readonly CellPart[] {
  return toPlacedCells(scene).flatMap(splitCell);
}

function toBox({ cell: { x, y, width, height } }: CellPart) {
  return { top: y, bottom: y + height, left: x, right: x + width };
}

function toTitleRows({ cells }: GridPage): SheetGrid['titleRows'] {
  const header = cells.filter(({ cell }) => isHeader(cell));
  if (header.length === 0) return undefined;
  return {
    first: Math.min(...header.map(({ top }) => top)),
    last: Math.max(...header.map(({ bottom }) => bottom)),
  };
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

function toNoteBand(lines: readonly SceneText[]): Band | undefined {
  if (lines.length === 0) return undefined;
  return {
    top: Math.min(...lines.map(({ y, size }) => y - size)),
    bottom: Math.max(...lines.map(({ y, size }) => y + size * 0.4)),
  };
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

/** Edges in whole pixels from `start` on: each rounded by itself, so that errors do not add up. */
function toPixels(edges: readonly number[], start: number): readonly number[] {
  const [first = 0] = edges;
  let last = -1;
  return edges.map((edge) => {
    last = Math.max(last + 1, Math.round((edge - first) / PIXEL));
    return start + last * PIXEL;
  });
}

function toSizes(edges: readonly number[]): readonly number[] {
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
}
