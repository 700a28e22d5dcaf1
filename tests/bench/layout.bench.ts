// Our router beside elkjs and libavoid-js on the same sheets, in one run. Prints, never fails.
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { measureRoutes } from '#core/layout/metrics.ts';
import { routeFlows } from '#core/layout/router/routeFlows.ts';
import type { Route, RouteRequest } from '#core/layout/router/routeRequest.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';
import { toPageRequests } from '#tests/support/pageRequests.ts';
import { CANVAS, toSheetRequest } from '#tests/support/sheetRequest.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';
import { openLibavoid } from './libavoidRouter.ts';

const SEED = 7;
const ACTORS = 10;
const RUNS = 6;
/** What takes longer than this runs once. */
const SLOW_MS = 3000;
/** Beyond this, the others take minutes. */
const MOST_STEPS_OF_OTHERS = { elkjs: 1000, libavoid: 200 };

type Router = (request: RouteRequest) => readonly Route[] | Promise<readonly Route[]>;

const libavoid = await openLibavoid();
const elk = new ELK();

for (const steps of [50, 200, 1000]) {
  await compare(`${steps} steps, typical`, steps, typicalProcedure(steps, ACTORS, SEED));
  await compare(`${steps} steps, wild`, steps, sampleProcedure(steps, ACTORS, SEED));
}

async function compare(title: string, steps: number, procedure: Procedure): Promise<void> {
  const sheet = [toSheetRequest(procedure, CANVAS)];
  console.log(`\n${title}: ${ACTORS} actors, ${procedure.flows.length} flows`);
  await report('own, pages', toPageRequests(procedure), routeFlows);
  const own = await report('own, one sheet', sheet, routeFlows);
  if (steps <= MOST_STEPS_OF_OTHERS.libavoid)
    await report('libavoid-js, one sheet', sheet, libavoid, own);
  if (steps <= MOST_STEPS_OF_OTHERS.elkjs)
    await report('elkjs layered, one sheet', sheet, routeWithElk, own);
}

/** Prints the best processor time of some runs and what the drawing counts; gives the time. */
async function report(
  name: string,
  requests: readonly RouteRequest[],
  router: Router,
  own?: number,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  let routes: (readonly Route[])[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    routes = [];
    const start = process.cpuUsage();
    for (const request of requests) routes.push(await router(request));
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
    if (best > SLOW_MS) break;
  }
  const counts = { bends: 0, crossings: 0, overlaps: 0, sideConflicts: 0, throughSymbols: 0 };
  requests.forEach((request, index) => {
    const metrics = measureRoutes(request, routes[index] ?? []);
    counts.bends += metrics.bends;
    counts.crossings += metrics.crossings;
    counts.overlaps += metrics.overlaps;
    counts.sideConflicts += metrics.sideConflicts;
    counts.throughSymbols += metrics.throughSymbols;
  });
  const ratio = own === undefined ? '' : ` (${(best / own).toFixed(1)} × own)`;
  const numbers = Object.entries(counts).map(([key, count]) => `${key} ${count}`);
  console.log(`  ${name}: ${best.toFixed(1)} ms of CPU${ratio} · ${numbers.join(' · ')}`);
  return best;
}

/** ELK places the symbols itself: its arrows are counted on its own drawing, without table rules. */
async function routeWithElk(request: RouteRequest): Promise<readonly Route[]> {
  const graph: ElkNode = {
    id: 'sheet',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.interactive': 'true',
      'elk.layered.layering.strategy': 'INTERACTIVE',
      'elk.layered.crossingMinimization.semiInteractive': 'true',
    },
    children: request.nodes.map(({ id, x, y, width, height }) => ({ id, x, y, width, height })),
    edges: request.flows.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  };
  const laid = await elk.layout(graph);
  return (laid.edges ?? []).map(({ id, sections = [] }) => ({
    flow: id,
    points: sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(({ x, y }): [number, number] => [x, y]),
    ),
  }));
}
