// Our sync server beside @y/websocket-server, in one run: one room of fifty people who draw and move
// their cursors, then a power cut. Loopback only; ends by itself within two minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type LoadClient, openObserver, openWriter } from './loadClient.ts';
import { type MeasuredServer, type ServerKind, startMeasured } from './measuredServer.ts';

const people = 50;
const observers = 8;
const editsPerSecond = 5;
const cursorMovesPerSecond = 20;
const loadSeconds = 8;
const catchUpSeconds = 15;
const rounds = 2;

const folder = mkdtempSync(join(tmpdir(), 'alur-bench-'));
const support = (file: string) => fileURLToPath(new URL(`../support/${file}`, import.meta.url));

const theirPackage = import.meta.resolve('@y/websocket-server/package.json');

const ours: ServerKind = {
  name: 'Alur (SQLite, every seen edit on disk)',
  args: (port) => ['--import', 'tsx', support('syncServerProcess.ts'), folder, String(port)],
  env: () => ({}),
  query: (user) => `?user=${user}&role=editor`,
  path: '/sync',
};
const theirs: ServerKind = {
  name: '@y/websocket-server 0.1.1 (memory only)',
  args: () => [fileURLToPath(new URL('src/server.js', theirPackage))],
  env: (port) => ({ HOST: '127.0.0.1', PORT: String(port) }),
  query: () => '',
  path: '',
};

interface RoomResult {
  readonly cpuSeconds: number;
  readonly edits: number;
  readonly latencies: readonly number[];
}

/** Everybody edits and moves at a steady rate; who falls behind makes up for it. */
async function draw(clients: readonly LoadClient[], seconds: number): Promise<void> {
  const actions = clients.flatMap((client, index) => [
    { act: () => client.edit(), everyMs: 1000 / editsPerSecond, phase: index / clients.length },
    {
      act: () => client.moveCursor(),
      everyMs: 1000 / cursorMovesPerSecond,
      phase: index / clients.length,
    },
  ]);
  const startedAt = performance.now();
  const due = actions.map(({ everyMs, phase }) => startedAt + everyMs * phase);
  while (performance.now() - startedAt < seconds * 1000) {
    for (const [index, { act, everyMs }] of actions.entries())
      for (; (due[index] ?? 0) <= performance.now(); due[index] = (due[index] ?? 0) + everyMs)
        act();
    await wait(1);
  }
}

async function enter(
  server: MeasuredServer,
  kind: ServerKind,
  room: string,
): Promise<readonly LoadClient[]> {
  const clients: LoadClient[] = [];
  for (let index = 0; index < people; index++) {
    const user = `person${index}`;
    const url = `${server.url}/${room}${kind.query(user)}`;
    const client = index < observers ? openObserver(url, user) : openWriter(url, user);
    clients.push(client);
    await client.entered;
  }
  return clients;
}

async function measureRoom(kind: ServerKind, port: number): Promise<RoomResult> {
  const server = await startMeasured(kind, port);
  const clients = await enter(server, kind, `room${port}`);
  await draw(clients, 2);
  const latencies: number[] = [];
  for (const { edits } of clients.slice(0, observers))
    edits.observe(({ transaction, keysChanged }) => {
      if (transaction.local) return;
      for (const key of keysChanged) latencies.push(performance.now() - (edits.get(key)?.[1] ?? 0));
    });
  const cpuBefore = server.cpuSeconds();
  const editsBefore = sum(clients.map((client) => client.editsMade));
  await draw(clients, loadSeconds);
  await untilAllSeen(clients);
  const cpuSeconds = server.cpuSeconds() - cpuBefore;
  const edits = sum(clients.map((client) => client.editsMade)) - editsBefore;
  for (const client of clients) client.leave();
  await server.kill();
  return { cpuSeconds, edits, latencies };
}

/** Whoever is behind has its work to do yet: it belongs to the measured time. */
async function untilAllSeen(clients: readonly LoadClient[]): Promise<void> {
  const deadline = performance.now() + catchUpSeconds * 1000;
  const isSeen = ({ edits }: LoadClient) =>
    clients.every(({ editsMade }, index) => edits.get(`person${index}`)?.[0] === editsMade);
  while (!clients.slice(0, observers).every(isSeen) && performance.now() < deadline) await wait(20);
}

async function measureCrash(
  kind: ServerKind,
  port: number,
): Promise<{ seen: number; lost: number }> {
  const server = await startMeasured(kind, port);
  const room = `room${port}`;
  const clients = await enter(server, kind, room);
  await draw(clients, 4);
  await server.kill();
  const seen = new Map<string, number>();
  for (const [index, { edits }] of clients.slice(0, observers).entries())
    for (const [key, [count]] of edits.entries())
      if (key !== `person${index}`) seen.set(key, Math.max(seen.get(key) ?? 0, count));
  for (const client of clients) client.leave();

  const restarted = await startMeasured(kind, port);
  const late = openObserver(`${restarted.url}/${room}${kind.query('late')}`, 'late');
  await late.entered;
  let lost = 0;
  for (const [key, count] of seen) lost += Math.max(0, count - (late.edits.get(key)?.[0] ?? 0));
  late.leave();
  await restarted.kill();
  return { seen: sum([...seen.values()]), lost };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
}

try {
  const results = new Map<ServerKind, RoomResult[]>([
    [ours, []],
    [theirs, []],
  ]);
  let port = 20_000 + Math.floor(Math.random() * 10_000);
  for (let round = 0; round < rounds; round++)
    for (const kind of [ours, theirs]) results.get(kind)?.push(await measureRoom(kind, port++));

  console.log(
    `One room, ${people} people, ${editsPerSecond} edits/s and ${cursorMovesPerSecond} cursor moves/s each, ${rounds} x ${loadSeconds} s`,
  );
  const cost = new Map<ServerKind, number>();
  for (const [kind, measured] of results) {
    const latencies = measured.flatMap((each) => each.latencies);
    const cpuSeconds = sum(measured.map((each) => each.cpuSeconds));
    const edits = sum(measured.map((each) => each.edits));
    cost.set(kind, cpuSeconds / edits);
    console.log(
      `  ${kind.name}: ${edits} edits, server CPU ${cpuSeconds.toFixed(1)} s, seen after p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${quantile(latencies, 0.99).toFixed(0)} ms`,
    );
  }
  const ratio = (cost.get(ours) ?? 0) / (cost.get(theirs) ?? 1);
  console.log(`  CPU an edit, ours / theirs: ${ratio.toFixed(2)}`);

  console.log('Power cut in the middle: edits that another had seen, and that are gone');
  for (const kind of [ours, theirs]) {
    const { seen, lost } = await measureCrash(kind, port++);
    console.log(`  ${kind.name}: lost ${lost} of ${seen}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
