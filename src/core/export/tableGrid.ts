import type { Scene, SceneCell, SceneItem, SceneTable } from './scene.ts';

/** A table of one page as Word and Excel build it. Lengths in pt. */
export interface TableGrid {
  readonly table: SceneTable;
  /** Its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly number[];
  /** Rows from the top that hold nothing but column headings. */
  readonly headerRowCount: number;
  /** Row by row, the cells that begin in it, left to right; spanned places hold none. */
  readonly cells: readonly (readonly PlacedSceneCell[])[];
}

type PlacedSceneCell = SceneCell & Required<Pick<SceneCell, 'place'>>;

const tables: readonly SceneTable[] = ['identity', 'steps', 'page'];

/** The tables of a page, top to bottom. */
export function toTableGrids({ items }: Scene): readonly TableGrid[] {
  const cells = items.filter(isPlaced);
  return tables
    .map((table) => cells.filter(({ place }) => place.table === table))
    .filter((own) => own.length > 0)
    .map(toGrid)
    .sort((a, b) => a.y - b.y);
}

function isPlaced(item: SceneItem): item is PlacedSceneCell {
  return item.kind === 'cell' && item.place !== undefined;
}

function toGrid(cells: readonly PlacedSceneCell[]): TableGrid {
  const columns = toEdges(
    cells.map(({ x, width, place }) => ({
      ...{ start: place.column, end: place.column + place.columnSpan },
      ...{ from: x, to: x + width },
    })),
  );
  const rows = toEdges(
    cells.map(({ y, height, place }) => ({
      ...{ start: place.row, end: place.row + place.rowSpan },
      ...{ from: y, to: y + height },
    })),
  );
  const rowHeights = toLengths(rows);
  return {
    table: cells[0]?.place.table ?? 'page',
    x: columns[0] ?? 0,
    y: rows[0] ?? 0,
    columnWidths: toLengths(columns),
    rowHeights,
    headerRowCount: countHeaderRows(cells, rowHeights.length),
    cells: rowHeights.map((_, row) =>
      cells
        .filter(({ place }) => place.row === row)
        .sort((a, b) => a.place.column - b.place.column),
    ),
  };
}

interface Stretch {
  /** Its first edge and its last one, by index. */
  readonly start: number;
  readonly end: number;
  /** Where those stand. */
  readonly from: number;
  readonly to: number;
}

function toEdges(stretches: readonly Stretch[]): readonly number[] {
  const edges: number[] = [];
  for (const { start, end, from, to } of stretches) {
    edges[start] = from;
    edges[end] = to;
  }
  return edges;
}

function toLengths(edges: readonly number[]): readonly number[] {
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? edge));
}

function countHeaderRows(cells: readonly PlacedSceneCell[], rowCount: number): number {
  const body = cells.filter(({ header }) => header !== 'column').map(({ place }) => place.row);
  return Math.min(rowCount, ...body);
}
