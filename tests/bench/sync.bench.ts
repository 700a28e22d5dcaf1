// Our sync server beside @y/websocket-server and Hocuspocus, in one run: `npm run bench:sync [-- room …]`.
// Loopback only; every server runs in a process of its own, in turns, and the medians are printed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  crash,
  type Figures,
  idle,
  load,
  many,
  office,
  room,
  type Scenario,
} from './sync/scenarios.ts';
import { closeShares, nodeKinds, ours, type ServerKind, serverKinds } from './sync/serverKinds.ts';

interface Experiment {
  readonly title: string;
  readonly scenario: Scenario;
  readonly rounds: number;
  /** Instead of ours beside the peers. */
  readonly kinds?: readonly ServerKind[];
}

const experiments: Readonly<Record<string, Experiment>> = {
  room: {
    title: 'One room of 50, 5 edits and 20 cursor moves a second each',
    scenario: room,
    rounds: 3,
  },
  many: { title: '200 rooms of 5, 2 edits a second each', scenario: many, rounds: 3 },
  idle: { title: '2,000 idle connections in 400 rooms', scenario: idle, rounds: 3 },
  load: { title: 'Entering a room with 10,000 past edits', scenario: load, rounds: 1 },
  crash: {
    title: 'Power cut: edits that another had seen, and that are gone',
    scenario: crash,
    rounds: 1,
  },
  'nodes-room': {
    title: 'The room of 50, its people spread over nodes',
    scenario: room,
    rounds: 3,
    kinds: nodeKinds,
  },
  'nodes-many': {
    title: 'The 200 rooms of 5, their people spread over nodes',
    scenario: many,
    rounds: 3,
    kinds: nodeKinds,
  },
  office: {
    title:
      'Fifty offices of 20: 200 rooms of 5, an edit every four seconds, 4 cursor moves a second each',
    scenario: office,
    rounds: 3,
    kinds: nodeKinds,
  },
};

const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'alur-bench-'));
let port = 20_000 + Math.floor(Math.random() * 10_000);

try {
  for (const [name, experiment] of Object.entries(experiments))
    if (asked.length === 0 || asked.includes(name)) await run(experiment);
} finally {
  await closeShares();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function run({ title, scenario, rounds, kinds = serverKinds }: Experiment): Promise<void> {
  const results = new Map<ServerKind, Figures[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++)
    for (const kind of kinds) results.get(kind)?.push(await scenario(kind, newPlace()));
  console.log(`\n${title} (median of ${rounds})`);
  const own = toMedians(results.get(ours) ?? []);
  for (const [kind, figures] of results) print(kind, toMedians(figures), own);
}

function newPlace(): Parameters<Scenario>[1] {
  port += 2;
  return { port, folder: mkdtempSync(join(folder, 'place-')) };
}

function print(kind: ServerKind, figures: Figures, own: Figures): void {
  const texts = Object.entries(figures).map(([name, value]) => {
    const ratio = (own[name] ?? Number.NaN) / value;
    const behind = kind === ours || !Number.isFinite(ratio) ? '' : ` (ours ${ratio.toFixed(2)} ×)`;
    return `${name} ${toText(value)}${behind}`;
  });
  console.log(`  ${kind.name}: ${texts.join(' · ')}`);
}

function toText(value: number): string {
  if (Number.isNaN(value)) return '–';
  return value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(2);
}

function toMedians(figures: readonly Figures[]): Figures {
  const names = Object.keys(figures[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = figures.map((each) => each[name] ?? Number.NaN).toSorted((a, b) => a - b);
      return [name, values[values.length >> 1] ?? Number.NaN];
    }),
  );
}
