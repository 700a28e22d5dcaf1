import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { suggestionsShapeOf } from '#document/suggestionsShape.ts';
import type { Role } from '#protocol/roles.ts';
import { type OpenSuggestionsOptions, openSuggestions } from '#session/openSuggestions.ts';
import type { TextStorage } from '#session/refusedEntries.ts';
import type { ConnectionState } from '#session/session.ts';
import type { SuggestionsSession } from '#session/suggestionsSession.ts';
import { copyIn } from '#tests/support/copyIn.ts';
import { eventually } from '#tests/support/eventually.ts';
import { decide, entryBy, reply, suggest } from '#tests/support/suggesting.ts';
import { joinPeer } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('openSuggestions', () => {
  let server: SyncServer;
  let folder: string;
  const sessions: SuggestionsSession[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-suggestions-'));
    server = await startSyncServer({ folder });
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(
    user: string,
    role: Role = 'commenter',
    options: Partial<OpenSuggestionsOptions> = {},
  ): SuggestionsSession {
    class SignedInSocket extends WebSocket {
      constructor(url: string) {
        super(`${url}&user=${user}&role=${role}`);
      }
    }
    const session = openSuggestions({
      procedureId: 'doc',
      role,
      user: { id: `id-${user}`, name: user },
      baseUrl: `http://127.0.0.1:${server.port}`,
      WebSocket: SignedInSocket as unknown as typeof globalThis.WebSocket,
      openCopy: () => undefined,
      clearCopy: async () => {},
      ...options,
    });
    sessions.push(session);
    return session;
  }

  async function openOnline(...args: Parameters<typeof open>): Promise<SuggestionsSession> {
    const session = open(...args);
    await eventually(() => expect(session.view.get().connection).toEqual(savedState));
    return session;
  }

  it('brings suggestions, replies and decisions to everybody', async () => {
    const ani = await openOnline('ani');
    const budi = await openOnline('budi', 'owner');

    const added = ani.apply(suggest('Cukup satu hari'), { division: 'Keuangan' });
    expect(ani.view.get()).toMatchObject({
      unsentCount: 1,
      suggestions: { list: [{ isSent: false }] },
    });
    await eventually(() => expect(textsOf(budi)).toEqual(['Cukup satu hari']));
    const id = added.ok ? added.id : '';
    expect(ani.apply(decide(id, 'accepted'))).toMatchObject({ rejection: { code: 'not-allowed' } });
    budi.apply(reply(id, 'Setuju'));
    budi.apply(decide(id, 'accepted', { reason: 'Sudah dicoba' }));

    await eventually(() => expect(ani.view.get().suggestions.list[0]?.status).toBe('accepted'));
    expect(ani.view.get()).toMatchObject({
      unsentCount: 0,
      writer: { id: 'id-ani', maySuggest: true, maySettle: false },
      suggestions: { list: [{ author: { name: 'ani', division: 'Keuangan' }, isSent: true }] },
    });
    expect(ani.view.get().suggestions).toEqual(budi.view.get().suggestions);
  });

  it('keeps what is written offline over a reload, and hands it in', async () => {
    const device = new Map<string, Uint8Array[]>();
    const counts: number[] = [];
    const copy = { openCopy: copyIn(device, counts) };
    const first = await openOnline('ani', 'commenter', copy);
    await server.close();
    first.apply(suggest('Di kereta'));
    first.close();
    expect(counts.at(-1)).toBe(1);

    server = await startSyncServer({ folder, port: server.port });
    const second = await openOnline('ani', 'commenter', copy);

    await eventually(() => expect(second.view.get().unsentCount).toBe(0));
    expect((await readFrom(server)).list).toMatchObject([{ text: 'Di kereta' }]);
    expect([...device.keys()]).toEqual(['alur/id-ani/doc/suggestions']);
    expect(counts.at(-1)).toBe(0);
  });

  it('keeps the text of what the server refuses, sends the rest, and offers it again', async () => {
    const storage = memoryStorage();
    const budi = await openOnline('budi', 'owner');
    budi.apply({ type: 'allowAnonymous', isAllowed: true });
    const ani = await openOnline('ani', 'commenter', { storage });
    await eventually(() => expect(rulesOf(ani)).toEqual({ allowsAnonymous: true }));
    const { port } = server;
    await server.close();
    ani.apply(suggest('Tanpa nama'), { isAnonymous: true });
    ani.apply(suggest('Dengan nama'));
    // Somebody takes the permission away before it arrives.
    server = await startSyncServer({ folder });
    const chair = await joinPeer(server, 'doc/suggestions', { user: 'budi', role: 'owner' });
    const forbid = entryBy('id-budi', { type: 'allowAnonymous', isAllowed: false });
    suggestionsShapeOf(chair.doc).entries.set('forbid', forbid);
    await eventually(async () =>
      expect((await readFrom(server)).rules.allowsAnonymous).toBe(false),
    );
    chair.leave();
    await server.close();
    server = await startSyncServer({ folder, port });

    await eventually(() => expect(ani.view.get().refused).toHaveLength(1));
    await eventually(() => expect(ani.view.get().connection).toEqual(savedState));
    await eventually(() => expect(ani.view.get().unsentCount).toBe(0));
    expect(textsOf(ani)).toEqual(['Dengan nama']);
    const [refused] = ani.view.get().refused;
    expect(refused).toMatchObject({
      code: 'no-anonymous',
      entry: { edit: { text: 'Tanpa nama' } },
    });
    expect(open('ani', 'commenter', { storage }).view.get().refused).toEqual([refused]);

    ani.retryRefused(refused?.id ?? '');
    expect(ani.view.get().refused).toEqual([refused]);
    budi.apply({ type: 'allowAnonymous', isAllowed: true });
    await eventually(() => expect(rulesOf(ani)).toEqual({ allowsAnonymous: true }));
    ani.retryRefused(refused?.id ?? '');

    await eventually(() => expect(textsOf(budi)).toContain('Tanpa nama'));
    expect(open('ani', 'commenter', { storage }).view.get().refused).toEqual([]);
  });

  it('brings what is mine back to a server that was restored without it', async () => {
    const ani = await openOnline('ani');
    const budi = await openOnline('budi', 'editor');
    ani.apply(suggest('A'));
    budi.apply(suggest('B'));
    await eventually(() => expect(textsOf(ani).sort()).toEqual(['A', 'B']));
    await eventually(() => expect(textsOf(budi).sort()).toEqual(['A', 'B']));

    const { port } = server;
    await server.close();
    const empty = mkdtempSync(join(tmpdir(), 'alur-suggestions-'));
    server = await startSyncServer({ folder: empty, port });

    await eventually(async () => {
      const { list } = await readFrom(server);
      expect(list.map(({ text }) => text).sort()).toEqual(['A', 'B']);
    });
    await eventually(() => expect(textsOf(budi).sort()).toEqual(['A', 'B']));
    expect(ani.view.get().refused).toEqual([]);
    rmSync(empty, { recursive: true, force: true });
  });

  it('follows a new role at once', async () => {
    const ani = await openOnline('ani', 'viewer');
    expect(ani.apply(suggest('A'))).toMatchObject({ rejection: { code: 'not-allowed' } });

    server.roles.set('ani', 'editor');
    server.hub.accessChanged('doc');

    await eventually(() => expect(ani.view.get().writer.maySettle).toBe(true));
    expect(ani.apply(suggest('A')).ok).toBe(true);
    await eventually(() => expect(ani.view.get().unsentCount).toBe(0));
  });

  it('says that a text is too long, and writes nothing', async () => {
    const ani = await openOnline('ani');
    const { view } = ani;
    const before = view.get();

    expect(ani.apply(suggest('x'.repeat(10_000)))).toMatchObject({
      rejection: { code: 'bad-entry' },
    });

    expect(view.get()).toBe(before);
  });
});

const savedState: ConnectionState = { status: 'online', saved: true };

function textsOf({ view }: SuggestionsSession): string[] {
  return view.get().suggestions.list.map(({ text }) => text);
}

function rulesOf({ view }: SuggestionsSession) {
  return view.get().suggestions.rules;
}

function readFrom({ hub }: SyncServer) {
  return hub.readSuggestions('doc');
}

function memoryStorage(): TextStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}
