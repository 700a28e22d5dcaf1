import type { Point } from '#core/layout/geometry.ts';
import { buildGrid, type Fineness } from './grid.ts';
import { placeLabels } from './labels.ts';
import { placePaths } from './nudge.ts';
import { countUsedPorts, planPorts } from './portPlan.ts';
import { type Problem, toProblem } from './problem.ts';
import { forceRest, routeAll } from './routeAll.ts';
import type { Route, RouteRequest } from './routeRequest.ts';
import type { Routing } from './routing.ts';
import { item } from './typed.ts';

/** Each is tried when the one before leaves a flow without a clean way. */
const FINENESSES: readonly [Fineness, ...Fineness[]] = [
  { spacing: 1, mostTracks: 3, crossSymbols: false },
  { spacing: 0.5, mostTracks: 7, crossSymbols: false },
  { spacing: 0.3, mostTracks: 15, crossSymbols: true },
];

/**
 * Draws the arrows of a page or sheet, in the order of `request.flows`. Pure and deterministic;
 * ids and the order of nodes and flows do not matter. Never throws: a flow whose ends do not exist
 * has no points, and one that finds no clean way gets the least bad one.
 */
export function routeFlows(request: RouteRequest): readonly Route[] {
  const problem = toProblem(request);
  const points = routePoints(problem);
  const ways: (readonly Point[])[] = request.flows.map(() => []);
  problem.flows.forEach((flow, index) => {
    ways[flow.index] = item(points, index);
  });
  const labels = placeLabels(
    request,
    problem.flows.map((flow) => flow.index),
    ways,
  );
  return request.flows.map((flow, index) => {
    const label = labels[index];
    const route = { flow: flow.id, points: item(ways, index) };
    return label ? { ...route, label } : route;
  });
}

function routePoints(problem: Problem): readonly (readonly Point[])[] {
  if (problem.flows.length === 0) return [];
  const offered = planPorts(problem);
  const first = routeOnFinestNeeded(problem, offered);
  const used = countUsedPorts(first.board, offered);
  const isEven = used.every((count, side) => count === offered[side]);
  const routing = isEven ? first : routeOnFinestNeeded(problem, used);
  const best = routing.failed.length > first.failed.length ? first : routing;
  forceRest(best);
  return placePaths(problem, best.board).map((points) => points ?? []);
}

function routeOnFinestNeeded(problem: Problem, ports: Int32Array): Routing {
  const [coarsest, ...finer] = FINENESSES;
  let best = routeAll(problem, buildGrid(problem, coarsest, ports));
  for (const fineness of finer) {
    if (best.failed.length === 0) break;
    const next = routeAll(problem, buildGrid(problem, fineness, ports));
    if (next.failed.length < best.failed.length) best = next;
  }
  return best;
}
