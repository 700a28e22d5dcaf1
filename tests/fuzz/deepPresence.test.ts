import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageTypes } from '#protocol/sync.ts';
import { eventually } from '#tests/support/eventually.ts';
import { joinPeer, openRawPeer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('presence with thousands of values within values', () => {
  let server: SyncServer;

  beforeAll(async () => {
    server = await startSyncServer();
  });
  afterAll(() => server.close());

  it('ends neither the server nor reaches anybody', async () => {
    const ani = await joinPeer(server, 'doc');
    const mallory = await openRawPeer(server, 'doc', { user: 'mallory', role: 'viewer' });

    mallory.sendBytes(toPresence(4711, `{"a":${'['.repeat(8000)}${']'.repeat(8000)}}`));
    await roundTrip(mallory);
    const budi = await joinPeer(server, 'doc', { user: 'budi' });
    budi.provider.awareness.setLocalState({ user: {} });

    await eventually(() =>
      expect(ani.provider.awareness.getStates().has(budi.doc.clientID)).toBe(true),
    );
    expect(ani.provider.awareness.getStates().has(4711)).toBe(false);
    mallory.webSocket.close();
    ani.leave();
    budi.leave();
  });
});

function toPresence(clientId: number, state: string): Uint8Array {
  const update = encoding.encode((encoder) => {
    for (const number of [1, clientId, 1]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, state);
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}
