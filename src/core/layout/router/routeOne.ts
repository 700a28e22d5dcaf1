import type { RouteHint } from '#core/model/procedure.ts';
import { type Board, findDirection, mayEnter, mayLeave, type Path } from './board.ts';
import { BEND, CROSSING, NEVER, RETRY_BUDGET, SHARED_BONUS } from './costs.ts';
import { isHorizontal, opposite, SIDES } from './direction.ts';
import type { Problem, ProblemFlow } from './problem.ts';
import { type Found, type Goal, Search, type Seed } from './search.ts';
import { costOfEntry, costOfExit } from './sides.ts';
import { at, item } from './typed.ts';
import { countCrossings } from './ways.ts';

/** How strictly a flow keeps the rules. */
export interface Strictness {
  /** The person's wishes that bind. */
  readonly hints: RouteHint | undefined;
  /** Whether sides are kept apart and reserved for others. */
  readonly sides: boolean;
  readonly overlapCost: number;
  /** Only a way that costs less is of use. */
  readonly limit: number;
  /** A side not to leave by. */
  readonly notBy?: number;
}

// Its memory serves one search after the other.
const search = new Search();

/** The cheapest way of a flow beside those that are on the board. */
export function findPath(
  problem: Problem,
  board: Board,
  flowIndex: number,
  turnCosts: Int32Array,
  strictness: Strictness,
): Path | null {
  const flow = item(problem.flows, flowIndex);
  const seeds = findSeeds(problem, board, flow, strictness, turnCosts);
  if (seeds.length === 0) return null;
  const shared = strictness.hints?.entry ? [] : findShared(problem, board, flowIndex);
  const goals = [...findEntries(problem, board, flow, strictness, shared), ...shared];
  const found = search.find(board, {
    group: flow.group,
    seeds,
    goals,
    aims: goals.filter((goal) => isEntry(board, flow.to, goal)),
    bonus: shared.length > 0 ? SHARED_BONUS : 0,
    limit: strictness.limit,
    budget: strictness.limit === NEVER ? NEVER : RETRY_BUDGET,
    turnCosts,
    overlapCost: strictness.overlapCost,
  });
  return found && toPath(board, flow, found);
}

/** Whether a goal stands before the node itself, rather than at another way to it. */
function isEntry({ grid }: Board, node: number, { vertex, direction }: Goal): boolean {
  const side = node * 4 + opposite(direction);
  const end = at(grid.portStarts, side + 1);
  for (let port = at(grid.portStarts, side); port < end; port += 1)
    if (item(grid.ports, port).vertex === vertex) return true;
  return false;
}

function findSeeds(
  problem: Problem,
  board: Board,
  flow: ProblemFlow,
  strictness: Strictness,
  turnCosts: Int32Array,
): readonly Seed[] {
  const { grid } = board;
  // A way that begins upright runs beside no rule: a wish for a channel is to be kept there too.
  const isWished = strictness.hints?.channel !== undefined;
  const wished = strictness.hints?.exit;
  const seeds: Seed[] = [];
  for (let side = 0; side < 4; side += 1) {
    if ((wished && SIDES[side] !== wished) || side === strictness.notBy) continue;
    if (strictness.sides && !mayLeave(board, flow.from, side)) continue;
    const cost = costOfExit(problem, flow, side);
    const end = at(grid.portStarts, flow.from * 4 + side + 1);
    for (let port = at(grid.portStarts, flow.from * 4 + side); port < end; port += 1) {
      const { vertex } = item(grid.ports, port);
      const isTaken = strictness.sides && at(board.portCounts, port) > 0;
      if (vertex < 0 || isTaken) continue;
      const toll = isWished && !isHorizontal(side) ? at(turnCosts, vertex % grid.width) : 0;
      seeds.push({ vertex, direction: side, cost: cost + toll, port });
    }
  }
  return seeds;
}

