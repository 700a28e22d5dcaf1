// Our router beside elkjs and libavoid-js on the same sheets, in one run: ten sheets each for how they
// are drawn, one for the time; and the layout of whole documents, fresh and after an edit. Prints,
// never fails.
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { measureRoutes } from '#core/layout/metrics.ts';
import { routeFlows } from '#core/layout/router/routeFlows.ts';
import type { Route, RouteRequest } from '#core/layout/router/routeRequest.ts';
import { routeSheet } from '#core/layout/sheet/routeSheet.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';
import { toPageRequests } from '#tests/support/pageRequests.ts';
import { CANVAS, toSheetRequest } from '#tests/support/sheetRequest.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';
import { openLibavoid } from './libavoidRouter.ts';

const SEED = 7;
const ACTORS = 10;
/** One sheet says little about how well arrows are drawn. */
const SEEDS_OF_DRAWINGS = 10;
const RUNS = 6;
/** Everyone runs at least this long, so that the engine has compiled what runs often. */
const WARM_MS = 600;
/** What takes longer than this runs once. */
const SLOW_MS = 3000;
/** Beyond this, the others take minutes. */
const MOST_STEPS_OF_OTHERS = { elkjs: 1000, libavoid: 200 };

const COUNTED = ['bends', 'crossings', 'overlaps', 'sideConflicts', 'throughSymbols'] as const;

type Router = (request: RouteRequest) => readonly Route[] | Promise<readonly Route[]>;

const libavoid = await openLibavoid();
const elk = new ELK();

type Make = (steps: number, actors: number, seed: number) => Procedure;

await compareDrawings('50 steps, typical', 50, typicalProcedure);
await compareDrawings('50 steps, wild', 50, sampleProcedure);
for (const steps of [50, 200, 1000]) {
  await compare(`${steps} steps, typical`, steps, typicalProcedure);
  await compare(`${steps} steps, wild`, steps, sampleProcedure);
}

/** Adds up what the drawings of many sheets count. */
async function compareDrawings(title: string, steps: number, make: Make): Promise<void> {
  console.log(`\n${title}: ${SEEDS_OF_DRAWINGS} sheets of ${ACTORS} actors, together`);
  const sheets = Array.from({ length: SEEDS_OF_DRAWINGS }, (_, index) =>
    toSheetRequest(make(steps, ACTORS, index + 1), CANVAS),
  );
  const routers = Object.entries<Router>({
    own: routeSheet,
    'libavoid-js': libavoid,
    'elkjs layered': routeWithElk,
  });
  for (const [name, router] of routers) {
    const counts: Counts[] = [];
    for (const sheet of sheets) counts.push(measureRoutes(sheet, await router(sheet)));
    console.log(`  ${name}: ${toText(addUp(counts))}`);
  }
}

async function compare(title: string, steps: number, make: Make): Promise<void> {
  const procedure = make(steps, ACTORS, SEED);
  const sheet = [toSheetRequest(procedure, CANVAS)];
  console.log(`\n${title}: ${ACTORS} actors, ${procedure.flows.length} flows`);
  await report('own, pages', toPageRequests(procedure), routeFlows);
  const own = await report('own, one sheet', sheet, routeSheet);
  if (steps <= MOST_STEPS_OF_OTHERS.libavoid)
    await report('libavoid-js, one sheet', sheet, libavoid, own);
  if (steps <= MOST_STEPS_OF_OTHERS.elkjs)
    await report('elkjs layered, one sheet', sheet, routeWithElk, own);
  reportLayouts(steps, make);
}

/** Prints the best processor time of its runs and what the drawing counts; gives the time. */
async function report(
  name: string,
  requests: readonly RouteRequest[],
  router: Router,
  own?: number,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  let spent = 0;
  let routes: (readonly Route[])[] = [];
  for (let run = 0; run < RUNS || spent < WARM_MS; run += 1) {
    routes = [];
    // What was asked before is remembered by its ids too; here it is to be found anew.
    const fresh = requests.map((request) => rename(request, run));
    const start = process.cpuUsage();
    for (const request of fresh) routes.push(await router(request));
    const time = measureSince(start);
    best = Math.min(best, time);
    spent += time;
    if (best > SLOW_MS) break;
  }
  const counts = addUp(
    requests.map((request, index) => measureRoutes(rename(request, 0), routes[index] ?? [])),
  );
  const ratio = own === undefined ? '' : ` (${(best / own).toFixed(1)} × own)`;
  console.log(`  ${name}: ${best.toFixed(1)} ms of CPU${ratio} · ${toText(counts)}`);
  return best;
}

/** What is wrong in a drawing, and what makes it less pretty. */
type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

function addUp(counts: readonly Counts[]): Counts {
  const of = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0);
  return {
    bends: of('bends'),
    crossings: of('crossings'),
    overlaps: of('overlaps'),
    sideConflicts: of('sideConflicts'),
    throughSymbols: of('throughSymbols'),
  };
}

function toText(counts: Counts): string {
  return COUNTED.map((key) => `${key} ${counts[key]}`).join(' · ');
}

function measureSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function rename(request: RouteRequest, run: number): RouteRequest {
  const columns = request.columns.map((column) => ({ ...column, actor: `${run} ${column.actor}` }));
  return { ...request, columns };
}

/** Whole documents: laid out for the first time, after a symbol was moved, after a word was typed. */
function reportLayouts(steps: number, make: Make): void {
  const pages: number[] = [];
  const canvas: number[] = [];
  const moved: number[] = [];
  const typed: number[] = [];
  for (let run = 0; run < RUNS * 2 || sum(pages) < WARM_MS; run += 1) {
    const procedure = make(steps, ACTORS, SEED + run);
    const place = 1 + ((run * 37) % (steps - 2));
    pages.push(measure(() => layoutDocument(procedure)));
    canvas.push(measure(() => layoutCanvas(procedure)));
    const other = moveSymbol(procedure, place);
    moved.push(measure(() => layoutCanvas(other)));
    const longer = typeWord(procedure, place);
    typed.push(measure(() => layoutDocument(longer)));
  }
  const texts = Object.entries({ pages, canvas, moved, typed }).map(
    ([name, times]) => `${name} ${median(times).toFixed(1)} ms`,
  );
  console.log(`  whole layouts, median of CPU: ${texts.join(' · ')}`);
}

function measure(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return measureSince(start);
}

function sum(times: readonly number[]): number {
  return times.reduce((total, time) => total + time, 0);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

/** The step's first symbol in the next actor's column. */
function moveSymbol({ steps, actors, ...rest }: Procedure, place: number): Procedure {
  const toNext = (actor: string) => {
    const index = actors.findIndex(({ id }) => id === actor);
    return actors[(index + 1) % actors.length]?.id ?? actor;
  };
  const moved = steps.map((step, index) => {
    if (index !== place) return step;
    const symbols = step.symbols.map((symbol, nth) =>
      nth === 0 ? { ...symbol, actor: toNext(symbol.actor) } : symbol,
    );
    return { ...step, symbols };
  });
  return { ...rest, actors, steps: moved };
}

function typeWord(procedure: Procedure, place: number): Procedure {
  const steps = procedure.steps.map((step, index) =>
    index === place ? { ...step, notes: `${step.notes}a` } : step,
  );
  return { ...procedure, steps };
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
