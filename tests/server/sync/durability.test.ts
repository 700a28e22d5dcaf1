import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCodes } from '#protocol/sync.ts';
import { openDatabase } from '#server/store/database.ts';
import { openPostgresUpdateLog } from '#server/store/updateLogPostgres.ts';
import { eventually } from '#tests/support/eventually.ts';
import { type GatedLog, gateLog } from '#tests/support/gatedLog.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';
import { broken, joinPeer, openRawPeer, type Peer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('what anybody else has seen is on disk', () => {
  let server: SyncServer;
  let gate: GatedLog;
  const peers: Peer[] = [];

  beforeEach(async () => {
    server = await startSyncServer({
      wrapLog: (log) => {
        gate = gateLog(log);
        return gate;
      },
    });
  });
  afterEach(async () => {
    for (const peer of peers.splice(0)) peer.leave();
    gate.release();
    await server.close();
  });

  async function join(user: string): Promise<Peer> {
    const peer = await joinPeer(server, 'doc', { user });
    peers.push(peer);
    return peer;
  }

  it('sends an edit on only when it is committed', async () => {
    const ani = await join('ani');
    const budi = await join('budi');
    const raw = await openRawPeer(server, 'doc');
    gate.hold();

    ani.notes.set('a', 1);
    await eventually(() => expect(gate.asked).toBe(1));
    await roundTrip(budi);
    await roundTrip(raw);
    expect(budi.notes.toJSON()).toEqual({});
    expect(raw.received.filter(isSync(2))).toEqual([]);

    gate.release();
    await eventually(() => expect(budi.notes.toJSON()).toEqual({ a: 1 }));
    raw.webSocket.close();
  });

  it('gives a newcomer only what is committed, and tells it when it is', async () => {
    const ani = await join('ani');
    gate.hold();
    ani.notes.set('a', 1);
    await eventually(() => expect(gate.asked).toBe(1));

    const raw = await openRawPeer(server, 'doc');
    raw.send(0, 0, 1, 0);
    await roundTrip(raw);
    expect(raw.received.filter(isSync(1))).toEqual([]);

    gate.release();
    await eventually(() => expect(raw.received.filter(isSync(1))).toHaveLength(1));
    raw.webSocket.close();
  });

  it('holds a mark and the answer over HTTP back too', async () => {
    const ani = await join('ani');
    gate.hold();
    ani.notes.set('a', 1);
    await eventually(() => expect(gate.asked).toBe(1));
    let hasRead = false;
    const reading = server.hub.readProcedure('doc').then(() => {
      hasRead = true;
    });
    const raw = await openRawPeer(server, 'doc');
    raw.send(100, 9);
    await roundTrip(raw);

    expect({ hasRead, marks: raw.received.filter((message) => message[0] === 100) }).toEqual({
      hasRead: false,
      marks: [],
    });

    gate.release();
    await reading;
    await eventually(() => expect(raw.received).toContainEqual(Uint8Array.of(100, 9)));
    raw.webSocket.close();
  });

  it('writes the edits of all rooms that came in meanwhile in one commit', async () => {
    const rooms = ['a', 'b', 'c', 'd'];
    const writers = await Promise.all(rooms.map((room) => joinPeer(server, room)));
    peers.push(...writers);
    gate.hold();
    writers[0]?.notes.set('first', 1);
    await eventually(() => expect(gate.asked).toBe(1));

    for (const writer of writers)
      for (let count = 0; count < 10; count++) writer.notes.set('count', count);
    for (const writer of writers) await roundTrip(writer);
    gate.release();

    await eventually(() => expect(server.hub.stats()).toMatchObject({ commits: 2, updates: 5 }));
  });

  it('shows nobody an edit that could not be written, and loses none', async () => {
    const ani = await join('ani');
    const budi = await join('budi');
    budi.notes.set('seen', 1);
    await eventually(() => expect(ani.notes.get('seen')).toBe(1));
    const raw = await openRawPeer(server, 'doc');

    gate.fail();
    ani.notes.set('unwritten', 1);
    expect(await raw.closed).toBe(closeCodes.tryLater);
    expect(server.hub.stats()).toMatchObject({ ready: false, failedCommits: 1 });
    expect(raw.received.filter(isSync(2))).toEqual([]);
    expect((await server.log.load('doc')).updates).toHaveLength(1);

    gate.release();
    await eventually(() => expect(budi.notes.toJSON()).toEqual({ seen: 1, unwritten: 1 }));
    await eventually(() => expect(server.hub.stats().ready).toBe(true));
    expect(server.logLines.join()).not.toContain('unwritten');
  });

  it('fails a reading whose changes could not be written', async () => {
    const ani = await join('ani');
    gate.hold();
    ani.notes.set('a', 1);
    await eventually(() => expect(gate.asked).toBe(1));

    const reading = server.hub.readProcedure('doc');
    gate.fail();

    await expect(reading).rejects.toThrow('could not be written');
    gate.release();
  });
});

const noPostgres = await whyNoPostgres();

describe.skipIf(noPostgres)(
  `PostgreSQL that goes away${noPostgres ? `: ${noPostgres}` : ''}`,
  () => {
    let scratch: ScratchPostgres;
    let server: SyncServer;

    beforeEach(async () => {
      scratch = await createScratchPostgres();
      await (await openDatabase({ databaseUrl: scratch.url, dataFolder: tmpdir() })).close();
      server = await startSyncServer({ openLog: () => openPostgresUpdateLog(scratch.url) });
    });
    afterEach(async () => {
      await server.close();
      await scratch.drop();
    });

    it('stops the drawing, loses nothing, and is not missed when it is back', async () => {
      const ani = await joinPeer(server, 'doc', { user: 'ani' });
      const budi = await joinPeer(server, 'doc', { user: 'budi' });
      ani.notes.set('before', 1);
      await eventually(() => expect(budi.notes.get('before')).toBe(1));

      await scratch.goDown();
      ani.notes.set('meanwhile', 2);
      await eventually(() => expect(server.hub.stats().ready).toBe(false));
      expect(budi.notes.toJSON()).toEqual({ before: 1 });
      await scratch.comeBack();

      await eventually(() => expect(budi.notes.toJSON()).toEqual({ before: 1, meanwhile: 2 }));
      await eventually(() => expect(server.hub.stats().ready).toBe(true));
      ani.leave();
      budi.leave();
    });
  },
);

describe('kill -9', { timeout: 90_000 }, () => {
  let folder = '';
  let child: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alur-kill-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses no edit that another had seen', async () => {
    const port = await startProcess();
    const url = `ws://127.0.0.1:${port}/sync`;
    const writers = await Promise.all(
      ['ani', 'budi', 'citra'].map((user) => joinPeer({ url }, 'doc', { user })),
    );
    const watcher = await joinPeer({ url }, 'doc', { user: 'dewi', role: 'viewer' });
    let count = 0;
    const writing = setInterval(() => {
      for (const { notes, provider } of writers)
        notes.set(`${provider.awareness.clientID} ${count++}`, 1);
    }, 2);
    await eventually(() => expect(watcher.notes.size).toBeGreaterThan(200));

    child?.kill('SIGKILL');
    await broken(watcher);
    clearInterval(writing);
    const seen = [...watcher.notes.keys()];
    for (const peer of [...writers, watcher]) peer.leave();
    const server = await startSyncServer({ folder });
    const late = await joinPeer(server, 'doc', { user: 'eka' });
    const lost = seen.filter((key) => !late.notes.has(key));
    late.leave();
    await server.close();

    expect(lost).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(seen.length);
  });

  it('is survived by everybody who was drawing', async () => {
    const port = await startProcess();
    const url = `ws://127.0.0.1:${port}/sync`;
    const ani = await joinPeer({ url }, 'doc', { user: 'ani' });
    const budi = await joinPeer({ url }, 'doc', { user: 'budi' });
    ani.notes.set('before', 1);

    child?.kill('SIGKILL');
    await broken(ani);
    ani.notes.set('offline', 2);
    await startProcess(port);

    await eventually(() => expect(budi.notes.toJSON()).toEqual({ before: 1, offline: 2 }));
    ani.leave();
    budi.leave();
  });

  it('is not needed: SIGTERM ends the server in good order', async () => {
    const port = await startProcess();
    const ani = await joinPeer({ url: `ws://127.0.0.1:${port}/sync` }, 'doc');
    ani.notes.set('a', 1);
    await roundTrip(ani);

    child?.kill('SIGTERM');
    const [code] = child ? await once(child, 'exit') : [];
    ani.leave();
    const server = await startSyncServer({ folder });
    const late = await joinPeer(server, 'doc');
    late.leave();
    await server.close();

    expect(code).toBe(0);
    expect(late.notes.toJSON()).toEqual({ a: 1 });
  });

  async function startProcess(port = 0): Promise<number> {
    const script = new URL('../../support/syncServerProcess.ts', import.meta.url).pathname;
    const started = spawn(process.execPath, ['--import', 'tsx', script, folder, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    const [line] = await once(started.stdout, 'data');
    return Number(String(line));
  }
});

/** Picks sync messages of one step: 1 answers a newcomer, 2 is an update. */
function isSync(step: number): (message: Uint8Array) => boolean {
  return (message) => message[0] === 0 && message[1] === step;
}
