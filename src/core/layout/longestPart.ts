import type { Point } from './geometry.ts';

/** The middle of the longest straight part of a line, where there is most room to mark it. */
export function findLongestMiddle(points: readonly Point[]): Point | undefined {
  const parts = points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    const middle: Point = [(fromX + x) / 2, (fromY + y) / 2];
    return { middle, length: Math.abs(x - fromX) + Math.abs(y - fromY) };
  });
  return parts.toSorted((a, b) => b.length - a.length)[0]?.middle;
}
