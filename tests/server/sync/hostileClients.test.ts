import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { closeCodes } from '#protocol/sync.ts';
import { eventually } from '#tests/support/eventually.ts';
import { joinPeer, openPeer, openRawPeer, type Peer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('a client that does not keep to the protocol', () => {
  let server: SyncServer;
  let ani: Peer;

  beforeAll(async () => {
    server = await startSyncServer();
    ani = await joinPeer(server, 'doc');
  });
  afterAll(async () => {
    ani.leave();
    await server.close();
  });
  afterEach(async () => {
    // Whatever was tried, the others go on drawing.
    const budi = await joinPeer(server, 'doc', { user: 'budi' });
    const value = Math.random();
    ani.notes.set('still', value);
    await eventually(() => expect(budi.notes.get('still')).toBe(value));
    budi.leave();
  });

  it.each([
    ['nothing at all', []],
    ['an unknown type', [77, 1, 2, 3]],
    ['an unknown step', [0, 9, 1, 0]],
    ['a length beyond its end', [0, 2, 200, 1, 1, 1]],
    ['a number without end', [0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['an update that is none', [0, 2, 4, 9, 9, 9, 9]],
    ['an update that breaks off', [0, 2, 3, 1, 1, 5]],
    ['a state vector that is none', [0, 0, 2, 255, 255]],
    ['awareness that breaks off', [1, 3, 1, 5, 9]],
    ['a mark without a number', [100]],
  ])('is closed with 4400 for %s', async (_, bytes) => {
    const raw = await openRawPeer(server, 'doc', { user: 'mallory' });

    raw.send(...bytes);

    expect(await raw.closed).toBe(closeCodes.badFrame);
  });

  it('is closed with 4400 for text', async () => {
    const raw = await openRawPeer(server, 'doc', { user: 'mallory' });
    raw.webSocket.send('hello');

    expect(await raw.closed).toBe(closeCodes.badFrame);
  });

  it('is closed with 4413 for a message that is too large', async () => {
    const raw = await openRawPeer(server, 'doc', { user: 'mallory' });
    raw.webSocket.send(Buffer.alloc(5 * 1024 * 1024));

    expect(await raw.closed).toBe(closeCodes.tooLarge);
  });

  it('is closed with 4429 for a flood', async () => {
    const raw = await openRawPeer(server, 'doc', { user: 'mallory' });
    for (let count = 0; count < 5000; count++) raw.send(100, 1);

    expect(await raw.closed).toBe(closeCodes.tooMany);
  });

  it('gets 404 for any other path', async () => {
    const paths = ['/', '/sync', '/sync/', '/sync/a/b', '/other/doc', '/sync/%', '/sync/%E0%A4%A'];
    for (const path of paths) expect(await upgradeStatus(server, path)).toBe(404);
  });

  it('gets an answer in HTTP when it speaks no WebSocket', async () => {
    const answer = await speak(
      server,
      'GET /sync/doc?user=ani&role=editor HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });

  it('does no harm by WebSocket frames that are none', async () => {
    const handshake = `GET /sync/doc?user=mallory&role=editor HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\nSec-WebSocket-Version: 13\r\n\r\n`;

    const answer = await speak(server, handshake, Buffer.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3]));

    // A close frame with code 4400.
    expect(answer.endsWith(String.fromCharCode(0x11, 0x30))).toBe(true);
  });

  it('does no harm by random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomMessage, { minLength: 1, maxLength: 20 }),
        async (messages) => {
          const raw = await openRawPeer(server, 'fuzz', { user: 'mallory' });
          for (const message of messages) raw.sendBytes(message);
          if (raw.webSocket.readyState === WebSocket.OPEN) raw.webSocket.close();
          await raw.closed;
        },
      ),
      { numRuns: 150 },
    );
    const fuzzed = await joinPeer(server, 'fuzz');
    expect(new ProcedureDocument(fuzzed.doc).read().steps).toEqual([]);
    fuzzed.leave();
  });

  it('does no harm by real updates with flipped bytes', async () => {
    const document = drawn();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(document.length - 1), byte: fc.nat(255) }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (flips) => {
          const update = document.slice();
          for (const { at, byte } of flips) update[at] = byte;
          const raw = await openRawPeer(server, 'flipped', { user: 'mallory' });
          raw.sendBytes(toWrite(update));
          raw.webSocket.close();
          await raw.closed;
        },
      ),
      { numRuns: 150 },
    );
    await server.hub.readProcedure('flipped');
    await eventually(() => expect(server.hub.stats().failedCommits).toBe(0));
    const late = await joinPeer(server, 'flipped');
    late.notes.set('usable', true);
    await roundTrip(late);
    late.leave();
  });

  it('finds nothing of a document in the log of the server', async () => {
    const raw = await openRawPeer(server, 'doc', { user: 'mallory' });
    const doc = new Y.Doc();
    doc.getMap('notes').set('secret', 'rahasia');
    raw.sendBytes(toWrite(Y.encodeStateAsUpdate(doc)));
    raw.send(0, 2, 3, 114, 97, 104);
    await raw.closed;

    expect(server.logLines.join('\n')).toContain('Bad frame');
    expect(server.logLines.join('\n')).not.toContain('rahasia');
  });
});

