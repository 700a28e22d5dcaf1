// Opening an SOP with 100,000 past edits, as a room leaves its log: `npm run bench longPast`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawData } from 'ws';
import * as Y from 'yjs';
import { ProcedureDocument, writeProcedure } from '#document/procedureDocument.ts';
import { openDatabase } from '#server/store/database.ts';
import { openSqliteUpdateLog } from '#server/store/updateLogSqlite.ts';
import { defaultSyncLimits } from '#server/sync/syncLimits.ts';
import { openRawPeer } from '#tests/support/syncPeer.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';
import { type MeasuredServer, startMeasured } from './sync/measuredServer.ts';
import { ours } from './sync/serverKinds.ts';

const pastEdits = 100_000;
const rounds = 5;
let port = 20_000 + Math.floor(Math.random() * 10_000);

/** How many updates stand beside the snapshot: at most, after a while of drawing, and none. */
const restLengths = [defaultSyncLimits.compactAfter - 1, 500, 0];

const folder = mkdtempSync(join(tmpdir(), 'alur-past-'));
try {
  await writePast();
  for (const rest of restLengths) await measure(rest);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function measure(rest: number): Promise<void> {
  const first: Opening[] = [];
  const cold: Opening[] = [];
  const warm: Opening[] = [];
  for (let round = 0; round < rounds; round++) {
    const server = await startMeasured(ours, folder, ++port);
    // The first document of a process pays for code that runs for the first time.
    first.push(await measureOpening(server, `${rest}`));
    cold.push(await measureOpening(server, `${rest}-again`));
    warm.push(await measureOpening(server, `${rest}-again`));
    await server.kill();
  }
  console.log(`  a snapshot and ${rest} updates`);
  console.log(`    first of a process: ${toText(first)}`);
  console.log(`    not in memory:      ${toText(cold)}`);
  console.log(`    in memory:          ${toText(warm)}`);
}

/** One snapshot and up to as many single edits after it as a room leaves at most. */
async function writePast(): Promise<void> {
  const database = await openDatabase({ dataFolder: folder });
  await database.close();
  const log = openSqliteUpdateLog(database.file ?? '');
  const doc = new Y.Doc();
  writeProcedure(doc, typicalProcedure(30, 6, 1));
  const document = new ProcedureDocument(doc);
  const most = Math.max(...restLengths);
  draw(document, pastEdits - most);
  const snapshot = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  draw(document, most);
  for (const rest of restLengths)
    for (const id of [`${rest}`, `${rest}-again`]) {
      await log.append([{ doc: id, data: snapshot }]);
      await log.compact(id, snapshot, 1);
      await log.append(updates.slice(0, rest).map((data) => ({ doc: id, data })));
    }
  await log.close();
  const { length } = Y.encodeStateAsUpdate(doc);
  console.log(
    `  ${pastEdits} edits: a snapshot of ${snapshot.length} bytes, then ${updates.length}`,
  );
  console.log(`  updates; a newcomer gets ${length} bytes`);
}

/** People type, take back, move rows, and add and remove steps. */
function draw(document: ProcedureDocument, count: number): void {
  for (let index = 0; index < count; index++) {
    const { steps } = document.read();
    const step = steps[index % steps.length]?.id ?? '';
    const target = { of: 'step', step, field: 'activity' } as const;
    const length = steps[index % steps.length]?.activity.length ?? 0;
    const turn = index % 20;
    if (turn === 7) {
      const id = `n${index}`;
      document.apply({ type: 'addStep', step: { id, activity: '', symbols: [] }, place: at(step) });
    } else if (turn === 13) document.apply({ type: 'removeStep', step });
    else if (turn === 17) document.apply({ type: 'moveStep', step, place: at(steps[0]?.id ?? '') });
    else if (length > 60)
      document.apply({ type: 'spliceText', target, at: 0, remove: 40, insert: '' });
    else document.apply({ type: 'spliceText', target, at: length, remove: 0, insert: 'abc' });
  }
}

function at(id: string) {
  return { after: id };
}

/** What an opening took, and what of it the server worked. */
interface Opening {
  readonly ms: number;
  readonly cpuMs: number;
}

/** From the first byte of the handshake to the last of the document. */
async function measureOpening(server: MeasuredServer, id: string): Promise<Opening> {
  const startedAt = performance.now();
  const cpuBefore = server.cpuSeconds();
  const raw = await openRawPeer({ url: `${server.address}/sync` }, id);
  const arrived = new Promise<void>((resolve) => {
    raw.webSocket.on('message', (data: RawData) => {
      const bytes = new Uint8Array(data as Buffer);
      if (bytes[0] === 0 && bytes[1] === 1) resolve();
    });
  });
  raw.send(0, 0, 1, 0);
  await arrived;
  const ms = performance.now() - startedAt;
  const cpuMs = (server.cpuSeconds() - cpuBefore) * 1000;
  raw.webSocket.close();
  await raw.closed;
  return { ms, cpuMs };
}

function toText(openings: readonly Opening[]): string {
  const [ms, cpuMs] = [openings.map((each) => each.ms), openings.map((each) => each.cpuMs)];
  const most = Math.max(...ms).toFixed(0);
  return `${toMedian(ms)} ms (at most ${most}), of it ${toMedian(cpuMs)} ms of the server's CPU`;
}

function toMedian(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[sorted.length >> 1] ?? Number.NaN).toFixed(0);
}
