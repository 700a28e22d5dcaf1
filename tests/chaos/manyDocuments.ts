import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as encoding from 'lib0/encoding';
import type { RawData } from 'ws';
import * as Y from 'yjs';
import { writeProcedure } from '#document/procedureDocument.ts';
import { messageTypes } from '#protocol/sync.ts';
import { openRawPeer } from '#tests/support/syncPeer.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';

/** Resident memory of the server in MB. */
export interface MemoryFigures {
  /** After the first third of the documents, when the process has the size that it works with. */
  readonly earlyMb: number;
  /** After all of them. */
  readonly lateMb: number;
}

const script = fileURLToPath(import.meta.resolve('#tests/support/syncServerProcess.ts'));
/** So many people at a time, each in another document. */
const peopleAtOnce = 8;

/** Writes, reads and leaves `count` documents on one server, one after the other. */
export async function openMany(count: number): Promise<MemoryFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'alur-many-'));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  try {
    const [line] = await once(child.stdout, 'data');
    const url = `ws://127.0.0.1:${Number(String(line))}/sync`;
    const third = Math.floor(count / 3);
    await visitAll(url, 0, third);
    const earlyMb = readMemoryMb(child.pid);
    await visitAll(url, third, count);
    return { earlyMb, lateMb: readMemoryMb(child.pid) };
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

async function visitAll(url: string, from: number, to: number): Promise<void> {
  let next = from;
  const visitNext = async (person: number): Promise<void> => {
    while (next < to) await visit(url, `doc-${next++}`, `person-${person}`);
  };
  await Promise.all(Array.from({ length: peopleAtOnce }, (_, person) => visitNext(person)));
}

/** Writes a procedure, hears that it is saved, gets it back, and leaves. */
async function visit(url: string, id: string, user: string): Promise<void> {
  const raw = await openRawPeer({ url }, id, { user });
  const arrived = new Promise<void>((resolve) => {
    raw.webSocket.on('message', (data: RawData) => {
      const bytes = new Uint8Array(data as Buffer);
      if (bytes[0] === messageTypes.sync && bytes[1] === 1) resolve();
    });
  });
  raw.sendBytes(firstWrite);
  raw.send(0, 0, 1, 0);
  await arrived;
  raw.webSocket.close();
  await raw.closed;
}

/** A typical SOP as one update. */
const firstWrite = ((): Uint8Array => {
  const doc = new Y.Doc();
  writeProcedure(doc, typicalProcedure(20, 5, 1));
  return encoding.encode((encoder) => {
    for (const number of [messageTypes.sync, 2]) encoding.writeVarUint(encoder, number);
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  });
})();

function readMemoryMb(pid: number | undefined): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Math.round(Number(String(stdout)) / 1024);
}