function findEntries(
  problem: Problem,
  board: Board,
  flow: ProblemFlow,
  strictness: Strictness,
  shared: readonly Goal[],
): readonly Goal[] {
  const { grid } = board;
  const wished = strictness.hints?.entry;
  const goals: Goal[] = [];
  for (let side = 0; side < 4; side += 1) {
    if (wished && SIDES[side] !== wished) continue;
    if (strictness.sides && !mayEnter(board, flow.to, side)) continue;
    const cost = costOfEntry(problem, flow, side);
    const end = at(grid.portStarts, flow.to * 4 + side + 1);
    for (let port = at(grid.portStarts, flow.to * 4 + side); port < end; port += 1) {
      const { vertex } = item(grid.ports, port);
      if (vertex < 0 || shared.some((goal) => goal.vertex === vertex)) continue;
      const isOwn = at(board.portCounts, port) > 0;
      if (isOwn && !wished && strictness.sides) continue;
      goals.push({ vertex, direction: opposite(side), cost, shared: isOwn });
    }
  }
  return goals;
}

/** Where the flow may come onto the ways of others to the same target: after their first bend. */
function findShared(problem: Problem, board: Board, flowIndex: number): readonly Goal[] {
  const flow = item(problem.flows, flowIndex);
  const goals: Goal[] = [];
  problem.flows.forEach((other, index) => {
    const path = board.paths[index];
    if (!path || index === flowIndex || other.group !== flow.group || other.to !== flow.to) return;
    goals.push(...toSharedGoals(board, path));
  });
  return goals;
}

function toSharedGoals(board: Board, path: Path): readonly Goal[] {
  const { grid } = board;
  const { vertices } = path;
  const goals: Goal[] = [];
  let direction = opposite(item(grid.ports, path.entry).side);
  let cost = 0;
  const first = findFirstShared(board, path);
  for (let index = vertices.length - 1; index >= first; index -= 1) {
    const vertex = item(vertices, index);
    const next = vertices[index + 1];
    if (next !== undefined) {
      const before = findDirection(grid, vertex, next);
      if (before !== direction) cost += BEND;
      cost += measureStep(board, vertex, next);
      direction = before;
    }
    goals.push({ vertex, direction, cost: cost - SHARED_BONUS, shared: true });
  }
  return goals;
}

function findFirstShared(board: Board, path: Path): number {
  const { grid } = board;
  const { vertices } = path;
  let direction = item(grid.ports, path.exit).side;
  for (let index = 0; index + 1 < vertices.length; index += 1) {
    const next = findDirection(grid, item(vertices, index), item(vertices, index + 1));
    if (next !== direction) return index;
    direction = next;
  }
  if (direction !== opposite(item(grid.ports, path.entry).side)) return vertices.length - 1;
  return vertices.length >> 1;
}

function measureStep(board: Board, from: number, to: number): number {
  const { width, xCosts, yCosts } = board.grid;
  const across = at(xCosts, to % width) - at(xCosts, from % width);
  const down = at(yCosts, (to / width) | 0) - at(yCosts, (from / width) | 0);
  return (across < 0 ? -across : across) + (down < 0 ? -down : down);
}

function toPath(board: Board, flow: ProblemFlow, found: Found): Path | null {
  const { vertices, seed, goal, cost, bound } = found;
  const last = item(vertices, vertices.length - 1);
  const { port: exit } = seed;
  if (!goal.shared) {
    const entry = findPort(board, flow.to, last, goal.direction);
    return withBase(board, { vertices, exit, entry, cost, base: cost, bound });
  }
  const host = board.paths.find(
    (path) =>
      path && item(board.grid.ports, path.entry).node === flow.to && path.vertices.includes(last),
  );
  if (!host) return null;
  const rest = host.vertices.slice(host.vertices.indexOf(last) + 1);
  const { entry } = host;
  const whole = [...vertices, ...rest];
  return withBase(board, { vertices: whole, exit, entry, cost, base: cost, bound });
}

function withBase(board: Board, path: Path): Path {
  return { ...path, base: path.cost - CROSSING * countCrossings(board, path) };
}

function findPort(board: Board, node: number, vertex: number, direction: number): number {
  const { grid } = board;
  const side = node * 4 + opposite(direction);
  const end = at(grid.portStarts, side + 1);
  for (let port = at(grid.portStarts, side); port < end; port += 1)
    if (item(grid.ports, port).vertex === vertex) return port;
  return at(grid.portStarts, side);
}
