import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { eventually } from '#tests/support/eventually.ts';
import { type GatedLog, gateLog } from '#tests/support/gatedLog.ts';
import { joinPeer, openRawPeer, type Peer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

const MB = 1024 * 1024;

describe('somebody who asks for a large document again and again', () => {
  let server: SyncServer;
  let gate: GatedLog;
  let ani: Peer;

  beforeAll(async () => {
    server = await startSyncServer({
      wrapLog: (log) => {
        gate = gateLog(log);
        return gate;
      },
    });
    ani = await joinPeer(server, 'doc');
    ani.notes.set('large', 'a'.repeat(2 * MB));
    await eventually(() => expect(server.hub.stats().updates).toBe(1));
  });
  afterAll(async () => {
    ani.leave();
    gate.release();
    await server.close();
  });

  it('does not fill the memory while something is being written, and gets all in the end', async () => {
    const mallory = await openRawPeer(server, 'doc', { user: 'mallory', role: 'viewer' });
    gate.hold();
    ani.notes.set('last', true);
    await eventually(() => expect(gate.asked).toBe(2));
    const before = process.memoryUsage().arrayBuffers;

    for (let count = 0; count < 200; count++) mallory.send(0, 0, 1, 0);
    await roundTrip(mallory);

    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * MB);
    gate.release();
    await eventually(() => expect(toDocument(mallory.received).getMap('notes').size).toBe(2));
    mallory.webSocket.close();
  });
});

/** What the answers to sync step 1 hold together. */
function toDocument(received: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const message of received)
    if (message[0] === 0 && message[1] === 1) {
      // Behind the two types stands the length as a variable number of bytes.
      const start = message.findIndex((byte, index) => index > 1 && byte < 128) + 1;
      Y.applyUpdate(doc, message.subarray(start));
    }
  return doc;
}
