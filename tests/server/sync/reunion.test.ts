import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { joinPeer, type Peer } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('when the network comes back', () => {
  let server: SyncServer;
  let peers: Peer[];

  beforeEach(async () => {
    server = await startSyncServer();
    peers = [];
    for (const user of ['ani', 'budi', 'citra', 'dewi'])
      peers.push(await joinPeer(server, 'doc', { user }));
  });
  afterEach(async () => {
    for (const peer of peers) peer.leave();
    await server.close();
  });

  it('the document is the same for everybody within a second', async () => {
    for (const { provider } of peers.slice(1)) provider.disconnect();
    for (const [index, { notes }] of peers.entries())
      for (let edit = 0; edit < 200; edit++) notes.set(`${index}-${edit}`, 'x'.repeat(50));

    const cameBackAt = performance.now();
    for (const { provider } of peers) provider.connect();
    await eventually(() => {
      for (const { notes } of peers) expect(notes.size).toBe(800);
    });

    expect(performance.now() - cameBackAt).toBeLessThan(1000);
    const [first, ...others] = peers.map(({ notes }) => notes.toJSON());
    for (const other of others) expect(other).toEqual(first);
  });
});
