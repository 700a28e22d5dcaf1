import type { ActorColumn, Box, CanvasLayout, Point, RowBand } from '#core/layout/geometry.ts';

/** Where a row's band meets an actor's column. */
export interface CellPlace {
  readonly step: string;
  readonly actor: string;
}

/** The cell under a point; undefined outside the lanes and rows. */
export function findCell(layout: CanvasLayout, point: Point): CellPlace | undefined {
  const column = findColumn(layout, point[0]);
  const row = findRow(layout, point[1]);
  return column && row && { step: row.step, actor: column.actor };
}

export function findColumn(layout: CanvasLayout, x: number): ActorColumn | undefined {
  return layout.columns.find((column) => x >= column.x && x < column.x + column.width);
}

/** The column at `x`, or the outermost one on that side; undefined when there are no actors. */
export function findNearestColumn(layout: CanvasLayout, x: number): ActorColumn | undefined {
  const first = layout.columns[0];
  if (first && x < first.x) return first;
  return findColumn(layout, x) ?? layout.columns.at(-1);
}

export function findRow(layout: CanvasLayout, y: number): RowBand | undefined {
  return layout.rows.find((row) => y >= row.y && y < row.y + row.height);
}

/** The box of a cell; undefined when its row or column is gone. */
export function findCellBox(layout: CanvasLayout, cell: CellPlace): Box | undefined {
  const column = layout.columns.find(({ actor }) => actor === cell.actor);
  const row = layout.rows.find(({ step }) => step === cell.step);
  return column && row && { x: column.x, y: row.y, width: column.width, height: row.height };
}

/** Where the rows end: a step that is added last starts here. */
export function toRowsEnd(layout: CanvasLayout): number {
  const last = layout.rows.at(-1);
  return last ? last.y + last.height : layout.headHeight;
}

export function isInside(box: Box, [x, y]: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

export function toCentre(box: Box): Point {
  return [box.x + box.width / 2, box.y + box.height / 2];
}
