import type { Point } from '#core/layout/geometry.ts';
import { buildGrid, type Fineness } from './grid.ts';
import { changeExit, clearRoom } from './labelRoom.ts';
import { type LabelPlan, placeLabels } from './labels.ts';
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

const ROUNDS_FOR_LABELS = 6;

/**
 * Draws the arrows of a page or sheet, in the order of `request.flows`. Pure and deterministic;
 * ids and the order of nodes and flows do not matter. Never throws: a flow whose ends do not exist
 * has no points, and one that finds no clean way gets the least bad one.
 */
export function routeFlows(request: RouteRequest): readonly Route[] {
  const problem = toProblem(request);
  const { ways, labels } = draw(problem);
  return request.flows.map((flow, index) => {
    const label = labels.boxes[index];
    const route = { flow: flow.id, points: item(ways, index) };
    return label ? { ...route, label } : route;
  });
}

/** What is drawn, by the flow's place in the request. */
interface Picture {
  readonly ways: readonly (readonly Point[])[];
  readonly labels: LabelPlan;
}

/** Ways first, then labels; where a label finds no place, arrows give way to it. */
function draw(problem: Problem): Picture {
  const routing = routeWays(problem);
  let best = toPicture(routing);
  let next = best;
  for (let round = 0; round < ROUNDS_FOR_LABELS && next.labels.crowded.length > 0; round += 1) {
    const clearing = round % 2 === 0 ? 'gap' : 'place';
    const helped = next.labels.crowded.filter(
      (label) => clearRoom(routing, label, clearing) || changeExit(routing, label),
    );
    if (helped.length === 0) continue;
    next = toPicture(routing);
    if (next.labels.crowded.length < best.labels.crowded.length) best = next;
  }
  return best;
}

function toPicture({ problem, board }: Routing): Picture {
  const points = placePaths(problem, board);
  const ways: (readonly Point[])[] = problem.request.flows.map(() => []);
  problem.flows.forEach(({ index }, flow) => {
    ways[index] = points[flow] ?? [];
  });
  const order = problem.flows.map(({ index }) => index);
  return { ways, labels: placeLabels(problem.request, order, ways) };
}

function routeWays(problem: Problem): Routing {
  const offered = planPorts(problem);
  const first = routeOnFinestNeeded(problem, offered);
  const used = countUsedPorts(first.board, offered);
  const isEven = used.every((count, side) => count === offered[side]);
  const routing = isEven ? first : routeOnFinestNeeded(problem, used);
  const best = routing.failed.length > first.failed.length ? first : routing;
  forceRest(best);
  return best;
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
