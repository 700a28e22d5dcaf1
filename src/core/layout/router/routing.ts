import type { RouteHint } from '#core/model/procedure.ts';
import { type Board, openBoard, type Path, putPath, takePath } from './board.ts';
import { BEND, BROKEN_WISH, NEVER } from './costs.ts';
import type { Grid } from './grid.ts';
import { markJoints } from './joints.ts';
import { priceLines, withChannel } from './lineCosts.ts';
import type { Problem, ProblemFlow } from './problem.ts';
import { findPath, type Strictness } from './routeOne.ts';
import { item } from './typed.ts';

const STRICT: Strictness = { hints: undefined, sides: true, overlapCost: NEVER, limit: NEVER };
/** To find out who stands in the way. */
const PUSHING: Strictness = { ...STRICT, overlapCost: BEND };
const ANY_WAY: Strictness = {
  hints: undefined,
  sides: false,
  overlapCost: 30 * BEND,
  limit: NEVER,
};

/** One attempt to route all flows on one grid: the board fills up, path by path. */
export class Routing {
  readonly problem: Problem;
  readonly board: Board;
  /** Flows in the order in which they get their way. */
  readonly order: readonly number[];
  readonly #turnCosts: Int32Array;

  constructor(problem: Problem, grid: Grid) {
    this.problem = problem;
    this.board = openBoard(problem, grid);
    this.order = orderFlows(problem);
    this.#turnCosts = priceLines(problem, grid);
    markJoints(problem, this.board);
  }

  get failed(): readonly number[] {
    return this.order.filter((flow) => this.board.paths[flow] === null);
  }

  /**
   * The best way that breaks no rule and costs less than the limit. Of the person's wishes it drops
   * as few as it can, each at a price that no other gain outweighs.
   */
  findClean(flow: number, limit = NEVER): Path | null {
    for (const { hints, dropped } of listDrops(this.#flow(flow))) {
      const price = dropped * BROKEN_WISH;
      if (price >= limit) return null;
      const path = this.#find(flow, { ...STRICT, hints, limit: limit - price });
      if (path) return { ...path, cost: path.cost + price, base: path.base + price };
    }
    return null;
  }

  /** The best way that leaves by another side, unless a person chose the side. */
  findOtherExit(flow: number, side: number): Path | null {
    const { hint } = this.#flow(flow).flow;
    return hint?.exit ? null : this.#find(flow, { ...STRICT, hints: hint, notBy: side });
  }

  /** The way that a flow would take if others made room. */
  findPushing(flow: number): Path | null {
    return this.#find(flow, PUSHING);
  }

  /** A way at any price: through no symbol, but maybe along others. */
  findAnyWay(flow: number): Path | null {
    return this.#find(flow, ANY_WAY);
  }

  put(flow: number, path: Path | null): void {
    if (path) putPath(this.board, flow, this.#flow(flow).group, path);
  }

  take(flow: number): Path | null {
    return takePath(this.board, flow, this.#flow(flow).group);
  }

  #find(flow: number, strictness: Strictness): Path | null {
    const { problem, board } = this;
    const channel = strictness.hints?.channel;
    const turnCosts = withChannel(problem, board.grid, channel, this.#turnCosts);
    return findPath(problem, board, flow, turnCosts, strictness);
  }

  #flow(flow: number): ProblemFlow {
    return item(this.problem.flows, flow);
  }
}

/** A flow's wishes, then with one or both of its sides dropped, the fewest first. */
function listDrops({
  flow: { hint },
}: ProblemFlow): readonly { readonly hints: RouteHint | undefined; readonly dropped: number }[] {
  if (!hint) return [{ hints: undefined, dropped: 0 }];
  const { exit, entry, ...rest } = hint;
  const drops = [{ hints: hint, dropped: 0 }];
  if (exit && entry) {
    drops.push({ hints: { ...rest, exit }, dropped: 1 }, { hints: { ...rest, entry }, dropped: 1 });
    drops.push({ hints: rest, dropped: 2 });
  } else if (exit || entry) drops.push({ hints: rest, dropped: 1 });
  return drops;
}

/** Those with wishes first, then short ways: they have the fewest choices, and long ones lie around them. */
function orderFlows(problem: Problem): readonly number[] {
  const isWished = (index: number) => item(problem.flows, index).flow.hint !== undefined;
  const lengths = problem.flows.map((flow) => measureSpan(problem, flow));
  return problem.flows
    .map((_, index) => index)
    .sort(
      (a, b) =>
        Number(isWished(b)) - Number(isWished(a)) || item(lengths, a) - item(lengths, b) || a - b,
    );
}

function measureSpan(problem: Problem, flow: ProblemFlow): number {
  const from = item(problem.nodes, flow.from);
  const to = item(problem.nodes, flow.to);
  // What only passes through goes straight, and others make way.
  if (from.kind === 'gate' && to.kind === 'gate' && from.x === to.x) return -1;
  const rows = Math.abs(to.row - from.row);
  const columns = Math.abs(to.column - from.column);
  return rows * 4 + columns * 2 + (flow.forward ? 0 : 1);
}
