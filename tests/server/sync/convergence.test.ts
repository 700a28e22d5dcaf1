import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { eventually } from '#tests/support/eventually.ts';
import { joinPeer, openPeer, type Peer, roundTrip } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

type Step =
  | { readonly type: 'write'; readonly who: number; readonly key: string; readonly value: number }
  | { readonly type: 'type'; readonly who: number; readonly at: number; readonly text: string }
  | { readonly type: 'erase'; readonly who: number; readonly at: number }
  | { readonly type: 'goOffline' | 'comeBack' | 'waitForServer'; readonly who: number }
  | { readonly type: 'restartServer' };

const who = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      who,
      key: fc.constantFrom('a', 'b', 'c'),
      value: fc.nat(99),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('type' as const),
      who,
      at: fc.nat(30),
      text: fc.string({ minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('erase' as const), who, at: fc.nat(30) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('goOffline' as const, 'comeBack' as const, 'waitForServer' as const),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restartServer' as const) }) },
);

describe('everybody ends with the same document, and so does the log', () => {
  it('whatever they do, wherever the line breaks, and while the log is compacted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), 'alur-converge-'));
        try {
          await play(steps, folder);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

async function play(steps: readonly Step[], folder: string): Promise<void> {
  const limits = { compactAfter: 4, commitPauseMs: 1 };
  let server = await startSyncServer({ folder, limits });
  const peers = [0, 1, 2].map((index) => openPeer(server, 'doc', { user: `peer ${index}` }));
  for (const each of steps) {
    if (each.type === 'restartServer') {
      const { port } = server;
      await server.close();
      server = await startSyncServer({ folder, limits, port });
    } else {
      const peer = peers[each.who];
      if (peer) await act(peer, each);
    }
  }
  for (const peer of peers) peer.provider.connect();
  await eventually(() => {
    const [first, ...others] = peers.map(contentOf);
    expect(others).toEqual([first, first]);
    expect(peers.every((peer) => peer.provider.synced)).toBe(true);
  });
  await expectSameInLog(server, peers);
  for (const peer of peers) peer.leave();
  await server.close();
}

async function act(
  peer: Peer,
  step: Exclude<Step, { readonly type: 'restartServer' }>,
): Promise<void> {
  const text = peer.doc.getText('text');
  switch (step.type) {
    case 'write':
      peer.notes.set(step.key, step.value);
      return;
    case 'type':
      text.insert(Math.min(step.at, text.length), step.text);
      return;
    case 'erase':
      if (text.length > 0) text.delete(Math.min(step.at, text.length - 1), 1);
      return;
    case 'goOffline':
      peer.provider.disconnect();
      return;
    case 'comeBack':
      peer.provider.connect();
      return;
    case 'waitForServer':
      if (peer.provider.wsconnected) await roundTrip(peer);
      return;
  }
}

/** A newcomer gets it, and so does whoever reads nothing but the log. */
async function expectSameInLog(server: SyncServer, peers: readonly Peer[]): Promise<void> {
  const [first] = peers;
  const late = await joinPeer(server, 'doc', { user: 'late' });
  late.leave();
  const stored = new Y.Doc();
  for (const update of (await server.log.load('doc')).updates) Y.applyUpdate(stored, update);
  expect(contentOf(late)).toEqual(first && contentOf(first));
  expect(contentOf({ doc: stored, notes: stored.getMap('notes') })).toEqual(contentOf(late));
}

function contentOf({ doc, notes }: Pick<Peer, 'doc' | 'notes'>): unknown {
  return { notes: notes.toJSON(), text: doc.getText('text').toJSON() };
}
