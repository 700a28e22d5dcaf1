import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyProcedure } from '#core/model/empty.ts';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { suggestionsShapeOf } from '#document/suggestionsShape.ts';
import type { Role } from '#protocol/roles.ts';
import { closeCodes } from '#protocol/sync.ts';
import { openDatabase } from '#server/store/database.ts';
import { openPostgresUpdateLog } from '#server/store/updateLogPostgres.ts';
import { eventually } from '#tests/support/eventually.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';
import { decide, entryBy, reply, suggest } from '#tests/support/suggesting.ts';
import { joinPeer, type Peer } from '#tests/support/syncPeer.ts';
import {
  type SyncServer,
  type SyncServerOptions,
  startSyncServer,
} from '#tests/support/syncServer.ts';

const noPostgres = await whyNoPostgres();

const engines = ['SQLite', `PostgreSQL ${noPostgres ?? ''}`];

describe.each(engines)('suggestions beside a procedure, on %s', (engine) => {
  const skips = engine !== 'SQLite' && noPostgres;
  let postgres: ScratchPostgres | undefined;
  const servers: SyncServer[] = [];
  const peers: Peer[] = [];
  let id = '';

  beforeAll(async () => {
    if (engine === 'SQLite' || skips) return;
    postgres = await createScratchPostgres();
    await (await openDatabase({ databaseUrl: postgres.url, dataFolder: '' })).close();
  });
  afterEach(async () => {
    for (const peer of peers.splice(0)) peer.leave();
    for (const server of servers.splice(0)) await server.close();
  });
  afterAll(() => postgres?.drop());

  async function start(options: SyncServerOptions = {}): Promise<SyncServer> {
    const url = postgres?.url;
    const server = await startSyncServer({
      ...(url !== undefined && { openLog: () => openPostgresUpdateLog(url) }),
      ...options,
    });
    servers.push(server);
    id = `doc-${randomBytes(4).toString('hex')}`;
    return server;
  }

  async function join(server: SyncServer, user: string, role: Role): Promise<Suggester> {
    const peer = await joinPeer(server, `${id}/suggestions`, { user, role });
    peers.push(peer);
    const document = new SuggestionsDocument(peer.doc);
    let entries = 0;
    return {
      peer,
      document,
      texts: () => document.read().list.map(({ text }) => text),
      write(edit, by = `id-${user}`) {
        const entryId = `${user}-${entries++}`;
        const entry = entryBy(by, edit);
        peer.doc.transact(() => suggestionsShapeOf(peer.doc).entries.set(entryId, entry));
        return entryId;
      },
    };
  }

  it.skipIf(skips)(
    'come from commenters, who write nothing into the procedure itself',
    async () => {
      const server = await start();
      await server.hub.createDocument(id, emptyProcedure('DPT'));
      const ani = await join(server, 'ani', 'commenter');
      const budi = await join(server, 'budi', 'owner');
      const drawing = await joinPeer(server, id, { user: 'ani', role: 'commenter' });
      peers.push(drawing);

      const suggestion = ani.write(suggest('Cukup satu hari'));
      await eventually(() => expect(budi.texts()).toEqual(['Cukup satu hari']));
      budi.write(reply(suggestion, 'Setuju'));
      budi.write(decide(suggestion, 'accepted', { reason: 'Sudah dicoba' }));
      drawing.notes.set('from', 'ani');

      await eventually(() => expect(ani.document.read().list[0]?.status).toBe('accepted'));
      expect(ani.document.read().list[0]).toMatchObject({
        number: 1,
        isSent: true,
        // As the server knows them, not as the page said.
        author: { id: 'id-ani', name: 'ani' },
        replies: [{ author: { id: 'id-budi', name: 'budi' }, text: 'Setuju', isSent: true }],
      });
      await eventually(() => expect(server.hub.stats().refusedWrites).toBe(1));
      expect(await server.hub.readSuggestions(id)).toEqual(ani.document.read());
      expect(await server.hub.readProcedure(id)).toEqual(emptyProcedure('DPT'));
      expect(server.changes).toEqual([]);
    },
  );

  it.skipIf(skips)('are there after the document was put away and made shorter', async () => {
    const server = await start({ limits: { compactAfter: 3, unloadDelayMs: 20 } });
    const ani = await join(server, 'ani', 'commenter');
    for (const text of ['A', 'B', 'C', 'D', 'E', 'F']) {
      ani.write(suggest(text));
      await eventually(() => expect(ani.document.unsentCount).toBe(0));
    }
    ani.peer.leave();
    await eventually(() => expect(server.hub.stats().documents).toBe(0));

    expect((await server.hub.readSuggestions(id)).list.map(({ text }) => text)).toEqual(
      ani.texts(),
    );
    const budi = await join(server, 'budi', 'viewer');
    expect(budi.document.read()).toEqual(ani.document.read());
  });

  it.skipIf(skips)('end the connection that writes what it may not, and are left out', async () => {
    const server = await start();
    const watcher = await join(server, 'wati', 'viewer');
    const budi = await join(server, 'budi', 'editor');
    const suggestion = budi.write(suggest('A'));
    await eventually(() => expect(watcher.texts()).toEqual(['A']));

    const attempts: readonly ((ani: Suggester) => void)[] = [
      (ani) => ani.write(suggest('in another name'), 'id-budi'),
      (ani) => ani.write(decide(suggestion, 'accepted')),
      (ani) => ani.write({ type: 'reword', suggestion, text: 'X' }),
      (ani) => ani.write(suggest('x'.repeat(10_000))),
      (ani) => suggestionsShapeOf(ani.peer.doc).entries.delete(suggestion),
      (ani) => suggestionsShapeOf(ani.peer.doc).receipts.set(suggestion, { seq: 9 }),
    ];
    for (const attempt of attempts) {
      const ani = await join(server, 'ani', 'commenter');
      attempt(ani);
      expect(await ani.peer.shownOut).toBe(closeCodes.refusedWrite);
    }

    expect(server.hub.stats().refusedWrites).toBe(attempts.length);
    expect(await server.hub.readSuggestions(id)).toEqual(watcher.document.read());
    expect(watcher.document.read().list).toMatchObject([
      { text: 'A', status: 'open', replies: [] },
    ]);
  });

  it.skipIf(skips)('follow a change of role while the page is open', async () => {
    const server = await start();
    const ani = await join(server, 'ani', 'viewer');
    const budi = await join(server, 'budi', 'editor');
    const kept = ani.write(suggest('Belum boleh'));
    await eventually(() => expect(server.hub.stats().refusedWrites).toBe(1));
    expect(budi.texts()).toEqual([]);

    server.roles.set('ani', 'editor');
    server.hub.accessChanged(id);

    // What was passed over is asked for now.
    await eventually(() => expect(budi.texts()).toEqual(['Belum boleh']));
    ani.write(decide(kept, 'deferred'));
    await eventually(() => expect(budi.document.read().list[0]?.status).toBe('deferred'));
    server.hub.deleted(id);
    expect(await ani.peer.shownOut).toBe(closeCodes.unknownProcedure);
  });

  it.skipIf(skips)('keep both of two decisions that are made at once', async () => {
    const server = await start();
    const [ani, budi] = [await join(server, 'ani', 'editor'), await join(server, 'budi', 'editor')];
    const suggestion = ani.write(suggest('A'));
    await eventually(() => expect(budi.texts()).toEqual(['A']));

    ani.write(decide(suggestion, 'accepted'));
    budi.write(decide(suggestion, 'rejected'));

    const outcomes = (some: Suggester) =>
      some.document.read().list[0]?.decisions.map(({ outcome }) => outcome);
    await eventually(() => expect(outcomes(ani)).toHaveLength(2));
    await eventually(() => expect(budi.document.read()).toEqual(ani.document.read()));
    expect(ani.document.read().list[0]?.status).toBe(outcomes(ani)?.at(-1));
  });

  it.skipIf(skips)('are slowed down when they pour in', async () => {
    const server = await start({ limits: { suggestionsPerMinute: 1 } });
    const ani = await join(server, 'ani', 'commenter');
    const budi = await join(server, 'budi', 'editor');

    // What was collected offline comes through at once, but counts.
    ani.peer.doc.transact(() => {
      for (let index = 0; index < 40; index++) ani.write(suggest(`${index}`));
    });
    await eventually(() => expect(ani.document.unsentCount).toBe(0));
    ani.write(suggest('too soon'));

    expect(await ani.peer.shownOut).toBe(closeCodes.tooMany);
    expect(ani.document.unsentCount).toBe(1);
    budi.write(suggest('from another'));
    await eventually(() => expect(budi.document.unsentCount).toBe(0));
    expect(budi.document.read().list).toHaveLength(41);
  });
});

interface Suggester {
  readonly peer: Peer;
  readonly document: SuggestionsDocument;
  texts(): readonly string[];
  /** Writes an entry as it is, allowed or not, and gives its id. */
  write(edit: SuggestionEdit, by?: string): string;
}
