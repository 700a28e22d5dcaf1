import type { Point } from '#core/layout/geometry.ts';
import { buildGrid, type Fineness } from './grid.ts';
import { type Clearing, changeExit, clearRoom } from './labelRoom.ts';
import { type CrowdedLabel, type LabelPlan, placeLabels } from './labels.ts';
import { placePaths } from './nudge.ts';
import { countUsedPorts, planPorts } from './portPlan.ts';
import { type Problem, toProblem } from './problem.ts';
import { forceRest, routeAll } from './routeAll.ts';
import type { Route, RouteRequest } from './routeRequest.ts';
import type { Routing } from './routing.ts';
import { at, item } from './typed.ts';

/** Each is tried when the one before leaves a flow without a clean way. */
const FINENESSES: readonly [Fineness, ...Fineness[]] = [
  { spacing: 1, mostTracks: 3, crossSymbols: false },
  { spacing: 0.5, mostTracks: 7, crossSymbols: false },
  { spacing: 0.3, mostTracks: 15, crossSymbols: true },
];

/** What is tried for labels that find no place, one after the other. */
type Remedy = Clearing | 'exit';
const REMEDIES: readonly Remedy[] = ['gap', 'place', 'exit', 'gap', 'place', 'exit', 'gap'];
const ROUNDS_FOR_PORTS = 6;

/**
 * Draws the arrows of a page or sheet, in the order of `request.flows`. Pure and deterministic;
 * ids and the order of nodes and flows do not matter. Never throws: a flow whose ends do not exist
 * has no points, and one that finds no clean way gets the least bad one.
 */
export function routeFlows(request: RouteRequest): readonly Route[] {
  const problem = toProblem(request);
  const { ways, labels, crowded } = draw(problem);
  return request.flows.map((flow, index) => {
    const label = labels.boxes[index];
    return {
      flow: flow.id,
      points: item(ways, index),
      ...(label && { label }),
      ...(crowded.has(index) && { crowded: true }),
      ...(labels.poor.includes(index) && { poorLabel: true }),
    };
  });
}

/** What is drawn, by the flow's place in the request. */
interface Picture {
  readonly ways: readonly (readonly Point[])[];
  readonly labels: LabelPlan;
  /** The flows that found no clean place. */
  readonly crowded: ReadonlySet<number>;
}

/** Ways first, then labels; where a label finds no place, arrows give way to it. */
function draw(problem: Problem): Picture {
  const { routing, offered, forced } = routeWays(problem);
  let best = toPicture(routing, offered, forced);
  let next = best;
  for (const remedy of REMEDIES) {
    if (best.crowded.size === 0) break;
    const helped = next.labels.crowded.filter((label) => makeRoomFor(label, remedy, routing));
    if (helped.length === 0) continue;
    next = toPicture(routing, offered, forced);
    if (next.crowded.size < best.crowded.size) best = next;
  }
  return best;
}

function makeRoomFor(label: CrowdedLabel, remedy: Remedy, routing: Routing): boolean {
  return remedy === 'exit' ? changeExit(routing, label) : clearRoom(routing, label, remedy);
}

function toPicture(routing: Routing, offered: Int32Array, forced: readonly number[]): Picture {
  const { problem, board } = routing;
  const points = placePaths(problem, board);
  const ways: (readonly Point[])[] = problem.request.flows.map(() => []);
  problem.flows.forEach(({ index }, flow) => {
    ways[index] = points[flow] ?? [];
  });
  const order = problem.flows.map(({ index }) => index);
  const labels = placeLabels(problem.request, order, ways);
  const crowded = new Set([
    ...labels.crowded.map(({ flow }) => flow),
    ...[...forced, ...findUneven(routing, offered)].map((flow) => item(order, flow)),
  ]);
  return { ways, labels, crowded };
}

interface RoutedWays {
  readonly routing: Routing;
  /** How many places each side offers. */
  readonly offered: Int32Array;
  /** The flows that found no clean way. */
  readonly forced: readonly number[];
}

/** Routes again while a side offers more places than are used: those in use are to be spread evenly. */
function routeWays(problem: Problem): RoutedWays {
  let offered = planPorts(problem);
  let routing = routeOnFinestNeeded(problem, offered);
  let best = { routing, offered };
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS_FOR_PORTS; round += 1) {
    const used = countUsedPorts(routing.board, offered);
    const uneven = used.filter((count, side) => count !== offered[side]).length;
    const badness = routing.failed.length * problem.nodes.length * 4 + uneven;
    if (badness < least) {
      best = { routing, offered };
      least = badness;
    }
    if (uneven === 0) break;
    offered = used;
    routing = routeOnFinestNeeded(problem, offered);
  }
  const forced = best.routing.failed;
  forceRest(best.routing);
  return { ...best, forced };
}

/** The flows at sides that offer more places than are used, and so stand off their middle. */
function findUneven({ problem, board, order }: Routing, offered: Int32Array): readonly number[] {
  const used = countUsedPorts(board, offered);
  if (used.every((count, side) => count === offered[side])) return [];
  const isUneven = (port: number) => {
    const { node, side } = item(board.grid.ports, port);
    return at(used, node * 4 + side) !== at(offered, node * 4 + side);
  };
  return order.filter((flow) => {
    const path = board.paths[flow];
    return path && problem.flows[flow] && (isUneven(path.exit) || isUneven(path.entry));
  });
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
