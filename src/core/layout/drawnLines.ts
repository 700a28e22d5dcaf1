import type { Box, Point } from './geometry.ts';

/** A straight part of an arrow or a joint line. */
export interface Segment {
  readonly start: Point;
  readonly end: Point;
  /** Which arrow it belongs to, and the how manieth of it it is; -1 for a joint line. */
  readonly arrow: number;
  readonly index: number;
}

/** Closer than this, in pt, two lines look like one. */
const SAME = 0.25;

export function toSegments(points: readonly Point[], arrow: number): readonly Segment[] {
  return points.slice(1).map((end, index) => ({ start: points[index] ?? end, end, arrow, index }));
}

export function isLevel({ start, end }: Segment): boolean {
  return Math.abs(start[1] - end[1]) < 0.005;
}

export function isUpright({ start, end }: Segment): boolean {
  return Math.abs(start[0] - end[0]) < 0.005;
}

export function toBox({ start, end }: Segment): Box {
  return {
    x: Math.min(start[0], end[0]),
    y: Math.min(start[1], end[1]),
    width: Math.abs(start[0] - end[0]),
    height: Math.abs(start[1] - end[1]),
  };
}

/** Whether two boxes share more than their edges. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function shrink({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

/** Whether one goes straight through the other, away from the ends of both. */
export function cross(a: Segment, b: Segment): boolean {
  if (isLevel(a) === isLevel(b)) return false;
  const [level, upright] = isLevel(a) ? [toBox(a), toBox(b)] : [toBox(b), toBox(a)];
  return (
    upright.x > level.x + SAME &&
    upright.x < level.x + level.width - SAME &&
    level.y > upright.y + SAME &&
    level.y < upright.y + upright.height - SAME
  );
}

/** Where two parallel lines begin to lie on each other, in the direction of `a`. */
export function findSharedStart(a: Segment, b: Segment): Point | null {
  const across = isLevel(a) ? 0 : 1;
  const aside = isLevel(a) ? 1 : 0;
  if (isLevel(a) !== isLevel(b) || Math.abs(a.start[aside] - b.start[aside]) >= SAME) return null;
  const low = Math.max(Math.min(a.start[across], a.end[across]), lowEnd(b, across));
  const high = Math.min(Math.max(a.start[across], a.end[across]), highEnd(b, across));
  if (high - low <= SAME) return null;
  const from = a.end[across] > a.start[across] ? low : high;
  return across === 0 ? [from, a.start[1]] : [a.start[0], from];
}

export function pointsTheSameWay(a: Segment, b: Segment): boolean {
  const across = isLevel(a) ? 0 : 1;
  return a.end[across] > a.start[across] === b.end[across] > b.start[across];
}

export function liesOn([x, y]: Point, segment: Segment): boolean {
  const box = toBox(segment);
  return (
    x > box.x - SAME &&
    x < box.x + box.width + SAME &&
    y > box.y - SAME &&
    y < box.y + box.height + SAME
  );
}

export function isSamePoint(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) < SAME && Math.abs(a[1] - b[1]) < SAME;
}

function lowEnd({ start, end }: Segment, axis: 0 | 1): number {
  return Math.min(start[axis], end[axis]);
}

function highEnd({ start, end }: Segment, axis: 0 | 1): number {
  return Math.max(start[axis], end[axis]);
}