describe('limits of the sync hub', () => {
  let server: SyncServer;
  const peers: Peer[] = [];

  beforeEach(async () => {
    server = await startSyncServer({
      limits: {
        connectionsPerUser: 2,
        connectionsPerDocument: 3,
        maxDocuments: 3,
        maxDocumentBytes: 10_000,
        maxConnections: 6,
      },
    });
  });
  afterEach(async () => {
    for (const peer of peers.splice(0)) peer.leave();
    await server.close();
  });

  async function join(id: string, user: string): Promise<Peer> {
    const peer = await joinPeer(server, id, { user });
    peers.push(peer);
    return peer;
  }

  function refused(id: string, user: string): Promise<number> {
    return openPeer(server, id, { user }).shownOut;
  }

  it('are kept for one person, one document, and all documents', async () => {
    await join('a', 'ani');
    await join('b', 'ani');
    expect(await refused('c', 'ani')).toBe(closeCodes.tooMany);
    await join('a', 'budi');
    await join('a', 'citra');
    expect(await refused('a', 'dewi')).toBe(closeCodes.tooMany);
    await join('c', 'dewi');
    expect(await refused('d', 'eka')).toBe(closeCodes.tooMany);
  });

  it('make room for a document by putting away one that nobody has open', async () => {
    await join('a', 'ani');
    await join('b', 'budi');
    (await join('c', 'citra')).leave();
    await eventually(() => expect(server.hub.stats().connections).toBe(2));

    await join('d', 'dewi');
  });

  it('refuse the connection after the last by HTTP', async () => {
    await Promise.all([...'abcabc'].map((id, index) => join(id, `user ${index}`)));

    expect(await upgradeStatus(server, '/sync/a?user=late&role=editor')).toBe(503);
  });

  it('refuse what a document has no space for, and let it be made smaller', async () => {
    const ani = await join('doc', 'ani');
    const budi = await join('doc', 'budi');
    ani.notes.set('text', 'a'.repeat(8000));
    await eventually(() => expect(budi.notes.size).toBe(1));

    budi.notes.set('more', 'b'.repeat(8000));
    expect(await budi.shownOut).toBe(closeCodes.tooLarge);
    ani.notes.delete('text');
    ani.notes.set('other', 'c'.repeat(8000));

    const citra = await join('doc', 'citra');
    await eventually(() => expect([...citra.notes.keys()]).toEqual(['other']));
  });
});

const randomMessage = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  // Behind a real beginning, random bytes get further.
  fc
    .tuple(
      fc.constantFrom([0, 0], [0, 1], [0, 2], [1], [3], [100]),
      fc.uint8Array({ maxLength: 40 }),
    )
    .map(([start, rest]) => Uint8Array.from([...start, rest.length, ...rest])),
);

/** The update of a small procedure. */
function drawn(): Uint8Array {
  const doc = new Y.Doc();
  const procedure = new ProcedureDocument(doc);
  procedure.apply({ type: 'setText', target: { of: 'title' }, text: 'Layanan informasi' });
  procedure.apply({ type: 'setText', target: { of: 'number' }, text: '12/2026' });
  doc.getText('notes').insert(0, 'some text');
  doc.getText('notes').delete(2, 4);
  return Y.encodeStateAsUpdate(doc);
}

function toWrite(update: Uint8Array): Uint8Array {
  if (update.length > 0x3fff) throw new RangeError('Only short updates');
  return Uint8Array.from([0, 2, (update.length & 127) | 128, update.length >> 7, ...update]);
}

function upgradeStatus(server: SyncServer, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const webSocket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`);
    webSocket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    webSocket.on('open', () => reject(new Error('The upgrade was accepted.')));
    webSocket.on('error', () => undefined);
  });
}

/** Sends bytes over plain TCP and gives all that comes back, as Latin-1. */
function speak(server: SyncServer, ...parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (!answer.startsWith('HTTP/1.1 101')) return;
      const close = answer.indexOf(String.fromCharCode(0x88));
      if (close >= 0) socket.end();
    });
    socket.on('close', () => resolve(answer));
    for (const part of parts) socket.write(part);
  });
}
