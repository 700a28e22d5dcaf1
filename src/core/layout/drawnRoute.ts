import type { RouteHint, Side } from '#core/model/procedure.ts';
import { measureAlong, measureWay } from './alongWay.ts';
import type { ActorColumn, Box, Connector, Point } from './geometry.ts';

/** Where a connector runs. */
export interface DrawnRoute {
  readonly exit: Side;
  readonly entry: Side;
  /** Undefined for an arrow without a vertical part between the columns. */
  readonly channel: string | null | undefined;
  /** Undefined for an arrow without a label. */
  readonly labelAt: number | undefined;
}

export type WishPart = keyof RouteHint;

interface Surroundings {
  readonly source: Box;
  readonly target: Box;
  readonly columns: readonly ActorColumn[];
}

/** How near to the wished place a label counts as there: as a share of the arrow, and in pt. */
const LABEL_SHARE = 0.15;
const LABEL_REACH = 40;

/** Reads from the drawing what a `RouteHint` would say. */
export function readRoute(
  { points, label }: Pick<Connector, 'points' | 'label'>,
  { source, target, columns }: Surroundings,
): DrawnRoute {
  const run = findLongRun(points);
  return {
    exit: findSide(source, points[0] ?? [0, 0]),
    entry: findSide(target, points.at(-1) ?? [0, 0]),
    channel: run && findChannel(columns, run.x),
    labelAt: label && findLabelShare(points, label),
  };
}

/** The wishes that the drawing does not keep, since there was no clean way to. */
export function findBrokenWishes(
  wish: RouteHint,
  connector: Pick<Connector, 'points' | 'label'>,
  surroundings: Surroundings,
): readonly WishPart[] {
  const drawn = readRoute(connector, surroundings);
  const broken: WishPart[] = [];
  if (wish.exit && wish.exit !== drawn.exit) broken.push('exit');
  if (wish.entry && wish.entry !== drawn.entry) broken.push('entry');
  if (!isInChannel(surroundings.columns, connector.points, wish.channel)) broken.push('channel');
  if (isLabelElsewhere(wish.labelAt, drawn.labelAt, measureWay(connector.points)))
    broken.push('labelAt');
  return broken;
}

/** The side of the box that a point is nearest to, as seen from its middle. */
export function findSide({ x, y, width, height }: Box, [atX, atY]: Point): Side {
  const across = (atX - x - width / 2) / width;
  const down = (atY - y - height / 2) / height;
  if (Math.abs(across) > Math.abs(down)) return across < 0 ? 'left' : 'right';
  return down < 0 ? 'top' : 'bottom';
}

/** The longest vertical part of an arrow. */
export function findLongRun(
  points: readonly Point[],
): { readonly x: number; readonly top: number; readonly bottom: number } | undefined {
  let longest: { x: number; top: number; bottom: number } | undefined;
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[index + 1] ?? [];
    if (nextX !== x || nextY === undefined) continue;
    const [top, bottom] = y < nextY ? [y, nextY] : [nextY, y];
    if (!longest || bottom - top > longest.bottom - longest.top) longest = { x, top, bottom };
  }
  return longest;
}

/**
 * The gap between columns at `x`, as `RouteHint.channel` names it; undefined in the middle of a
 * column, where symbols stand.
 */
function findChannel(columns: readonly ActorColumn[], x: number): string | null | undefined {
  const index = columns.findLastIndex((column) => column.x <= x);
  const column = columns[index];
  if (!column) return null;
  const middle = column.x + column.width / 2;
  if (Math.abs(x - middle) < 1) return undefined;
  return x > middle ? column.actor : (columns[index - 1]?.actor ?? null);
}

/** Whether the long part runs within half a lane of the edge: a lane without symbols is one wide gap. */
function isInChannel(
  columns: readonly ActorColumn[],
  points: readonly Point[],
  channel: RouteHint['channel'],
): boolean {
  if (channel === undefined) return true;
  const run = findLongRun(points);
  const index = columns.findIndex(({ actor }) => actor === channel);
  const [left, right] = [columns[index], columns[index + 1]];
  if (!run || (channel !== null && !left)) return false;
  const from = left ? left.x + left.width / 2 : Number.NEGATIVE_INFINITY;
  const to = right ? right.x + right.width / 2 : Number.POSITIVE_INFINITY;
  return run.x > from - 1 && run.x < to + 1;
}

function findLabelShare(points: readonly Point[], label: Box): number {
  const total = measureWay(points);
  if (total === 0) return 0;
  return measureAlong(points, toLabelAnchor(points, label)) / total;
}

/** A label stands with its beginning, not its middle, at its place along the arrow. */
function toLabelAnchor(points: readonly Point[], { x, y, width, height }: Box): Point {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const satisfies readonly Point[];
  const [first, ...others] = corners;
  return others.reduce<Point>(
    (best, corner) => (measureAlong(points, corner) < measureAlong(points, best) ? corner : best),
    first,
  );
}

function isLabelElsewhere(
  wished: number | undefined,
  drawn: number | undefined,
  length: number,
): boolean {
  if (wished === undefined || drawn === undefined) return false;
  const share = Math.abs(wished - drawn);
  return share > LABEL_SHARE && share * length > LABEL_REACH;
}
