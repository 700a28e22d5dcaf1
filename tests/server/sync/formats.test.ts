import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { FormatMigration } from '#document/formatMigrations.ts';
import { readProcedure } from '#document/procedureDocument.ts';
import { FORMAT } from '#document/shape.ts';
import type { Session } from '#session/session.ts';
import { copyIn } from '#tests/support/copyIn.ts';
import { eventually } from '#tests/support/eventually.ts';
import { fromFormat0, sayInFormat0, writeInFormat0 } from '#tests/support/oldFormat.ts';
import { openTestSession } from '#tests/support/openTestSession.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { joinPeer, type Peer } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

const migrations = [fromFormat0];

describe('a document of an older format', () => {
  let folder = '';
  let server: SyncServer;
  /** As everybody had it before the new version came. */
  let old: Y.Doc;
  const peers: Peer[] = [];
  const sessions: Session[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-formats-'));
    await start(migrations);
    old = new Y.Doc();
    writeInFormat0(old, smallProcedure());
    await server.log.append([{ doc: 'doc', data: Y.encodeStateAsUpdate(old) }]);
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.close();
    for (const peer of peers.splice(0)) peer.leave();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(known: readonly FormatMigration[]): Promise<void> {
    server = await startSyncServer({ folder, migrations: known });
  }

  async function enter(user: string, doc = new Y.Doc()): Promise<Peer> {
    const peer = await joinPeer(server, 'doc', { user, doc });
    peers.push(peer);
    return peer;
  }

  it('is brought up to date before anybody is let in, by one entry of the log', async () => {
    const ani = await enter('ani');

    expect(ani.doc.getMap('meta').get('format')).toBe(FORMAT);
    expect(readProcedure(ani.doc)).toEqual(smallProcedure());
    expect((await server.log.load('doc')).seq).toBe(2);
  });

  it('is that once: after a restart nothing is written', async () => {
    await enter('ani');
    peers.splice(0)[0]?.leave();
    await server.close();
    await start(migrations);

    const budi = await enter('budi');

    expect(readProcedure(budi.doc)).toEqual(smallProcedure());
    expect((await server.log.load('doc')).seq).toBe(2);
  });

  it('is read in the present format without being written', async () => {
    expect(await server.hub.readProcedure('doc')).toEqual(smallProcedure());

    expect((await server.log.load('doc')).seq).toBe(1);
  });

  it('takes in what a device did offline before, for everybody and for good', async () => {
    const ani = await enter('ani');
    sayInFormat0(old, 'check', 'Memeriksa kelengkapan');

    await enter('budi', old);

    await eventually(() => expect(activityOf(ani.doc)).toBe('Memeriksa kelengkapan'));
    await eventually(() => expect(activityOf(old)).toBe('Memeriksa kelengkapan'));
    const { steps } = await server.hub.readProcedure('doc');
    expect(steps.find(({ id }) => id === 'check')?.activity).toBe('Memeriksa kelengkapan');
  });

  it('keeps what both wrote, in the old format offline and in the new one meanwhile', async () => {
    const ani = await enter('ani');
    const titles = ani.doc.getText('title');
    titles.insert(titles.length, ' 2027');
    old.getText('title').insert(0, 'Tata Cara ');

    await enter('budi', old);

    const expected = `Tata Cara ${smallProcedure().identity.title} 2027`;
    await eventually(() => expect(String(titles)).toBe(expected));
    await eventually(() => expect(String(old.getText('title'))).toBe(expected));
  });

  it('shows on the device what its copy holds, and hands it in once the server is there', async () => {
    const device = new Map<string, Uint8Array[]>();
    sayInFormat0(old, 'check', 'Memeriksa kelengkapan');
    const counts = [1];
    const openCopy = copyIn(device, counts);
    const session = openTestSession(server.port, {
      migrations,
      openCopy: (name, doc) => {
        device.set(name, [Y.encodeStateAsUpdate(old)]);
        return openCopy(name, doc);
      },
    });
    sessions.push(session);
    const activity = () => session.procedure.get().steps.find(({ id }) => id === 'check')?.activity;

    expect(activity()).toBe('Memeriksa kelengkapan');
    await eventually(() =>
      expect(session.connection.get()).toEqual({ status: 'online', saved: true }),
    );
    await eventually(() =>
      expect(session.apply({ type: 'removeStep', step: 'file' })).toMatchObject({ ok: true }),
    );
    await eventually(() => expect(activity()).toBe('Memeriksa kelengkapan'));
  });

  it('opens though a migration fails on what a foreign program wrote in it', async () => {
    const broken: FormatMigration = {
      from: 0,
      up: () => {
        throw new RangeError('not as it should be');
      },
    };
    await server.close();
    await start([broken]);

    const ani = await enter('ani');

    expect(String(ani.doc.getText('title'))).toBe(smallProcedure().identity.title);
    expect(server.logLines.join()).toContain('Could not bring a document up to date');
  });

  it('of a newer format is not taken for an empty one', async () => {
    const newer = new Y.Doc();
    newer.getMap('meta').set('format', FORMAT + 1);
    await server.log.append([{ doc: 'newer', data: Y.encodeStateAsUpdate(newer) }]);

    await expect(server.hub.readProcedure('newer')).rejects.toThrow('A newer Alur wrote');
  });
});

function activityOf(doc: Y.Doc): string | undefined {
  return readProcedure(doc).steps.find(({ id }) => id === 'check')?.activity;
}
