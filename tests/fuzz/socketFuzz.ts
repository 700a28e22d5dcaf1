import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { WebSocket } from 'ws';
import { ProcedureDocument, readProcedure } from '#document/procedureDocument.ts';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { closeCodes } from '#protocol/sync.ts';
import { commenter, entryBy, suggest } from '#tests/support/suggesting.ts';
import { joinPeer, openRawPeer, type Peer } from '#tests/support/syncPeer.ts';
import { until } from '#tests/support/until.ts';
import { type Attack, type Frame, planAttacks } from './frames.ts';

export interface SocketFuzz {
  readonly seed: number;
  readonly attacks: number;
}

export interface SocketFuzzFigures {
  readonly frames: number;
  /** How connections ended, by close code; `left` went by themselves. */
  readonly ends: Readonly<Record<string, number>>;
  /** Resident memory of the server after the first attacks and the most it had later, in MB. */
  readonly memoryMb: { readonly early: number; readonly most: number };
}

const script = fileURLToPath(import.meta.resolve('#tests/support/syncServerProcess.ts'));
/** The room beside the one in which the two draw. */
const suggestions = 'doc/suggestions';
const documented: ReadonlySet<number> = new Set(Object.values(closeCodes));

/**
 * Attacks a real server while two people draw. Throws when it ends, closes with a code that is not
 * documented, changes what the two have, lets somebody pass for one of them, or does not answer.
 */
export async function fuzzSocket({ seed, attacks }: SocketFuzz): Promise<SocketFuzzFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'alur-fuzz-'));
  const server = await startServer(folder);
  const people = await meet(server.url);
  const ends: Record<string, number> = {};
  const rooms = new Set<string>();
  const memory = { early: 0, most: 0 };
  let frames = 0;
  try {
    const clientIds = [people.ani, people.budi].map((peer) => peer.doc.clientID);
    for (const [index, attack] of planAttacks(seed, attacks, { clientIds }).entries()) {
      // Who may write changes documents; who may not is in the one that must not change.
      const isBeside = index % 4 === 1;
      const room = attack.role === 'editor' && !isBeside ? `fuzzed-${index >> 6}` : 'doc';
      rooms.add(room);
      const end = await carryOut(server.url, isBeside ? suggestions : room, attack).catch(
        (error: unknown) => {
          throw new Error(`Attack ${index} of seed ${seed}: ${String(error)}\n${describe(attack)}`);
        },
      );
      if (server.child.exitCode !== null || server.child.signalCode !== null)
        throw new Error(`Attack ${index} of seed ${seed} ended the server:\n${describe(attack)}`);
      ends[end] = (ends[end] ?? 0) + 1;
      frames += attack.frames.length;
      if (index % 16 === 15) await draw(people, index);
      if (index % 32 === 31) noteMemory(memory, server.child, index > attacks / 4);
    }
    await draw(people, attacks);
    for (const room of rooms) await checkRoom(server.url, room);
    await checkSuggestions(server.url);
    return { frames, ends, memoryMb: memory };
  } finally {
    people.ani.leave();
    people.budi.leave();
    server.child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

async function startServer(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, url: `ws://127.0.0.1:${Number(String(line))}/sync` };
}

interface People {
  readonly ani: Peer;
  readonly budi: Peer;
  readonly drawing: ProcedureDocument;
}

/** Two people in one document who see each other. */
async function meet(url: string): Promise<People> {
  const ani = await joinPeer({ url }, 'doc', { user: 'ani' });
  const budi = await joinPeer({ url }, 'doc', { user: 'budi' });
  for (const { provider } of [ani, budi])
    provider.awareness.setLocalState({ user: { color: '#2563a8' }, cursor: { x: 7, y: 7 } });
  return { ani, budi, drawing: new ProcedureDocument(ani.doc) };
}

/** What one of them draws arrives at the other, and nothing else; and they are who they are. */
async function draw({ ani, budi, drawing }: People, index: number): Promise<void> {
  drawing.apply({ type: 'setText', target: { of: 'title' }, text: `Suntingan ${index}` });
  await until(() =>
    isDeepStrictEqual(readProcedure(budi.doc), drawing.read()) ? undefined : 'the same procedure',
  );
  if (drawing.read().identity.title !== `Suntingan ${index}` || drawing.read().steps.length > 0)
    throw new Error('Somebody who may only read has changed the document.');
  await until(() => findImpostor(budi, ani, 'ani') ?? findImpostor(ani, budi, 'budi'));
}

/** Whether one person sees the other as they are, and nobody else under their name. */
function findImpostor(viewer: Peer, seen: Peer, name: string): string | undefined {
  const states = [...viewer.provider.awareness.getStates()];
  const named = states.filter(([, state]) => state.user?.name === name);
  const [only] = named;
  const isAlone = named.length === 1 && only?.[0] === seen.doc.clientID;
  return isAlone && only?.[1].cursor?.x === 7 ? undefined : `one ${name}: ${JSON.stringify(named)}`;
}

/** Gives the close code, or `left` where the server went on listening. */
async function carryOut(url: string, room: string, attack: Attack): Promise<string> {
  const raw = await openRawPeer({ url }, room, { user: 'mallory', role: attack.role });
  for (const frame of attack.frames) raw.webSocket.send(frame);
  const code = await Promise.race([raw.closed, answered(raw.webSocket)]);
  if (code === undefined) {
    raw.webSocket.close();
    await raw.closed;
    return 'left';
  }
  if (!documented.has(code)) throw new Error(`closed with ${code}`);
  return String(code);
}

function answered(webSocket: WebSocket): Promise<undefined> {
  return new Promise((resolve) => {
    webSocket.once('pong', () => resolve(undefined));
    webSocket.ping();
  });
}

/** A document that was attacked can still be opened, read and drawn in. */
async function checkRoom(url: string, room: string): Promise<void> {
  const peer = await joinPeer({ url }, room, { user: 'citra' });
  readProcedure(peer.doc);
  peer.notes.set('usable', true);
  const late = await joinPeer({ url }, room, { user: 'dewi' });
  await until(() => (late.notes.get('usable') === true ? undefined : `${room} usable`));
  peer.leave();
  late.leave();
}

/** Nothing got in that is no suggestion of somebody, and one can still be made. */
async function checkSuggestions(url: string): Promise<void> {
  const peer = await joinPeer({ url }, suggestions, { user: 'citra', role: 'commenter' });
  const strange = [...peer.doc.share.values()].filter((type) => type._map.size > 0 || type._start);
  if (strange.length > 0) throw new Error('Something got into the suggestions.');
  const document = new SuggestionsDocument(peer.doc);
  document.apply('a', entryBy('id-citra', suggest('Usul')), commenter('id-citra'));
  await until(() => (document.unsentCount === 0 ? undefined : 'a suggestion that was taken'));
  peer.leave();
}

function noteMemory(memory: { early: number; most: number }, child: ChildProcess, isLate: boolean) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)]);
  const megabytes = Math.round(Number(String(stdout)) / 1024);
  if (isLate) memory.most = Math.max(memory.most, megabytes);
  else memory.early = megabytes;
}

function describe({ role, frames }: Attack): string {
  return [role, ...frames.map(toText)].join('\n');
}

function toText(frame: Frame): string {
  if (typeof frame === 'string') return JSON.stringify(frame);
  const hex = Buffer.from(frame.subarray(0, 400)).toString('hex');
  return `${frame.length} bytes: ${hex}`;
}
