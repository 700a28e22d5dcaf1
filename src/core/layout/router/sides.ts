import { DOWN, LEFT, RIGHT, UP } from './direction.ts';
import type { Problem, ProblemFlow } from './problem.ts';
import type { RouteNode } from './routeRequest.ts';
import { item } from './typed.ts';

const NEGATIVE = /^(t|tidak|tdk|belum|bukan|tolak|ditolak|no|n|not|salah|rusak|kurang)\b/i;

/** Its upper corner is where a reader looks for the way in. */
const UPWARDS_FROM_DECISION = 450;

/** What it costs a flow to leave through a side: a clerk's preferences. */
export function costOfExit(problem: Problem, flow: ProblemFlow, side: number): number {
  const node = item(problem.nodes, flow.from);
  const { kind } = node;
  if (kind === 'off-page') return costOfPentagonExit(problem, flow, side);
  if (kind === 'decision' && isSecondary(flow)) return costOfSecondary(flow, side);
  switch (side) {
    case DOWN:
      return flow.forward ? 0 : 70;
    case UP:
      if (kind === 'decision') return UPWARDS_FROM_DECISION;
      return flow.forward ? 390 : 300;
    default:
      return costOfSideways(flow, side);
  }
}

/** What it costs a flow to enter through a side: from above first, from below hardly ever. */
export function costOfEntry(problem: Problem, flow: ProblemFlow, side: number): number {
  const node = item(problem.nodes, flow.to);
  const { kind } = node;
  if (kind === 'off-page') return side === toOuterSide(problem, node) ? OUTER_SIDE : 0;
  switch (side) {
    case UP:
      return 0;
    case DOWN:
      return kind === 'gate' ? 0 : 1000;
    default:
      // The sides of a decision are for its exits.
      if (kind === 'decision' && flow.forward) return 112;
      return flow.forward ? 22 : 4;
  }
}

/** Of a pentagon: the one towards the next page. */
const OUTER_SIDE = 1000;

function toOuterSide({ request }: Problem, { y }: RouteNode): number {
  return y < request.area.y + request.area.height / 2 ? UP : DOWN;
}

function costOfPentagonExit(problem: Problem, flow: ProblemFlow, side: number): number {
  const outer = toOuterSide(problem, item(problem.nodes, flow.from));
  if (side === outer) return OUTER_SIDE;
  return side === UP || side === DOWN ? 0 : costOfSideways(flow, side);
}

/** "Tidak", "T", "Belum": the exit that leaves sideways. */
function isSecondary(flow: ProblemFlow): boolean {
  return NEGATIVE.test(flow.flow.label?.text.trim() ?? '');
}

function costOfSecondary(flow: ProblemFlow, side: number): number {
  if (side === UP) return UPWARDS_FROM_DECISION;
  if (side === DOWN) return 50;
  return isTowards(flow, side) || flow.towards === 0 ? 0 : 20;
}

function costOfSideways(flow: ProblemFlow, side: number): number {
  if (isTowards(flow, side)) return 0;
  if (flow.towards === 0) return flow.forward ? 20 : 0;
  return flow.forward ? 60 : 25;
}

function isTowards(flow: ProblemFlow, side: number): boolean {
  return (side === RIGHT && flow.towards === 1) || (side === LEFT && flow.towards === -1);
}
