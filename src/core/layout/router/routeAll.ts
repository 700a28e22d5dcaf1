import { type Board, JOINED, openBoard, type Path, putPath, takePath } from './board.ts';
import { BEND, MIDDLE_RUN, RIGHT_EDGE } from './costs.ts';
import { isHorizontal } from './direction.ts';
import type { Grid } from './grid.ts';
import type { Problem, ProblemFlow } from './problem.ts';
import { ANY_WAY, findPath, STRICT, type Strictness, WITHOUT_HINTS } from './routeOne.ts';
import { Search } from './search.ts';
import { at, item } from './typed.ts';

const ROUNDS = 3;

export interface Outcome {
  readonly board: Board;
  /** Flows without a clean way. */
  readonly failed: readonly number[];
}

/** Routes the flows one after the other, then takes up each that is not ideal and tries again. */
export function routeAll(problem: Problem, grid: Grid): Outcome {
  const board = openBoard(problem, grid);
  markJoints(problem, board);
  const search = new Search(board);
  const turnCosts = priceLines(problem, grid);
  const route = (flow: number, strictness: Strictness) => {
    const costs = withChannel(problem, grid, item(problem.flows, flow), turnCosts, strictness);
    return findPath(problem, board, search, flow, costs, strictness);
  };
  const clean = (flow: number): Path | null => {
    const path = route(flow, STRICT);
    return path ?? (item(problem.flows, flow).flow.hint ? route(flow, WITHOUT_HINTS) : null);
  };
  const order = orderFlows(problem);
  for (const flow of order) put(problem, board, flow, clean(flow));
  for (let round = 1; round < ROUNDS; round += 1) if (!improve(problem, board, order, clean)) break;
  const failed = order.filter((flow) => board.paths[flow] === null);
  return { board, failed };
}

/** Gives the flows that have no clean way one at any price. */
export function forceRest({ board, failed }: Outcome, problem: Problem): void {
  const search = new Search(board);
  const turnCosts = priceLines(problem, board.grid);
  for (const flow of failed)
    put(problem, board, flow, findPath(problem, board, search, flow, turnCosts, ANY_WAY));
}

function put(problem: Problem, board: Board, flow: number, path: Path | null): void {
  if (path) putPath(board, flow, item(problem.flows, flow).group, path);
}

function improve(
  problem: Problem,
  board: Board,
  order: readonly number[],
  clean: (flow: number) => Path | null,
): boolean {
  let hasChanged = false;
  for (const flow of order) {
    const before = board.paths[flow] ?? null;
    if (before && before.cost < BEND) continue;
    const { group } = item(problem.flows, flow);
    takePath(board, flow, group);
    const after = clean(flow) ?? before;
    put(problem, board, flow, after);
    if (after && after.vertices.join() !== before?.vertices.join()) hasChanged = true;
  }
  return hasChanged;
}

/** Short ways first: they have the fewest choices, and long ones lie around them. */
function orderFlows(problem: Problem): readonly number[] {
  const lengths = problem.flows.map((flow) => measureSpan(problem, flow));
  return problem.flows
    .map((_, index) => index)
    .sort((a, b) => item(lengths, a) - item(lengths, b) || a - b);
}

function measureSpan(problem: Problem, flow: ProblemFlow): number {
  const from = item(problem.nodes, flow.from);
  const to = item(problem.nodes, flow.to);
  const rows = Math.abs(to.row - from.row);
  const columns = Math.abs(to.column - from.column);
  return rows * 4 + columns * 2 + (flow.forward ? 0 : 1);
}

function priceLines(problem: Problem, grid: Grid): Int32Array {
  const last = problem.nodes.reduce((right, node) => Math.max(right, node.x + node.width), 0);
  const { columns } = problem.request;
  const edge = columns.at(-1);
  const isLastUsed = edge !== undefined && last > edge.x;
  const start = isLastUsed ? last - 0.01 : (edge?.x ?? last);
  return Int32Array.from(grid.xs, (line) => {
    if (line.position > start) return RIGHT_EDGE;
    return line.gap === null ? MIDDLE_RUN : 0;
  });
}

function withChannel(
  problem: Problem,
  grid: Grid,
  flow: ProblemFlow,
  turnCosts: Int32Array,
  strictness: Strictness,
): Int32Array {
  const channel = strictness.hints ? flow.flow.hint?.channel : undefined;
  if (channel === undefined) return turnCosts;
  const { columns, area } = problem.request;
  const column = columns.find((each) => each.actor === channel);
  if (channel !== null && !column) return turnCosts;
  const rule = column ? column.x + column.width : (columns[0]?.x ?? area.x);
  return Int32Array.from(grid.xs, ({ gap }, index) => {
    const touches = gap && Math.min(Math.abs(gap.start - rule), Math.abs(gap.end - rule)) < 0.5;
    return touches ? 0 : at(turnCosts, index) + 4 * BEND;
  });
}

/** No arrow runs along a joint line, nor uses the sides that it touches. */
function markJoints(problem: Problem, board: Board): void {
  const { xs, ys, width } = board.grid;
  for (const points of problem.request.joints) {
    points.forEach(([x, y], index) => {
      const [nextX, nextY] = points[index + 1] ?? [x, y];
      const [left, right] = x < nextX ? [x, nextX] : [nextX, x];
      const [top, bottom] = y < nextY ? [y, nextY] : [nextY, y];
      xs.forEach((vertical, column) => {
        if (vertical.position < left - 0.1 || vertical.position > right + 0.1) return;
        ys.forEach((line, row) => {
          if (line.position < top - 0.1 || line.position > bottom + 0.1) return;
          if (left !== right) board.horizontal[row * width + column] = -1;
          if (top !== bottom) board.vertical[row * width + column] = -1;
        });
      });
    });
    markSides(problem, board, points[0]);
    markSides(problem, board, points.at(-1));
  }
}

function markSides(
  problem: Problem,
  board: Board,
  end: readonly [number, number] | undefined,
): void {
  if (!end) return;
  problem.nodes.forEach((node, index) => {
    const places = [
      [node.x + node.width / 2, node.y],
      [node.x + node.width, node.y + node.height / 2],
      [node.x + node.width / 2, node.y + node.height],
      [node.x, node.y + node.height / 2],
    ];
    places.forEach(([x = 0, y = 0], side) => {
      const isNear = isHorizontal(side)
        ? Math.abs(x - end[0]) < 0.5 && y > node.y && Math.abs(y - end[1]) < node.height / 2
        : Math.abs(y - end[1]) < 0.5 && Math.abs(x - end[0]) < node.width / 2;
      if (isNear) board.sideUses[index * 4 + side] = JOINED;
    });
  });
}
