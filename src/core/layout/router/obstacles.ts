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
  /** A decision covers only its diamond; the air of an arrow head is used where need be. */
  readonly shape: 'box' | 'diamond' | 'air';
  /** The flow whose line it is, by its place in the request; -1 for what stands still. */
  readonly flow: number;
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
        if (obstacle.shape !== 'air' && isHit(box, obstacle)) yield obstacle;
  }
  for (const node of request.nodes)
    add(toObstacle(node, node.kind === 'decision' ? 'diamond' : 'box', STILL));
  ways.forEach((way, flow) => {
    for (let index = 1; index < way.length; index += 1)
      add(toObstacle(toBox(item(way, index - 1), item(way, index)), 'box', flow));
    const head = toHead(way, request.clearance);
    if (head) add(toObstacle(head, 'air', STILL));
  });
  for (const joint of request.joints)
    for (let index = 1; index < joint.length; index += 1)
      add(toObstacle(toBox(item(joint, index - 1), item(joint, index)), 'box', STILL));
  return {
    isTaken: (box, airOfHeads) => {
      const last = toSlice(box.y + box.height);
      for (let slice = toSlice(box.y); slice <= last; slice += 1)
        for (const obstacle of slices[slice] ?? [])
          if ((airOfHeads === 'kept' || obstacle.shape !== 'air') && isHit(box, obstacle))
            return true;
      return false;
    },
    add: (label) => add(toObstacle(label, 'box', STILL)),
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

// All obstacles are made here, so that they have one shape in memory: there are very many.
function toObstacle(box: Box, shape: Obstacle['shape'], flow: number): Obstacle {
  return { x: box.x, y: box.y, width: box.width, height: box.height, shape, flow };
}

function toBox([fromX, fromY]: Point, [toX, toY]: Point): Box {
  return {
    x: Math.min(fromX, toX),
    y: Math.min(fromY, toY),
    width: Math.abs(fromX - toX),
    height: Math.abs(fromY - toY),
  };
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

function isHit(box: Box, obstacle: Obstacle): boolean {
  const isNear =
    box.x < obstacle.x + obstacle.width + AIR &&
    obstacle.x < box.x + box.width + AIR &&
    box.y < obstacle.y + obstacle.height + AIR &&
    obstacle.y < box.y + box.height + AIR;
  if (!isNear || obstacle.shape !== 'diamond') return isNear;
  const middleX = obstacle.x + obstacle.width / 2;
  const middleY = obstacle.y + obstacle.height / 2;
  const x = Math.min(Math.max(middleX, box.x), box.x + box.width) - middleX;
  const y = Math.min(Math.max(middleY, box.y), box.y + box.height) - middleY;
  return Math.abs(x) / obstacle.width + Math.abs(y) / obstacle.height < 0.52;
}
