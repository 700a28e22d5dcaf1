import type { GridCell, GridRows } from './gridCell.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** A cell with the page that it stands on. */
export interface PlacedCell {
  readonly page: number;
  readonly cell: GridCell;
}

/** Every cell that can have the focus, in reading order. */
export function toFocusable(pages: readonly { readonly rows: GridRows }[]): readonly PlacedCell[] {
  return pages.flatMap(({ rows }, page) =>
    rows.flatMap((row) =>
      row.filter(({ subject }) => subject.kind !== 'heading').map((cell) => ({ page, cell })),
    ),
  );
}

/** The nearest cell in a direction; undefined at the edge. Sideways stays in the row's height. */
export function findNeighbour(
  cells: readonly PlacedCell[],
  from: PlacedCell,
  direction: Direction,
): PlacedCell | undefined {
  const isVertical = direction === 'up' || direction === 'down';
  let best: PlacedCell | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of cells) {
    const distance = isVertical
      ? toVerticalDistance(from, candidate, direction)
      : toSidewaysDistance(from, candidate, direction);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** The cell to type in before or after this one in reading order. */
export function findText(
  cells: readonly PlacedCell[],
  key: string,
  direction: 1 | -1,
): PlacedCell | undefined {
  const index = cells.findIndex(({ cell }) => cell.key === key);
  if (index < 0) return undefined;
  const rest = direction > 0 ? cells.slice(index + 1) : cells.slice(0, index).reverse();
  return rest.find(({ cell: { subject } }) => subject.kind === 'text' || subject.kind === 'date');
}

/** The first or the last cell of the row that a cell stands in. */
export function findRowEnd(
  cells: readonly PlacedCell[],
  from: PlacedCell,
  end: 'first' | 'last',
): PlacedCell | undefined {
  const row = cells.filter(({ page, cell }) => page === from.page && cell.y === from.cell.y);
  return end === 'first' ? row[0] : row.at(-1);
}

/** Pages lie below one another; no page is as tall as this, in pt. */
const pageStep = 100_000;

function toVerticalDistance(from: PlacedCell, to: PlacedCell, direction: 'up' | 'down'): number {
  const y = (place: PlacedCell) => place.page * pageStep + place.cell.y;
  const gap =
    direction === 'down'
      ? y(to) - (y(from) + from.cell.height)
      : y(from) - (y(to) + to.cell.height);
  if (gap < -0.5) return Number.POSITIVE_INFINITY;
  // A cell right above or below beats a nearer one in another column.
  return gap + toGap(from.cell.x, from.cell.width, to.cell.x, to.cell.width) * 1000 * pageStep;
}

function toSidewaysDistance(from: PlacedCell, to: PlacedCell, direction: 'left' | 'right'): number {
  if (from.page !== to.page) return Number.POSITIVE_INFINITY;
  if (toGap(from.cell.y, from.cell.height, to.cell.y, to.cell.height) > 0)
    return Number.POSITIVE_INFINITY;
  const gap =
    direction === 'right'
      ? to.cell.x - (from.cell.x + from.cell.width)
      : from.cell.x - (to.cell.x + to.cell.width);
  return gap < -0.5 ? Number.POSITIVE_INFINITY : gap;
}

/** How far two stretches lie apart; 0 when they overlap. */
function toGap(from: number, length: number, otherFrom: number, otherLength: number): number {
  const overlap = Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
  return overlap > 0.5 ? 0 : Math.max(0.01, -overlap);
}
