import type { Box, Point } from '#core/layout/geometry.ts';
import type { RouteNode, RouteRequest } from './routeRequest.ts';
import { item } from './typed.ts';

/** What a label may not stand on. */
export interface Obstacles {
  countHits(box: Box): number;
  add(label: Box): void;
}

interface Obstacle extends Box {
  readonly decision: boolean;
}

/** Least air around a label, in pt. */
const AIR = 0.3;

/** Symbols, arrows and joint lines, found by the horizontal slices that they touch. */
export function openObstacles(
  request: RouteRequest,
  ways: readonly (readonly Point[])[],
): Obstacles {
  const { area, rows } = request;
  const sliceHeight = area.height / Math.max(rows.length * 2, 1);
  const slices: Obstacle[][] = [];
  const toSlice = (y: number) => Math.max(Math.floor((y - area.y) / sliceHeight), 0);
  const add = (box: Obstacle) => {
    const last = toSlice(box.y + box.height + AIR);
    for (let slice = toSlice(box.y - AIR); slice <= last; slice += 1) {
      const list = slices[slice];
      if (list) list.push(box);
      else slices[slice] = [box];
    }
  };
  for (const node of request.nodes) add(toObstacle(node));
  for (const way of [...ways, ...request.joints]) for (const box of toBoxes(way)) add(box);
  return {
    add: (label) => add({ ...label, decision: false }),
    countHits: (box) => {
      let hits = 0;
      const last = toSlice(box.y + box.height);
      for (let slice = toSlice(box.y); slice <= last; slice += 1)
        for (const obstacle of slices[slice] ?? []) if (isHit(box, obstacle)) hits += 1;
      return hits;
    },
  };
}

function toObstacle({ x, y, width, height, kind }: RouteNode): Obstacle {
  return { x, y, width, height, decision: kind === 'decision' };
}

function toBoxes(points: readonly Point[]): readonly Obstacle[] {
  return points.slice(1).map((end, index) => {
    const start = item(points, index);
    return {
      x: Math.min(start[0], end[0]),
      y: Math.min(start[1], end[1]),
      width: Math.abs(end[0] - start[0]),
      height: Math.abs(end[1] - start[1]),
      decision: false,
    };
  });
}

/** A decision covers only the diamond in its box. */
function isHit(box: Box, obstacle: Obstacle): boolean {
  const isNear =
    box.x < obstacle.x + obstacle.width + AIR &&
    obstacle.x < box.x + box.width + AIR &&
    box.y < obstacle.y + obstacle.height + AIR &&
    obstacle.y < box.y + box.height + AIR;
  if (!isNear || !obstacle.decision) return isNear;
  const middleX = obstacle.x + obstacle.width / 2;
  const middleY = obstacle.y + obstacle.height / 2;
  const x = clamp(middleX, box.x, box.x + box.width) - middleX;
  const y = clamp(middleY, box.y, box.y + box.height) - middleY;
  return Math.abs(x) / obstacle.width + Math.abs(y) / obstacle.height < 0.52;
}

function clamp(value: number, low: number, high: number): number {
  if (value < low) return low;
  return Math.min(value, high);
}
