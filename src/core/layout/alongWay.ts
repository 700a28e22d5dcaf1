import type { Point } from './geometry.ts';

/** The length of an orthogonal polyline. */
export function measureWay(points: readonly Point[]): number {
  return toParts(points).reduce((sum, { length }) => sum + length, 0);
}

/** How far along the polyline the place is that lies nearest to a point. */
export function measureAlong(points: readonly Point[], [x, y]: Point): number {
  let nearest = { along: 0, distance: Number.POSITIVE_INFINITY };
  let gone = 0;
  for (const { start, end, length } of toParts(points)) {
    const nearX = clamp(x, start[0], end[0]);
    const nearY = clamp(y, start[1], end[1]);
    const distance = Math.hypot(x - nearX, y - nearY);
    const along = gone + Math.abs(nearX - start[0]) + Math.abs(nearY - start[1]);
    if (distance < nearest.distance) nearest = { along, distance };
    gone += length;
  }
  return nearest.along;
}

interface Part {
  readonly start: Point;
  readonly end: Point;
  readonly length: number;
}

function toParts(points: readonly Point[]): readonly Part[] {
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return { start, end, length: Math.abs(end[0] - start[0]) + Math.abs(end[1] - start[1]) };
  });
}

function clamp(value: number, a: number, b: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), value));
}
