import type { Box, Point } from '#core/layout/geometry.ts';
import type { Side, SymbolKind } from '#core/model/procedure.ts';

/** Radius of an arrow's corners, in layout units. */
const cornerRadius = 4;
const headLength = 7;
const headWidth = 6;

/** The outline of a symbol as SVG path data. */
export function toSymbolPath(kind: SymbolKind, box: Box, margin = 0): string {
  const x = box.x - margin;
  const y = box.y - margin;
  const width = box.width + 2 * margin;
  const height = box.height + 2 * margin;
  switch (kind) {
    case 'terminator':
      return toRoundedRect({ x, y, width, height }, height / 2);
    case 'process':
      return toRoundedRect({ x, y, width, height }, 2 + margin);
    case 'decision':
      return `M${x + width / 2},${y}l${width / 2},${height / 2}l${-width / 2},${height / 2}l${-width / 2},${-height / 2}z`;
  }
}

/** An orthogonal polyline with rounded corners; shortened at its end to leave room for the head. */
export function toArrowPath(points: readonly Point[], head: boolean): string {
  const first = points[0];
  if (!first || points.length < 2) return '';
  const line = head ? shortenEnd(points, headLength * 0.7) : points;
  let path = `M${first[0]},${first[1]}`;
  for (let i = 1; i < line.length - 1; i++) path += toCorner(line, i);
  const last = line.at(-1) ?? first;
  return `${path}L${last[0]},${last[1]}`;
}

/** The filled arrow head at the last point. */
export function toHeadPath(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const [ux, uy] = toUnit(before, tip);
  const baseX = tip[0] - ux * headLength;
  const baseY = tip[1] - uy * headLength;
  const sideX = (-uy * headWidth) / 2;
  const sideY = (ux * headWidth) / 2;
  return `M${tip[0]},${tip[1]}L${baseX + sideX},${baseY + sideY}L${baseX - sideX},${baseY - sideY}z`;
}

/** The point halfway along a polyline. */
export function toMiddle(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, i) => toLength(points[i] ?? point, point));
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [points[i], points[i + 1]];
    if (a && b && rest <= length) {
      const [ux, uy] = toUnit(a, b);
      return [a[0] + ux * rest, a[1] + uy * rest];
    }
    rest -= length;
  }
  return points[0] ?? [0, 0];
}

/** Top, right, bottom, left. */
export function toEdgeMiddles({ x, y, width, height }: Box): readonly [Point, Point, Point, Point] {
  return [
    [x + width / 2, y],
    [x + width, y + height / 2],
    [x + width / 2, y + height],
    [x, y + height / 2],
  ];
}

/** A line along the middle of one side of a box, a little outside it. */
export function toSidePath({ x, y, width, height }: Box, side: Side, margin: number): string {
  switch (side) {
    case 'top':
      return `M${x + width / 4},${y - margin}h${width / 2}`;
    case 'right':
      return `M${x + width + margin},${y + height / 4}v${height / 2}`;
    case 'bottom':
      return `M${x + width / 4},${y + height + margin}h${width / 2}`;
    case 'left':
      return `M${x - margin},${y + height / 4}v${height / 2}`;
  }
}

function toRoundedRect(box: Box, wanted: number): string {
  const radius = Math.min(wanted, box.height / 2, box.width / 2);
  const across = box.width - 2 * radius;
  const down = box.height - 2 * radius;
  const turn = (x: number, y: number) => `a${radius},${radius} 0 0 1 ${x},${y}`;
  return `M${box.x + radius},${box.y}h${across}${turn(radius, radius)}v${down}${turn(-radius, radius)}h${-across}${turn(-radius, -radius)}v${-down}${turn(radius, -radius)}z`;
}

function toCorner(points: readonly Point[], i: number): string {
  const [before, corner, after] = [points[i - 1], points[i], points[i + 1]];
  if (!before || !corner || !after) return '';
  const radius = Math.min(cornerRadius, toLength(before, corner) / 2, toLength(corner, after) / 2);
  const [inX, inY] = toUnit(before, corner);
  const [outX, outY] = toUnit(corner, after);
  const [x, y] = corner;
  return `L${x - inX * radius},${y - inY * radius}Q${x},${y} ${x + outX * radius},${y + outY * radius}`;
}

function shortenEnd(points: readonly Point[], by: number): readonly Point[] {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return points;
  const length = Math.min(by, toLength(before, tip));
  const [ux, uy] = toUnit(before, tip);
  return [...points.slice(0, -1), [tip[0] - ux * length, tip[1] - uy * length]];
}

function toLength(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function toUnit(a: Point, b: Point): Point {
  const length = toLength(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}
