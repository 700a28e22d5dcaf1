import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { eventually } from '#tests/support/eventually.ts';
import { joinPeer, type Peer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('somebody who reads slowly', () => {
  let server: SyncServer;
  let ani: Peer;
  let budi: Peer;
  let slow: Peer;

  beforeEach(async () => {
    server = await startSyncServer({
      limits: { skipAwarenessBytes: 64 * 1024, skipUpdatesBytes: 512 * 1024 },
    });
    ani = await joinPeer(server, 'doc', { user: 'ani' });
    budi = await joinPeer(server, 'doc', { user: 'budi' });
    slow = await joinPeer(server, 'doc', { user: 'sari' });
  });
  afterEach(async () => {
    for (const peer of [ani, budi, slow]) peer.leave();
    await server.close();
  });

  it('holds up nobody else, costs no memory without end, and gets what it missed', async () => {
    const socket = slow.provider.ws as unknown as WebSocket;
    let received = 0;
    socket.on('message', (data: Buffer) => {
      received += data.byteLength;
    });
    socket.pause();

    // Sixteen times what the sockets between them hold, always into the same place.
    for (let round = 0; round < 160; round++) {
      ani.notes.set('big', `${round} ${'x'.repeat(100_000)}`);
      if (round % 10 === 9)
        await eventually(() => expect(budi.notes.get('big')).toMatch(new RegExp(`^${round} `)));
    }
    expect(slow.notes.get('big')).toBeUndefined();
    ani.provider.awareness.setLocalStateField('cursor', 'here');
    await eventually(() => expect(server.hub.stats().droppedAwareness).toBeGreaterThan(0));
    socket.resume();

    await eventually(() => expect(slow.notes.get('big')).toMatch(/^159 /));
    ani.notes.set('after', true);
    await eventually(() => expect(slow.notes.get('after')).toBe(true));
    await roundTrip(slow);
    expect(received).toBeLessThan(12_000_000);
  });

  it('still reaches the others with what it writes itself', async () => {
    const socket = slow.provider.ws as unknown as WebSocket;
    socket.pause();

    for (let round = 0; round < 100; round++) ani.notes.set('big', 'x'.repeat(100_000) + round);
    slow.notes.set('from', 'sari');

    await eventually(() => expect(budi.notes.get('from')).toBe('sari'));
    await eventually(() => expect(ani.notes.get('from')).toBe('sari'));
    socket.resume();
    await eventually(() => expect(slow.notes.get('big')).toMatch(/x99$/));
  });
});
