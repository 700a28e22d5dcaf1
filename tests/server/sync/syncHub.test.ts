import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyProcedure } from '#core/model/empty.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { closeCodes } from '#protocol/sync.ts';
import { eventually } from '#tests/support/eventually.ts';
import {
  joinPeer,
  openPeer,
  openRawPeer,
  type Peer,
  type PeerOptions,
  roundTrip,
} from '#tests/support/syncPeer.ts';
import {
  type SyncServer,
  type SyncServerOptions,
  startSyncServer,
} from '#tests/support/syncServer.ts';

describe('the sync hub', () => {
  let server: SyncServer;
  const peers: Peer[] = [];

  beforeEach(() => start());
  afterEach(stop);

  async function start(options: SyncServerOptions = {}): Promise<void> {
    server = await startSyncServer(options);
  }

  async function stop(): Promise<void> {
    for (const peer of peers.splice(0)) peer.leave();
    await server.close();
  }

  async function join(options: PeerOptions = {}): Promise<Peer> {
    const peer = await joinPeer(server, 'doc', options);
    peers.push(peer);
    return peer;
  }

  it('lets two people draw one procedure', async () => {
    const ani = await join();
    const budi = await join({ user: 'budi' });
    const hers = new ProcedureDocument(ani.doc);
    const his = new ProcedureDocument(budi.doc);

    hers.apply({ type: 'setText', target: { of: 'title' }, text: 'Layanan' });
    his.apply({ type: 'setText', target: { of: 'number' }, text: '12/2026' });

    await eventually(() => expect(his.read()).toEqual(hers.read()));
    expect(his.read().identity).toMatchObject({ title: 'Layanan', number: '12/2026' });
  });

  it('brings together what two people wrote while they were offline', async () => {
    const ani = await join();
    const budi = await join({ user: 'budi' });
    ani.provider.disconnect();
    budi.provider.disconnect();
    ani.notes.set('hers', 1);
    budi.notes.set('his', 2);

    ani.provider.connect();
    budi.provider.connect();

    await eventually(() => expect(ani.notes.toJSON()).toEqual({ hers: 1, his: 2 }));
    await eventually(() => expect(budi.notes.toJSON()).toEqual({ hers: 1, his: 2 }));
  });

  it('creates documents and reads them, open or not', async () => {
    const procedure = emptyProcedure('Penetapan DPT');

    await server.hub.createDocument('doc', procedure);

    expect(await server.hub.readProcedure('doc')).toEqual(procedure);
    expect(await server.hub.readProcedure('unknown')).toEqual(emptyProcedure());
    const ani = await join();
    const hers = new ProcedureDocument(ani.doc);
    expect(hers.read()).toEqual(procedure);
    hers.apply({ type: 'setText', target: { of: 'title' }, text: 'DPT' });
    await eventually(async () =>
      expect((await server.hub.readProcedure('doc')).identity.title).toBe('DPT'),
    );
  });

  it('tells of changes, with who made them, once for many', async () => {
    await server.hub.createDocument('doc', emptyProcedure('A'));
    const ani = await join();
    const hers = new ProcedureDocument(ani.doc);

    for (const text of ['B', 'C', 'D'])
      hers.apply({ type: 'setText', target: { of: 'title' }, text });

    await eventually(() => expect(server.changes).toHaveLength(1));
    expect(server.changes).toEqual([
      { procedureId: 'doc', procedure: emptyProcedure('D'), userId: 'id-ani' },
    ]);
  });

  it('shows a reader everything and takes nothing from them', async () => {
    const ani = await join();
    ani.notes.set('from', 'ani');
    const reader = await join({ user: 'citra', role: 'viewer' });
    expect(reader.notes.get('from')).toBe('ani');

    reader.notes.set('from', 'citra');
    await eventually(() => expect(server.hub.stats().refusedWrites).toBe(1));
    ani.notes.set('more', true);
    await eventually(() => expect(reader.notes.get('more')).toBe(true));

    expect(ani.notes.toJSON()).toEqual({ from: 'ani', more: true });
    expect(reader.provider.wsconnected).toBe(true);
    const newcomer = await join({ user: 'dewi' });
    expect(newcomer.notes.get('from')).toBe('ani');
  });

  it('takes nothing from a commenter, whose suggestions have a document of their own', async () => {
    const commenter = await join({ user: 'citra', role: 'commenter' });

    commenter.notes.set('from', 'citra');

    await eventually(() => expect(server.hub.stats().refusedWrites).toBe(1));
  });

  it('gives a new role to those who are connected, and asks for what they could not send', async () => {
    const ani = await join();
    const citra = await join({ user: 'citra', role: 'viewer' });
    citra.notes.set('waiting', 'yes');
    await eventually(() => expect(server.hub.stats().refusedWrites).toBe(1));

    server.roles.set('citra', 'editor');
    server.hub.accessChanged('doc');
    await eventually(() => expect(ani.notes.get('waiting')).toBe('yes'));

    server.roles.set('citra', 'viewer');
    server.hub.accessChanged('doc');
    citra.notes.set('waiting', 'no');
    await eventually(() => expect(server.hub.stats().refusedWrites).toBe(2));
    expect(ani.notes.get('waiting')).toBe('yes');
  });

  it('tells a client that asks its role, and each new one; nobody else', async () => {
    const asking = await openRawPeer(server, 'doc', { user: 'citra' });
    const plain = await openRawPeer(server, 'doc', { user: 'citra' });

    asking.send(101);
    await eventually(() => expect(rolesIn(asking.received)).toEqual(['editor']));
    server.roles.set('citra', 'viewer');
    server.hub.accessChanged('doc');
    await eventually(() => expect(rolesIn(asking.received)).toEqual(['editor', 'viewer']));
    server.hub.accessChanged('doc');
    server.roles.set('citra', 'owner');
    server.hub.accessChanged('doc');
    await eventually(() => expect(rolesIn(asking.received)).toEqual(['editor', 'viewer', 'owner']));

    expect(rolesIn(plain.received)).toEqual([]);
    asking.webSocket.close();
    plain.webSocket.close();
  });

  it('shows out whoever loses access, and nobody else', async () => {
    const ani = await join();
    const citra = await join({ user: 'citra' });

    server.roles.set('citra', undefined);
    server.hub.accessChanged('doc');

    expect(await citra.shownOut).toBe(closeCodes.forbidden);
    expect(ani.provider.wsconnected).toBe(true);
  });

  it('notices by itself when access has ended', async () => {
    await stop();
    await start({ limits: { recheckMs: 50 } });
    const citra = await join({ user: 'citra' });

    server.roles.set('citra', undefined);

    expect(await citra.shownOut).toBe(closeCodes.forbidden);
  });

  it('shows everybody out of a deleted procedure, and keeps what they wrote', async () => {
    const ani = await join();
    ani.notes.set('last', 'word');
    await eventually(() => expect(server.hub.stats().updates).toBe(1));

    server.hub.deleted('doc');

    expect(await ani.shownOut).toBe(closeCodes.unknownProcedure);
    expect((await join()).notes.get('last')).toBe('word');
  });

  it('shows out whoever is not signed in or may not, with a code that a browser sees', async () => {
    server.roles.set('citra', undefined);

    expect(await openPeer(server, 'doc', { user: '' }).shownOut).toBe(closeCodes.signInNeeded);
    expect(await openPeer(server, 'doc', { user: 'citra' }).shownOut).toBe(closeCodes.forbidden);
  });

  it('returns a mark once everything before it is on disk', async () => {
    const raw = await openRawPeer(server, 'doc');
    const doc = new Y.Doc();
    doc.getMap('notes').set('kept', 'yes');
    const update = Y.encodeStateAsUpdate(doc);

    raw.send(0, 2, update.length, ...update);
    raw.send(100, 7);

    await eventually(() => expect(raw.received).toContainEqual(Uint8Array.of(100, 7)));
    const logged = await server.log.load('doc');
    const stored = new Y.Doc();
    for (const each of logged.updates) Y.applyUpdate(stored, each);
    expect(stored.getMap('notes').toJSON()).toEqual({ kept: 'yes' });
    raw.webSocket.close();
  });

  it('logs what builds on something that has not arrived, before it calls it saved', async () => {
    const [first, second] = twoUpdates();
    const raw = await openRawPeer(server, 'doc');

    raw.send(0, 2, second.length, ...second);
    raw.send(100, 1);
    await eventually(() => expect(raw.received).toContainEqual(Uint8Array.of(100, 1)));

    const logged = await server.log.load('doc');
    const stored = new Y.Doc();
    for (const update of [...logged.updates, first]) Y.applyUpdate(stored, update);
    expect(stored.getMap('notes').toJSON()).toEqual({ first: 1, second: 2 });
    raw.send(0, 2, first.length, ...first);
    const ani = await join();
    await eventually(() => expect(ani.notes.toJSON()).toEqual({ first: 1, second: 2 }));
    raw.webSocket.close();
  });

  it('never calls a reader saved after it passed over what they wrote', async () => {
    const [first] = twoUpdates();
    const raw = await openRawPeer(server, 'doc', { role: 'viewer' });

    raw.send(100, 1);
    await eventually(() => expect(raw.received).toContainEqual(Uint8Array.of(100, 1)));
    raw.send(0, 2, first.length, ...first);
    raw.send(100, 2);
    await roundTrip(raw);

    expect(raw.received).not.toContainEqual(Uint8Array.of(100, 2));
    raw.webSocket.close();
  });

  it('puts a document away that nobody has open, and opens it again as it was', async () => {
    const ani = await join();
    ani.notes.set('kept', 'yes');
    await eventually(() => expect(server.hub.stats()).toMatchObject({ updates: 1, documents: 1 }));

    ani.leave();
    await eventually(() =>
      expect(server.hub.stats()).toMatchObject({ connections: 0, documents: 0 }),
    );

    expect((await join({ user: 'budi' })).notes.toJSON()).toEqual({ kept: 'yes' });
  });

  it('replaces a long log by a snapshot and loses nothing', async () => {
    await stop();
    await start({ limits: { compactAfter: 5, commitPauseMs: 0 } });
    const ani = await join();
    const budi = await join({ user: 'budi' });

    for (let count = 1; count <= 17; count++) {
      ani.notes.set(`note ${count}`, count);
      await eventually(() => expect(budi.notes.size).toBe(count));
    }

    await eventually(async () => expect((await server.log.load('doc')).sinceSnapshot).toBe(2));
    expect((await server.log.load('doc')).seq).toBe(17);
    ani.leave();
    budi.leave();
    await eventually(() => expect(server.hub.stats().documents).toBe(0));
    expect((await join()).notes.size).toBe(17);
  });

  it('reads in what another server wrote to the same log', async () => {
    const ani = await join();
    const budi = await join({ user: 'budi' });
    const [elsewhere] = twoUpdates();
    await server.log.append([{ doc: 'doc', data: elsewhere }]);

    ani.notes.set('here', true);

    await eventually(() => expect(ani.notes.toJSON()).toEqual({ first: 1, here: true }));
    await eventually(() => expect(budi.notes.toJSON()).toEqual({ first: 1, here: true }));
  });

  it('writes what it has and sends everybody away to come back, when it closes', async () => {
    const ani = await join();
    const budi = await join({ user: 'budi' });
    const codes: number[] = [];
    for (const peer of [ani, budi])
      peer.provider.on('connection-close', (event: { code: number } | null) => {
        if (event) codes.push(event.code);
      });
    ani.notes.set('last', 'word');
    await eventually(() => expect(budi.notes.get('last')).toBe('word'));

    await server.hub.close();

    await eventually(() => expect(codes.slice(0, 2)).toEqual([1012, 1012]));
    expect((await server.log.load('doc')).updates).toHaveLength(1);
    expect(server.hub.stats()).toMatchObject({ ready: false, connections: 0 });
  });

  it('counts', async () => {
    const ani = await join();
    ani.notes.set('a', 1);

    await eventually(() =>
      expect(server.hub.stats()).toMatchObject({
        ready: true,
        connections: 1,
        documents: 1,
        commits: 1,
        failedCommits: 0,
        updates: 1,
        refusedWrites: 0,
        badFrames: 0,
      }),
    );
    expect(server.hub.stats().commitSeconds).toBeGreaterThan(0);
  });
});

/** Two updates of one writer, the second of which builds on the first. */
function twoUpdates(): readonly [Uint8Array, Uint8Array] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getMap('notes').set('first', 1);
  doc.getMap('notes').set('second', 2);
  const [first, second] = updates;
  if (!first || !second) throw new RangeError('Expected two updates');
  return [first, second];
}

/** The roles that the server told, as they came. */
function rolesIn(frames: readonly Uint8Array[]): readonly string[] {
  return frames
    .filter((frame) => frame[0] === 101)
    .map((frame) => new TextDecoder().decode(frame.subarray(2)));
}
