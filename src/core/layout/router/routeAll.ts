import type { Path } from './board.ts';
import { CROSSING, NEVER } from './costs.ts';
import type { Grid } from './grid.ts';
import type { Problem } from './problem.ts';
import { Routing } from './routing.ts';
import { item } from './typed.ts';
import { countCrossings, findCrossings, meetsBadly } from './ways.ts';

const ROUNDS = 3;
/** A way that costs hardly more than the best thinkable one is left alone. */
const WORTH_A_TRY = 40;
const WORTH_A_SWAP = 90;

/** Routes the flows one after the other, then takes up those that are not ideal and tries again. */
export function routeAll(problem: Problem, grid: Grid): Routing {
  const routing = new Routing(problem, grid);
  for (const flow of routing.order) routing.put(flow, routing.findClean(flow));
  for (let round = 1; round < ROUNDS; round += 1) {
    for (const flow of routing.failed) makeRoom(routing, flow);
    if (!improve(routing)) break;
  }
  for (const flow of routing.failed) makeRoom(routing, flow);
  swapSides(routing);
  uncross(routing);
  return routing;
}

/** Gives the flows that have no clean way one at any price. */
export function forceRest(routing: Routing): void {
  for (const flow of routing.failed) routing.put(flow, routing.findAnyWay(flow));
}

/** Tries each flow again now that all others lie; whether any way changed. */
function improve(routing: Routing): boolean {
  let hasChanged = false;
  for (const flow of routing.order) {
    const before = routing.board.paths[flow];
    if (!before || before.cost - before.bound < WORTH_A_TRY) continue;
    routing.take(flow);
    const limit = before.base + CROSSING * countCrossings(routing.board, before);
    const after = routing.findClean(flow, limit);
    routing.put(flow, after ?? before);
    if (after) hasChanged = true;
  }
  return hasChanged;
}

/** Gives a flow the way it wants, and lets those that stood in it look for another. */
function makeRoom(routing: Routing, flow: number): void {
  const wanted = routing.findPushing(flow);
  if (!wanted) return;
  const { board, order } = routing;
  const { group } = item(routing.problem.flows, flow);
  const others = order.filter((other) => {
    const path = board.paths[other];
    if (!path || item(routing.problem.flows, other).group === group) return false;
    return meetsBadly(board, path, wanted);
  });
  tryInOrder(routing, [flow, ...others], NEVER);
}

/** Where a flow has a bad way, one that leaves its source or target may have the side that it needs. */
function swapSides(routing: Routing): void {
  const { board, order, problem } = routing;
  for (const flow of order) {
    const { from, to } = item(problem.flows, flow);
    for (const other of order) {
      const path = board.paths[flow];
      if (!path || path.cost - path.bound < WORTH_A_SWAP) break;
      const { from: leaves } = item(problem.flows, other);
      if (other !== flow && (leaves === from || leaves === to) && board.paths[other])
        tryInOrder(routing, [flow, other]);
    }
  }
}

/** Two ways that cross may do without, if the other one goes first. */
function uncross(routing: Routing): void {
  const { board, order } = routing;
  for (const flow of order) {
    const path = routing.take(flow);
    if (!path) continue;
    const crossings = findCrossings(board, path);
    routing.put(flow, path);
    for (const vertex of crossings) {
      if (!board.paths[flow]?.vertices.includes(vertex)) continue;
      const other = findOther(routing, flow, vertex);
      if (other !== undefined) tryInOrder(routing, [flow, other]);
    }
  }
}

function findOther({ board, order }: Routing, flow: number, vertex: number): number | undefined {
  return order.find((each) => each !== flow && board.paths[each]?.vertices.includes(vertex));
}

/**
 * Takes the flows up and lays them in this order. They stay so when each finds a way and together
 * they cost less than the limit: what they cost before, unless told.
 */
function tryInOrder(routing: Routing, flows: readonly number[], limit?: number): void {
  const before = takeAll(routing, flows);
  let rest = limit ?? before.cost - before.bound;
  const isBetter = flows.every((flow, index) => {
    const bound = before.paths[index]?.bound ?? 0;
    const path = routing.findClean(flow, rest + bound);
    routing.put(flow, path);
    if (path) rest -= path.cost - bound;
    return path !== null;
  });
  if (isBetter) return;
  for (const flow of flows) routing.take(flow);
  flows.forEach((flow, index) => {
    routing.put(flow, before.paths[index] ?? null);
  });
}

/** Takes ways off the board, and says what they cost where they lay. */
function takeAll(
  routing: Routing,
  flows: readonly number[],
): { readonly paths: readonly (Path | null)[]; readonly cost: number; readonly bound: number } {
  let cost = 0;
  let bound = 0;
  const paths = flows.map((flow) => {
    const path = routing.take(flow);
    if (path) cost += path.base + CROSSING * countCrossings(routing.board, path);
    bound += path?.bound ?? 0;
    return path;
  });
  return { paths, cost, bound };
}
