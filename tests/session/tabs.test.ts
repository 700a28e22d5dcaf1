import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import type { Session } from '#session/session.ts';
import type { Channel } from '#session/tabChannel.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestSession, type TestSessionOptions } from '#tests/support/openTestSession.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('two windows of one person', () => {
  let server: SyncServer;
  let folder: string;
  let posted: number;
  const sessions: Session[] = [];

  beforeEach(async () => {
    posted = 0;
    folder = mkdtempSync(join(tmpdir(), 'alur-tabs-'));
    server = await startSyncServer({ folder });
    await server.hub.createDocument('doc', smallProcedure());
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(options: TestSessionOptions = {}): Session {
    const session = openTestSession(server.port, { openChannel, ...options });
    sessions.push(session);
    return session;
  }
  async function openOnline(options: TestSessionOptions = {}): Promise<Session> {
    const session = open(options);
    await eventually(() =>
      expect(session.connection.get()).toEqual({ status: 'online', saved: true }),
    );
    return session;
  }
  function openChannel(name: string): Channel {
    const channel = new BroadcastChannel(name);
    const post = channel.postMessage.bind(channel);
    channel.postMessage = (message) => {
      posted += 1;
      post(message);
    };
    return channel as unknown as Channel;
  }

  it('pass edits on without the server, both ways, and hand them in once', async () => {
    const left = await openOnline();
    const right = await openOnline();
    await server.close();
    await eventually(() => expect(right.connection.get().status).not.toBe('online'));

    left.apply(titled('Ditulis kiri'));
    await eventually(() => expect(titleOf(right)).toBe('Ditulis kiri'));
    right.apply({ type: 'removeStep', step: 'check' });
    await eventually(() => expect(left.procedure.get().steps).toHaveLength(3));
    server = await startSyncServer({ folder, port: server.port });

    await eventually(async () => {
      const { identity, steps } = await server.hub.readProcedure('doc');
      expect({ title: identity.title, steps: steps.length }).toEqual({
        title: 'Ditulis kiri',
        steps: 3,
      });
    });
    for (const session of [left, right])
      await eventually(() =>
        expect(session.connection.get()).toEqual({ status: 'online', saved: true }),
      );
    expect(left.procedure.get()).toEqual(right.procedure.get());
  });

  it('hand in what the other one could not send before it was closed', async () => {
    const left = await openOnline({ protocol: undefined });
    await server.close();
    await eventually(() => expect(left.connection.get().status).not.toBe('online'));
    left.apply(titled('Belum terkirim'));
    const right = open();
    await eventually(() => expect(titleOf(right)).toBe('Belum terkirim'));
    left.close();

    server = await startSyncServer({ folder, port: server.port });

    await eventually(async () =>
      expect((await server.hub.readProcedure('doc')).identity.title).toBe('Belum terkirim'),
    );
  });

  it('say an edit once to the others and repeat nothing that they heard', async () => {
    const left = await openOnline();
    const [right, third] = [await openOnline(), await openOnline()];
    const budi = await openOnline({ user: 'budi' });
    const before = posted;

    left.apply(titled('Sekali saja'));
    budi.apply({ type: 'removeStep', step: 'check' });
    for (const session of [left, right, third]) {
      await eventually(() => expect(titleOf(session)).toBe('Sekali saja'));
      await eventually(() => expect(session.procedure.get().steps).toHaveLength(3));
      await eventually(() =>
        expect(session.connection.get()).toEqual({ status: 'online', saved: true }),
      );
    }

    // One message of Ani's window, one of Budi's (in a channel of his own).
    expect(posted - before).toBe(2);
  });

  it('are one person to themselves and to others', async () => {
    const left = await openOnline();
    const right = await openOnline();
    const budi = await openOnline({ user: 'budi' });

    await eventually(() => expect(budi.peers.get()).toHaveLength(2));
    await eventually(() => expect(left.peers.get()).toHaveLength(1));

    expect(new Set(budi.peers.get().map(({ userId }) => userId))).toEqual(new Set(['id-ani']));
    for (const session of [left, right])
      expect(session.peers.get().map(({ name }) => name)).toEqual(['budi']);
  });

  it('tell nothing to a reader, nor to another account', async () => {
    const left = await openOnline();
    const reader = await openOnline({ role: 'viewer' });
    const budi = await openOnline({ user: 'budi' });
    const right = await openOnline();
    await server.close();
    await eventually(() => expect(left.connection.get().status).not.toBe('online'));

    left.apply(titled('Hanya untuk Ani'));
    await eventually(() => expect(titleOf(right)).toBe('Hanya untuk Ani'));

    expect(titleOf(reader)).toBe(smallProcedure().identity.title);
    expect(titleOf(budi)).toBe(smallProcedure().identity.title);
  });
});

function titled(text: string): Edit {
  return { type: 'setText', target: { of: 'title' }, text };
}

function titleOf(session: Session): string {
  return session.procedure.get().identity.title;
}
