import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { joinPeer, openRawPeer, type Peer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('presence', () => {
  let server: SyncServer;
  let tests = 0;
  let id = '';

  beforeAll(async () => {
    server = await startSyncServer({ limits: { awarenessDelayMs: 10 } });
  });
  afterAll(() => server.close());

  async function meet(): Promise<readonly [Peer, Peer]> {
    id = `doc-${++tests}`;
    return [
      await joinPeer(server, id, { user: 'ani' }),
      await joinPeer(server, id, { user: 'budi' }),
    ];
  }

  it('shows everybody where the others are, under the names they signed in with', async () => {
    const [ani, budi] = await meet();

    ani.provider.awareness.setLocalState({ user: { name: 'Ketua KPU', color: 'red' }, cursor: 1 });

    await eventually(() =>
      expect(stateOf(ani, budi)).toEqual({
        user: { id: 'id-ani', name: 'ani', color: 'red' },
        cursor: 1,
      }),
    );
    const citra = await joinPeer(server, id, { user: 'citra', role: 'viewer' });
    await eventually(() => expect(stateOf(ani, citra)).toMatchObject({ cursor: 1 }));
    leave(ani, budi, citra);
  });

  it('shows somebody who has only just come, without waiting for them to stir', async () => {
    const [ani, budi] = await meet();

    await eventually(() =>
      expect(stateOf(budi, ani)).toEqual({ user: { id: 'id-budi', name: 'budi' } }),
    );
    await eventually(() =>
      expect(stateOf(ani, budi)).toEqual({ user: { id: 'id-ani', name: 'ani' } }),
    );
    leave(ani, budi);
  });

  it('is quiet about somebody who does nothing', async () => {
    const [ani, budi] = await meet();
    let updates = 0;
    budi.provider.awareness.on('update', ({ updated }: { readonly updated: readonly number[] }) => {
      if (updated.includes(ani.doc.clientID)) updates++;
    });

    // Twenty times as long as one message takes to go round.
    for (let cursor = 1; cursor <= 20; cursor++) {
      budi.provider.awareness.setLocalStateField('cursor', cursor);
      await eventually(() => expect(stateOf(budi, ani)).toMatchObject({ cursor }));
    }

    expect(updates).toBeLessThan(3);
    leave(ani, budi);
  });

  it('lets a reader be seen', async () => {
    const [ani, budi] = await meet();
    const citra = await joinPeer(server, id, { user: 'citra', role: 'viewer' });

    citra.provider.awareness.setLocalStateField('cursor', 3);

    await eventually(() => expect(stateOf(citra, ani)).toMatchObject({ cursor: 3 }));
    leave(ani, budi, citra);
  });

  it('lets nobody move or remove the cursor of another', async () => {
    const [ani, budi] = await meet();
    ani.provider.awareness.setLocalStateField('cursor', 1);
    await eventually(() => expect(stateOf(ani, budi)).toMatchObject({ cursor: 1 }));
    const mallory = await openRawPeer(server, id, { user: 'mallory' });

    mallory.sendBytes(announcement(ani.doc.clientID, 1000, { cursor: 666 }));
    mallory.sendBytes(announcement(ani.doc.clientID, 1001, null));
    await roundTrip(mallory);
    ani.provider.awareness.setLocalStateField('cursor', 2);

    await eventually(() => expect(stateOf(ani, budi)).toMatchObject({ cursor: 2 }));
    leave(ani, budi);
    mallory.webSocket.close();
  });

  it('speaks for one client a connection', async () => {
    const [ani, budi] = await meet();
    const mallory = await openRawPeer(server, id, { user: 'mallory' });

    mallory.sendBytes(announcement(111, 1, { cursor: 1 }));
    mallory.sendBytes(announcement(222, 1, { cursor: 2 }));

    await eventually(() => expect(states(budi).get(111)).toMatchObject({ cursor: 1 }));
    await roundTrip(mallory);
    budi.provider.awareness.setLocalStateField('cursor', 9);
    await eventually(() => expect(stateOf(budi, ani)).toMatchObject({ cursor: 9 }));
    expect(states(ani).has(222)).toBe(false);
    leave(ani, budi);
    mallory.webSocket.close();
  });

  it('takes away the cursor of whoever leaves, and nobody brings it back by repeating it', async () => {
    const [ani, budi] = await meet();
    const clientId = ani.doc.clientID;
    ani.provider.awareness.setLocalStateField('cursor', 1);
    await eventually(() => expect(states(budi).get(clientId)).toMatchObject({ cursor: 1 }));
    const echo = await openRawPeer(server, id, { user: 'mallory' });

    (ani.provider.ws as unknown as { terminate(): void }).terminate();
    ani.leave();
    await eventually(() => expect(states(budi).has(clientId)).toBe(false));
    echo.sendBytes(announcement(clientId, 50, { cursor: 1 }));
    await roundTrip(echo);
    const citra = await joinPeer(server, id, { user: 'citra' });
    await eventually(() => expect(states(citra).has(budi.doc.clientID)).toBe(true));

    expect(states(citra).has(clientId)).toBe(false);
    leave(budi, citra);
    echo.webSocket.close();
  });

  it('shows somebody again as soon as they are back', async () => {
    const [ani, budi] = await meet();
    ani.provider.awareness.setLocalStateField('cursor', 1);
    await eventually(() => expect(stateOf(ani, budi)).toMatchObject({ cursor: 1 }));

    ani.provider.disconnect();
    await eventually(() => expect(stateOf(ani, budi)).toBeUndefined());
    ani.provider.connect();

    await eventually(() => expect(stateOf(ani, budi)).toMatchObject({ cursor: 1 }));
    ani.provider.awareness.setLocalStateField('cursor', 2);
    await eventually(() => expect(stateOf(ani, budi)).toMatchObject({ cursor: 2 }));
    leave(ani, budi);
  });

  it('gathers many moves into few messages, the last of which is where the cursor is', async () => {
    const [ani, budi] = await meet();
    let messages = 0;
    (budi.provider.ws as unknown as { on(event: 'message', listener: () => void): void }).on(
      'message',
      () => messages++,
    );

    for (let cursor = 1; cursor <= 500; cursor++)
      ani.provider.awareness.setLocalStateField('cursor', cursor);
    await eventually(() => expect(stateOf(ani, budi)).toMatchObject({ cursor: 500 }));

    expect(messages).toBeLessThan(100);
    leave(ani, budi);
  });

  it.each([
    ['is not JSON', '{"cursor":'],
    ['is no object', '[1, 2]'],
    ['is longer than it may be', JSON.stringify({ text: 'x'.repeat(20_000) })],
  ])('shows nothing that %s', async (_, json) => {
    const [ani, budi] = await meet();
    const mallory = await openRawPeer(server, id, { user: 'mallory' });

    mallory.sendBytes(announcement(333, 1, json));
    await roundTrip(mallory);
    ani.provider.awareness.setLocalStateField('cursor', 4);
    await eventually(() => expect(stateOf(ani, budi)).toMatchObject({ cursor: 4 }));

    expect(states(budi).has(333)).toBe(false);
    leave(ani, budi);
    mallory.webSocket.close();
  });

  it('keeps somebody who is alone from taking the server for dead', async () => {
    const lively = await startSyncServer({ limits: { heartbeatMs: 30 } });
    const raw = await openRawPeer(lively, 'doc');
    await eventually(() => expect(raw.received).toContainEqual(Uint8Array.of(1, 1, 0)));
    const before = raw.received.length;

    await eventually(() => expect(raw.received.length).toBeGreaterThan(before + 2));
    raw.webSocket.close();
    await lively.close();
  });

  it('ends a connection that answers no ping', async () => {
    const lively = await startSyncServer({ limits: { heartbeatMs: 50 } });
    const raw = await openRawPeer(lively, 'doc');

    raw.webSocket.pause();

    await eventually(() => expect(lively.hub.stats().connections).toBe(0));
    raw.webSocket.terminate();
    await lively.close();
  });
});

function states(peer: Peer): Map<number, unknown> {
  return peer.provider.awareness.getStates();
}

function stateOf(somebody: Peer, viewer: Peer): unknown {
  return states(viewer).get(somebody.doc.clientID);
}

function leave(...peers: readonly Peer[]): void {
  for (const peer of peers) peer.leave();
}

/** An awareness message about one client; a string goes in as it is. */
function announcement(clientId: number, clock: number, state: unknown): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, update);
  });
}
