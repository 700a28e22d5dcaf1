import { createClient } from '@redis/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { openDatabase } from '#server/store/database.ts';
import { openPostgresUpdateLog } from '#server/store/updateLogPostgres.ts';
import { LetterSeal } from '#server/sync/nodes/letterSeal.ts';
import type { SyncLimits } from '#server/sync/syncLimits.ts';
import { eventually } from '#tests/support/eventually.ts';
import { type OwnRedis, openOwnRedis, whyNoRedis } from '#tests/support/ownRedis.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';
import { commenter, entryBy, suggest } from '#tests/support/suggesting.ts';
import { joinPeer, openRawPeer, type Peer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

const lacking = (await whyNoPostgres()) ?? whyNoRedis();
const secret = 'a secret of the tests, long enough';
const identity = 'test';
/** So slow that a test which passes in time has not waited for it. */
const never = 600_000;

describe.skipIf(lacking)(`two nodes ${lacking ?? ''}`, () => {
  let postgres: ScratchPostgres;
  let redis: OwnRedis;
  const servers: SyncServer[] = [];
  const peers: Peer[] = [];
  let tests = 0;
  let id = '';

  beforeAll(async () => {
    postgres = await createScratchPostgres();
    await (await openDatabase({ databaseUrl: postgres.url, dataFolder: '' })).close();
    redis = await openOwnRedis();
  });
  beforeEach(() => {
    id = `doc-${++tests}`;
  });
  afterEach(async () => {
    redis.resume();
    for (const peer of peers.splice(0)) peer.leave();
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  afterAll(async () => {
    await redis.close();
    await postgres.drop();
  });

  interface NodeOptions {
    readonly limits?: Partial<SyncLimits>;
    readonly redisUrl?: string | undefined;
    readonly secret?: string;
    readonly identity?: string;
  }

  async function startNode(options: NodeOptions = {}): Promise<SyncServer> {
    const url = 'redisUrl' in options ? options.redisUrl : redis.url;
    const server = await startSyncServer({
      openLog: () => openPostgresUpdateLog(postgres.url),
      limits: { pollMs: never, awarenessDelayMs: 10, ...options.limits },
      nodes: { redis: url === undefined ? undefined : { url, identity, secret, ...options } },
    });
    servers.push(server);
    return server;
  }

  async function startNodes(options: NodeOptions = {}): Promise<readonly [SyncServer, SyncServer]> {
    const nodes = [await startNode(options), await startNode(options)] as const;
    if (!('redisUrl' in options)) await Promise.all(nodes.map(hearsItself));
    return nodes;
  }

  function hearsItself(server: SyncServer): Promise<void> {
    return eventually(() => expect(server.hub.stats().nodes?.isRedisUp).toBe(true));
  }

  async function join(server: SyncServer, user: string): Promise<Peer> {
    const peer = await joinPeer(server, id, { user });
    peers.push(peer);
    return peer;
  }

  async function meet(
    options: NodeOptions = {},
  ): Promise<{ readonly a: SyncServer; readonly b: SyncServer; ani: Peer; budi: Peer }> {
    const [a, b] = await startNodes(options);
    return { a, b, ani: await join(a, 'ani'), budi: await join(b, 'budi') };
  }

  async function sees(peer: Peer, notes: Readonly<Record<string, unknown>>): Promise<void> {
    await eventually(() => expect(peer.notes.toJSON()).toEqual(notes));
  }

  /** Waits until both hear each other in the room: presence is the last to come. */
  async function areTogether(ani: Peer, budi: Peer): Promise<void> {
    await eventually(() => expect(states(budi).has(ani.doc.clientID)).toBe(true));
    await eventually(() => expect(states(ani).has(budi.doc.clientID)).toBe(true));
  }

  it('bring an edit to the other, by Redis', async () => {
    const { ani, budi } = await meet();

    ani.notes.set('from', 'ani');
    await sees(budi, { from: 'ani' });
    budi.notes.set('back', 'budi');
    await sees(ani, { from: 'ani', back: 'budi' });
  });

  it('make the same of edits at the same time, each counted once', async () => {
    const { a, b, ani, budi } = await meet();
    const citra = await join(b, 'citra');

    for (let count = 0; count < 100; count++) {
      for (const [index, peer] of [ani, budi, citra].entries()) {
        peer.notes.set('one place', `${index}.${count}`);
        peer.notes.set(`own place ${index}.${count}`, count);
      }
      await roundTrip(count % 2 ? ani : budi);
    }

    await eventually(() => expect(ani.notes.size).toBe(301));
    await eventually(() => expect(budi.notes.toJSON()).toEqual(ani.notes.toJSON()));
    expect(citra.notes.toJSON()).toEqual(ani.notes.toJSON());
    const { seq, updates } = await a.log.load(id);
    expect(seq).toBe(a.hub.stats().updates + b.hub.stats().updates);
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    expect(doc.getMap('notes').toJSON()).toEqual(ani.notes.toJSON());
  });

  it('send on what another wrote once', async () => {
    const { ani, b } = await meet();
    const raw = await openRawPeer(b, id, { user: 'citra' });
    await roundTrip(raw);

    ani.notes.set('once', 1);
    await eventually(() => expect(raw.received.filter(isUpdate)).toHaveLength(1));
    ani.notes.set('twice', 2);
    await eventually(() => expect(raw.received.filter(isUpdate)).toHaveLength(2));
    raw.webSocket.close();
  });

  it('tell who wrote once, where it was written', async () => {
    const { a, b, ani, budi } = await meet();

    ani.notes.set('a', 1);
    await sees(budi, { a: 1 });
    await eventually(() => expect(a.changes.map(({ userId }) => userId)).toEqual(['id-ani']));
    budi.notes.set('b', 2);
    await eventually(() => expect(b.changes.map(({ userId }) => userId)).toEqual(['id-budi']));

    expect(a.changes).toHaveLength(1);
  });

  it('number suggestions alike, and refuse nobody for what came through the other', async () => {
    const [a, b] = await startNodes();
    const joinSuggestions = async (server: SyncServer, user: string, doc = new Y.Doc()) => {
      const peer = await joinPeer(server, `${id}/suggestions`, { user, role: 'commenter', doc });
      peers.push(peer);
      return { peer, document: new SuggestionsDocument(peer.doc) };
    };
    const [ani, budi] = [await joinSuggestions(a, 'ani'), await joinSuggestions(b, 'budi')];
    const add = ({ document }: typeof ani, entryId: string, by: string) =>
      document.apply(entryId, entryBy(by, suggest(entryId)), commenter(by));

    for (let count = 0; count < 20; count++)
      for (const [some, by] of [
        [ani, 'id-ani'],
        [budi, 'id-budi'],
      ] as const)
        add(some, `${by}-${count}`, by);
    await eventually(() => expect(ani.document.read().list).toHaveLength(40));
    await eventually(() => expect(budi.document.read()).toEqual(ani.document.read()));
    expect(ani.document.unsentCount).toBe(0);

    // Redis brings nothing more: the other node does not know what somebody brings along.
    redis.pause();
    add(budi, 'silent', 'id-budi');
    await eventually(() => expect(budi.document.unsentCount).toBe(0));
    budi.peer.leave();
    const moved = await joinSuggestions(a, 'ani', budi.peer.doc);
    add(moved, 'moved', 'id-ani');

    await eventually(() => expect(moved.document.unsentCount).toBe(0));
    await eventually(() => expect(ani.document.read()).toEqual(moved.document.read()));
    expect(a.hub.stats().refusedWrites).toBe(0);
  });

  it('read from the log what Redis did not bring, when the next number comes', async () => {
    const { a, ani, budi } = await meet();
    ani.notes.set('first', 1);
    await sees(budi, { first: 1 });

    // Another node that dies before it can tell of it.
    await a.log.append([{ doc: id, data: oneNote('silent') }]);
    ani.notes.set('last', 1);

    await sees(budi, { first: 1, silent: 1, last: 1 });
    await sees(ani, { first: 1, silent: 1, last: 1 });
  });

  it('read a snapshot where it covers what they lack', async () => {
    const { a, ani, budi } = await meet();
    ani.notes.set('first', 1);
    await sees(budi, { first: 1 });

    await a.log.append([{ doc: id, data: oneNote('silent') }]);
    const { updates, seq } = await a.log.load(id);
    await a.log.compact(id, Y.mergeUpdates([...updates]), seq);
    budi.notes.set('last', 1);

    await sees(ani, { first: 1, silent: 1, last: 1 });
    await sees(budi, { first: 1, silent: 1, last: 1 });
  });

  it('find what Redis did not bring in time, with no next number either', async () => {
    const { a, budi } = await meet({ limits: { pollMs: 50 } });

    await a.log.append([{ doc: id, data: oneNote('silent') }]);

    await sees(budi, { silent: 1 });
  });

  it('read what is too big for Redis from the log', async () => {
    const { ani, budi } = await meet();
    const big = 'x'.repeat(600_000);

    ani.notes.set('big', big);

    await sees(budi, { big });
  });

  it('give a document over HTTP with what was written through the other', async () => {
    const { a, b, ani } = await meet({
      redisUrl: undefined,
      limits: { pollWithoutRedisMs: never },
    });
    const raw = await openRawPeer(a, id);
    const document = new ProcedureDocument(ani.doc);
    document.apply({ type: 'setText', target: { of: 'title' }, text: 'Surat Masuk' });
    await roundTrip(ani);
    raw.send(100, 1);
    await eventually(() => expect(raw.received).toContainEqual(Uint8Array.of(100, 1)));

    expect((await b.hub.readProcedure(id)).identity.title).toBe('Surat Masuk');
    raw.webSocket.close();
  });

  it('compact at the same time and lose nothing', async () => {
    const { a, ani, budi } = await meet({ limits: { compactAfter: 5, commitPauseMs: 0 } });

    for (let count = 1; count <= 60; count++) {
      for (const peer of [ani, budi]) peer.notes.set(`${peer.doc.clientID} ${count}`, count);
      await eventually(() => expect(ani.notes.size).toBe(2 * count));
      await eventually(() => expect(budi.notes.size).toBe(2 * count));
    }

    await eventually(async () => expect((await a.log.load(id)).sinceSnapshot).toBeLessThan(20));
    const late = await join(await startNode(), 'citra');
    expect(late.notes.toJSON()).toEqual(ani.notes.toJSON());
    expect(late.notes.size).toBe(120);
  });

  describe('presence', () => {
    it('is seen on the other, under the name of the session, and goes when it goes', async () => {
      const { ani, budi } = await meet();
      ani.provider.awareness.setLocalState({ user: { name: 'Ketua' }, cursor: 1 });

      await eventually(() =>
        expect(states(budi).get(ani.doc.clientID)).toEqual({
          user: { id: 'id-ani', name: 'ani' },
          cursor: 1,
        }),
      );
      ani.provider.awareness.setLocalStateField('cursor', 2);
      await eventually(() =>
        expect(states(budi).get(ani.doc.clientID)).toMatchObject({ cursor: 2 }),
      );
      ani.leave();
      await eventually(() => expect(states(budi).has(ani.doc.clientID)).toBe(false));
    });

    it('is there for whoever opens the document on a node later', async () => {
      const [a, b] = await startNodes();
      const ani = await join(a, 'ani');
      ani.provider.awareness.setLocalStateField('cursor', 7);
      await roundTrip(ani);

      const budi = await join(b, 'budi');

      await eventually(() =>
        expect(states(budi).get(ani.doc.clientID)).toMatchObject({ cursor: 7 }),
      );
    });

    it('cannot be taken over by somebody else on another node', async () => {
      const { b, ani, budi } = await meet();
      ani.provider.awareness.setLocalStateField('cursor', 1);
      await eventually(() =>
        expect(states(budi).get(ani.doc.clientID)).toMatchObject({ cursor: 1 }),
      );
      const mallory = await joinPeer(b, id, { user: 'mallory' });
      peers.push(mallory);
      mallory.provider.awareness.clientID = ani.doc.clientID;
      mallory.provider.awareness.meta.set(ani.doc.clientID, { clock: 900, lastUpdated: 0 });
      mallory.provider.awareness.setLocalState({ cursor: 666 });
      await roundTrip(mallory);
      ani.provider.awareness.setLocalStateField('cursor', 2);

      await eventually(() =>
        expect(states(budi).get(ani.doc.clientID)).toEqual({
          user: { id: 'id-ani', name: 'ani' },
          cursor: 2,
        }),
      );
    });

    it('follows somebody who comes back through another node', async () => {
      const { b, ani, budi } = await meet();
      const [c] = await startNodes();
      const citra = await join(c, 'citra');
      ani.provider.awareness.setLocalStateField('cursor', 1);
      await eventually(() =>
        expect(states(citra).get(ani.doc.clientID)).toMatchObject({ cursor: 1 }),
      );

      ani.provider.disconnect();
      ani.provider.serverUrl = b.url;
      ani.provider.connect();
      ani.provider.awareness.setLocalStateField('cursor', 2);

      for (const peer of [budi, citra])
        await eventually(() =>
          expect(states(peer).get(ani.doc.clientID)).toMatchObject({ cursor: 2 }),
        );
    });

    it('of a node that has died goes, and of one that was only not heard comes back', async () => {
      const { a, ani, budi } = await meet({ limits: { nodeBeatMs: 50, nodeSilenceMs: 300 } });
      ani.provider.awareness.setLocalStateField('cursor', 1);
      await areTogether(ani, budi);

      redis.pause();
      await eventually(() => expect(states(budi).has(ani.doc.clientID)).toBe(false));
      expect(states(budi).has(budi.doc.clientID)).toBe(true);
      await eventually(() =>
        expect(a.hub.stats()).toMatchObject({ ready: true, nodes: { isRedisUp: false } }),
      );
      redis.resume();

      await areTogether(ani, budi);
    });
  });

  describe('without Redis', () => {
    it('find what the other wrote in the log', async () => {
      const { ani, budi, a } = await meet({
        redisUrl: undefined,
        limits: { pollWithoutRedisMs: 50 },
      });

      ani.notes.set('a', 1);
      await sees(budi, { a: 1 });
      budi.notes.set('b', 2);
      await sees(ani, { a: 1, b: 2 });

      expect(a.hub.stats().nodes).toMatchObject({ isRedisUp: undefined, sent: 0 });
    });

    it('go on when it is killed, and through it again when it is back', async () => {
      const { a, b, ani, budi } = await meet({ limits: { pollWithoutRedisMs: 50 } });
      ani.notes.set('before', 1);
      await sees(budi, { before: 1 });

      await redis.kill();
      await eventually(() => expect(a.hub.stats().nodes?.isRedisUp).toBe(false));
      ani.notes.set('meanwhile', 1);
      await sees(budi, { before: 1, meanwhile: 1 });
      expect(a.hub.stats().ready).toBe(true);

      await redis.start();
      await Promise.all([a, b].map(hearsItself));
      await areTogether(ani, budi);
      const received = b.hub.stats().nodes?.received ?? 0;
      ani.notes.set('after', 1);
      await sees(budi, { before: 1, meanwhile: 1, after: 1 });
      expect(b.hub.stats().nodes?.received).toBeGreaterThan(received);
      expect(a.logLines.filter((line) => line.includes('Redis cannot be used'))).toHaveLength(1);
    });

    it('start, and say so, when nobody answers there', async () => {
      const a = await startNode({ redisUrl: 'redis://127.0.0.1:1' });

      await eventually(() => expect(a.logLines.join()).toContain('ECONNREFUSED'));
      const ani = await join(a, 'ani');
      ani.notes.set('a', 1);
      await roundTrip(ani);
      expect(a.hub.stats()).toMatchObject({ ready: true, nodes: { isRedisUp: false } });
    });
  });

  it('stop together when PostgreSQL goes away, and lose nothing', async () => {
    const { a, b, ani, budi } = await meet({ limits: { pollWithoutRedisMs: 50 } });
    ani.notes.set('before', 1);
    await sees(budi, { before: 1 });

    await postgres.goDown();
    ani.notes.set('ani meanwhile', 1);
    budi.notes.set('budi meanwhile', 1);
    for (const { hub } of [a, b]) await eventually(() => expect(hub.stats().ready).toBe(false));
    expect(ani.notes.has('budi meanwhile')).toBe(false);
    await postgres.comeBack();

    const all = { before: 1, 'ani meanwhile': 1, 'budi meanwhile': 1 };
    await sees(ani, all);
    await sees(budi, all);
  });

  it('get back from the browsers what a standby lacks that takes over', async () => {
    const { a, b, ani, budi } = await meet({ limits: { pollMs: 50 } });
    ani.notes.set('before', 1);
    await sees(budi, { before: 1 });
    ani.notes.set('not on the standby', 1);
    await sees(budi, { before: 1, 'not on the standby': 1 });

    await postgres.run(`delete from doc_update where doc_id = '${id}' and seq = 2`);
    for (const { logLines } of [a, b])
      await eventually(() => expect(logLines.join()).toContain('The log lacks what it had'));

    await eventually(async () => expect((await a.log.load(id)).seq).toBeGreaterThan(1));
    const doc = new Y.Doc();
    for (const update of (await a.log.load(id)).updates) Y.applyUpdate(doc, update);
    expect(doc.getMap('notes').toJSON()).toEqual({ before: 1, 'not on the standby': 1 });
  });

  describe('in a Redis that others use too', () => {
    it('hear nothing of another installation', async () => {
      const { b, ani, budi } = await meet();
      const foreign = await startNode({ identity: 'other' });
      await hearsItself(foreign);
      const citra = await join(foreign, 'citra');
      citra.provider.awareness.setLocalStateField('cursor', 1);
      await roundTrip(citra);
      ani.provider.awareness.setLocalStateField('cursor', 2);
      await areTogether(ani, budi);

      expect(states(budi).has(citra.doc.clientID)).toBe(false);
      expect(b.hub.stats().nodes?.refused).toBe(0);
    });

    it('pass over what no node of theirs sealed, and say so once', async () => {
      const { a, b, ani, budi } = await meet();
      await areTogether(ani, budi);
      const channel = `alur:${identity}:doc:${id}`;
      const forged = new LetterSeal('another secret').seal(channel, {
        node: 'mallory',
        message: { type: 'update', seq: 1, update: oneNote('forged') },
      });
      const moved = new LetterSeal(secret).seal(`alur:${identity}:doc:other`, {
        node: 'mallory',
        message: { type: 'update', seq: 1, update: oneNote('moved') },
      });
      const client = await createClient({ url: redis.url })
        .on('error', () => undefined)
        .connect();
      for (const bytes of [forged, moved, Buffer.from('x'), Buffer.alloc(1000)])
        await client.publish(channel, bytes);
      client.destroy();
      await eventually(() => expect(b.hub.stats().nodes?.refused).toBe(4));

      ani.notes.set('real', 1);
      await sees(budi, { real: 1 });
      expect(ani.notes.toJSON()).toEqual({ real: 1 });
      const warnings = a.logLines.filter((line) => line.includes('ALUR_SECRET'));
      expect(warnings).toHaveLength(1);
    });
  });

  it('tell each other of access, people and deleted procedures', async () => {
    const { a, b, budi } = await meet();
    b.roles.set('budi', undefined);

    a.hub.accessChanged(id);
    expect(await budi.shownOut).toBe(4403);

    const citra = await join(b, 'citra');
    b.roles.set('citra', undefined);
    a.hub.userChanged('id-citra');
    expect(await citra.shownOut).toBe(4403);

    const dewi = await join(b, 'dewi');
    a.hub.deleted(id);
    expect(await dewi.shownOut).toBe(4404);
  });

  it('ask for everybody’s access again when they hear each other again', async () => {
    const { a, b, budi } = await meet();
    await redis.kill();
    await eventually(() => expect(b.hub.stats().nodes?.isRedisUp).toBe(false));
    b.roles.set('budi', undefined);
    a.hub.accessChanged(id);

    await redis.start();

    expect(await budi.shownOut).toBe(4403);
  });
});

function states(peer: Peer): ReadonlyMap<number, unknown> {
  return peer.provider.awareness.getStates();
}

function oneNote(name: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('notes').set(name, 1);
  return Y.encodeStateAsUpdate(doc);
}

/** Of sync messages step 2 is an update. */
function isUpdate(message: Uint8Array): boolean {
  return message[0] === 0 && message[1] === 2;
}
