import type { Box, Point } from '#core/layout/geometry.ts';
import type { RouteRequest } from './routeRequest.ts';
import { item } from './typed.ts';

/** What a label may not stand on. */
export interface Obstacles {
  /** Whether anything is there; arrow heads want air, but a label may stand beside one. */
  isTaken(box: Box, airOfHeads: 'kept' | 'used'): boolean;
  /** Whether anything but the lines of other flows is there, labels included. */
  hasFixed(box: Box, flow: number): boolean;
  /** The other flows whose lines are there. */
  findFlows(box: Box, flow: number): ReadonlySet<number>;
  add(label: Box): void;
}

interface Obstacle extends Box {
  readonly decision: boolean;
  /** The flow whose line it is, by its place in the request; -1 for what stands still. */
  readonly flow: number;
  readonly airOfHead: boolean;
}

const STILL = -1;
/** Least air around a label, in pt. */
const AIR = 0.3;

/** Symbols, arrows and joint lines, found by the horizontal slices that they touch. */
export function openObstacles(
  request: RouteRequest,
  ways: readonly (readonly Point[])[],
): Obstacles {
  const { area, rows } = request;
  const sliceHeight = Math.max(area.height / Math.max(rows.length * 2, 1), 1);
  const slices: Obstacle[][] = [];
  const toSlice = (y: number) => Math.max(Math.floor((y - area.y) / sliceHeight), 0);
  const add = (obstacle: Obstacle) => {
    const last = toSlice(obstacle.y + obstacle.height + AIR);
    for (let slice = toSlice(obstacle.y - AIR); slice <= last; slice += 1) {
      const list = slices[slice];
      if (list) list.push(obstacle);
      else slices[slice] = [obstacle];
    }
  };
  function* findHits(box: Box): Generator<Obstacle> {
    const last = toSlice(box.y + box.height);
    for (let slice = toSlice(box.y); slice <= last; slice += 1)
      for (const obstacle of slices[slice] ?? [])
        if (!obstacle.airOfHead && isHit(box, obstacle)) yield obstacle;
  }
  for (const { x, y, width, height, kind } of request.nodes)
    add({ x, y, width, height, decision: kind === 'decision', flow: STILL, airOfHead: false });
  ways.forEach((way, flow) => {
    for (const box of toBoxes(way)) add({ ...box, decision: false, flow, airOfHead: false });
    const head = toHead(way, request.clearance);
    if (head) add({ ...head, decision: false, flow: STILL, airOfHead: true });
  });
  for (const box of request.joints.flatMap(toBoxes))
    add({ ...box, decision: false, flow: STILL, airOfHead: false });
  return {
    isTaken: (box, airOfHeads) => {
      const last = toSlice(box.y + box.height);
      for (let slice = toSlice(box.y); slice <= last; slice += 1)
        for (const obstacle of slices[slice] ?? [])
          if ((airOfHeads === 'kept' || !obstacle.airOfHead) && isHit(box, obstacle)) return true;
      return false;
    },
    add: (label) => add({ ...label, decision: false, flow: STILL, airOfHead: false }),
    hasFixed: (box, own) => {
      for (const { flow } of findHits(box)) if (flow === STILL || flow === own) return true;
      return false;
    },
    findFlows: (box, own) => {
      const flows = new Set<number>();
      for (const { flow } of findHits(box)) if (flow !== STILL && flow !== own) flows.add(flow);
      return flows;
    },
  };
}

function toBoxes(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((end, index) => {
    const start = item(points, index);
    return {
      x: Math.min(start[0], end[0]),
      y: Math.min(start[1], end[1]),
      width: Math.abs(end[0] - start[0]),
      height: Math.abs(end[1] - start[1]),
    };
  });
}

/** The room of an arrow head at the end of a way. */
function toHead(way: readonly Point[], clearance: number): Box | null {
  const [x, y] = way.at(-1) ?? [0, 0];
  const before = way.at(-2);
  if (!before) return null;
  const width = clearance * 1.2;
  const length = clearance * 1.8;
  if (before[1] === y)
    return { x: before[0] < x ? x - length : x, y: y - width / 2, width: length, height: width };
  return { x: x - width / 2, y: before[1] < y ? y - length : y, width, height: length };
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
  const x = Math.min(Math.max(middleX, box.x), box.x + box.width) - middleX;
  const y = Math.min(Math.max(middleY, box.y), box.y + box.height) - middleY;
  return Math.abs(x) / obstacle.width + Math.abs(y) / obstacle.height < 0.52;
}
