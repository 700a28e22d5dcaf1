import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import type { Role } from '#protocol/roles.ts';
import type { ConnectionState, Session } from '#session/session.ts';
import { copyIn } from '#tests/support/copyIn.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestSession, type TestSessionOptions } from '#tests/support/openTestSession.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { joinPeer } from '#tests/support/syncPeer.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';

describe('openSession', () => {
  let server: SyncServer;
  let folder: string;
  const sessions: Session[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-session-'));
    server = await startSyncServer({ folder });
    await server.hub.createDocument('doc', smallProcedure());
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(options: TestSessionOptions = {}): Session {
    const session = openTestSession(server.port, options);
    sessions.push(session);
    return session;
  }

  async function openOnline(options: TestSessionOptions = {}): Promise<Session> {
    const session = open(options);
    await eventually(() => expect(session.connection.get()).toEqual(savedState));
    return session;
  }

  async function restartServer(roles: Readonly<Record<string, Role>> = {}): Promise<void> {
    const { port } = server;
    server = await startSyncServer({ folder, port });
    for (const [user, role] of Object.entries(roles)) server.roles.set(user, role);
  }

  function changeRole(user: string, role: Role): void {
    server.roles.set(user, role);
    server.hub.accessChanged('doc');
  }

  it('connects and shows the procedure', async () => {
    const session = open();
    const states = recordStates(session);

    await eventually(() => expect(session.connection.get()).toEqual(savedState));

    expect(session.procedure.get()).toEqual(smallProcedure());
    expect(states).toEqual([
      { status: 'connecting' },
      { status: 'online', saved: false },
      savedState,
    ]);
  });

  it('brings an edit to the others and says when it is saved', async () => {
    const ani = await openOnline();
    const budi = await openOnline({ user: 'budi' });

    ani.apply(titled('Tata Naskah'));

    expect(ani.connection.get()).toEqual({ status: 'online', saved: false });
    await eventually(() => expect(ani.connection.get()).toEqual(savedState));
    await eventually(() => expect(budi.procedure.get().identity.title).toBe('Tata Naskah'));
    expect(budi.connection.get()).toEqual(savedState);
  });

  it('never calls saved what the server could not write', async () => {
    const ani = await openOnline();
    await server.log.close();

    ani.apply(titled('Tidak tertulis'));
    await eventually(() => expect(ani.connection.get().status).not.toBe('online'));

    expect(ani.procedure.get().identity.title).toBe('Tidak tertulis');
  });

  it('undoes only my own edits', async () => {
    const ani = await openOnline();
    const budi = await openOnline({ user: 'budi' });
    ani.apply(titled('Tata Naskah'));
    await eventually(() => expect(budi.procedure.get().identity.title).toBe('Tata Naskah'));
    expect(budi.undoState.get().canUndo).toBe(false);
    budi.apply({ type: 'removeStep', step: 'check' });
    await eventually(() => expect(ani.procedure.get().steps).toHaveLength(3));

    ani.undo();

    await eventually(() =>
      expect(budi.procedure.get().identity.title).toBe(smallProcedure().identity.title),
    );
    expect(budi.procedure.get().steps).toHaveLength(3);
  });

  it('shows where the others are, and that they left', async () => {
    const ani = await openOnline();
    const budi = await openOnline({ user: 'budi' });

    budi.select([{ kind: 'step', id: 'check' }]);
    budi.setPresence({ cursor: { x: 3, y: 4 }, editing: { of: 'title' } });

    await eventually(() =>
      expect(ani.peers.get()).toEqual([
        {
          clientId: expect.any(Number),
          userId: 'id-budi',
          name: 'budi',
          color: '#2563a8',
          selection: [{ kind: 'step', id: 'check' }],
          cursor: { x: 3, y: 4 },
          drag: null,
          editing: { of: 'title' },
          presenting: null,
        },
      ]),
    );
    budi.close();
    await eventually(() => expect(ani.peers.get()).toEqual([]));
  });

  it('shows the others again as soon as the server is back, though nobody stirs', async () => {
    const ani = await openOnline();
    const budi = await openOnline({ user: 'budi' });
    budi.setPresence({ cursor: { x: 3, y: 4 } });
    await eventually(() => expect(ani.peers.get()).toMatchObject([{ cursor: { x: 3, y: 4 } }]));

    await server.close();
    await eventually(() => expect(ani.peers.get()).toEqual([]));
    await restartServer();

    await eventually(() => expect(ani.peers.get()).toMatchObject([{ cursor: { x: 3, y: 4 } }]));
  });

  it('keeps the others as they were while one of them moves', async () => {
    const ani = await openOnline();
    const budi = await openOnline({ user: 'budi' });
    await openOnline({ user: 'citra' });
    await eventually(() => expect(ani.peers.get()).toHaveLength(2));
    const before = ani.peers.get().find((peer) => peer.name === 'citra');

    budi.setPresence({ cursor: { x: 1, y: 1 } });
    await eventually(() => expect(ani.peers.get().some((peer) => peer.cursor?.x === 1)).toBe(true));

    expect(ani.peers.get().find((peer) => peer.name === 'citra')).toBe(before);
  });

  it.each([
    ['sign-in', { user: '' }],
    ['forbidden', { user: 'dewi' }],
  ])('stops for good when the server refuses: %s', async (reason, options) => {
    server.roles.set('dewi', undefined);
    let tries = 0;
    const session = open({ ...options, onConnect: () => tries++ });

    await eventually(() => expect(session.connection.get()).toEqual({ status: 'refused', reason }));
    const other = await openOnline({ user: 'budi' });
    other.apply(titled('Sesudahnya'));
    await eventually(() => expect(other.connection.get()).toEqual(savedState));

    expect(tries).toBe(1);
  });

  it('lets a reader see all and change nothing', async () => {
    const reader = await openOnline({ user: 'citra', role: 'viewer' });

    expect(reader.procedure.get()).toEqual(smallProcedure());
    expect(reader.apply(titled('X'))).toMatchObject({
      ok: false,
      rejection: { code: 'read-only' },
    });
  });

  it('follows a new role at once, both ways', async () => {
    const device = new Map<string, Uint8Array[]>();
    const ani = await openOnline({ openCopy: copyIn(device) });
    ani.apply(titled('Sebelum'));
    await eventually(() => expect(ani.connection.get()).toEqual(savedState));

    changeRole('ani', 'viewer');
    await eventually(() => expect(ani.role.get()).toBe('viewer'));
    expect(ani.apply(titled('X'))).toMatchObject({ ok: false, rejection: { code: 'read-only' } });
    ani.undo();
    expect(ani.procedure.get().identity.title).toBe('Sebelum');
    expect(ani.connection.get()).toEqual(savedState);
    expect(ani.hasUnsentEdits.get()).toBe(false);

    changeRole('ani', 'editor');
    await eventually(() => expect(ani.role.get()).toBe('editor'));
    ani.apply(titled('Sesudah'));
    await eventually(() => expect(ani.connection.get()).toEqual(savedState));
    expect((await server.hub.readProcedure('doc')).identity.title).toBe('Sesudah');
  });

  it('never shows as being saved what came too late to be taken, and sends it when it may', async () => {
    const ani = await openOnline();
    changeRole('ani', 'viewer');
    ani.apply(titled('Terlambat'));

    await eventually(() => expect(ani.role.get()).toBe('viewer'));
    await eventually(() => expect(ani.hasUnsentEdits.get()).toBe(true));
    expect(ani.procedure.get().identity.title).toBe('Terlambat');
    expect((await server.hub.readProcedure('doc')).identity.title).not.toBe('Terlambat');

    changeRole('ani', 'editor');
    await eventually(() => expect(ani.connection.get()).toEqual(savedState));
    expect(ani.hasUnsentEdits.get()).toBe(false);
    expect((await server.hub.readProcedure('doc')).identity.title).toBe('Terlambat');
  });

  it('learns after a break that it may no longer edit, and says what was not sent', async () => {
    const ani = await openOnline();
    await server.close();
    ani.apply(titled('Ditulis luring'));
    await restartServer({ ani: 'viewer' });

    await eventually(() => expect(ani.role.get()).toBe('viewer'));
    await eventually(() => expect(ani.connection.get().status).toBe('online'));
    await eventually(() => expect(ani.hasUnsentEdits.get()).toBe(true));
  });

  it('lets somebody edit who became an editor since the page was loaded', async () => {
    server.roles.set('citra', 'editor');
    const citra = open({ user: 'citra', role: 'viewer' });

    await eventually(() => expect(citra.role.get()).toBe('editor'));
    citra.apply(titled('Boleh'));

    await eventually(async () =>
      expect((await server.hub.readProcedure('doc')).identity.title).toBe('Boleh'),
    );
  });

  it('keeps edits while the server is away and hands them in afterwards', async () => {
    const ani = await openOnline();
    await server.close();
    await eventually(() => expect(ani.connection.get()).toMatchObject({ status: 'reconnecting' }));

    ani.apply(titled('Ditulis luring'));
    await eventually(() => expect(ani.connection.get()).toEqual({ status: 'offline' }));
    await restartServer();

    await eventually(() => expect(ani.connection.get()).toEqual(savedState));
    expect((await server.hub.readProcedure('doc')).identity.title).toBe('Ditulis luring');
  });

  it('hands in after a reload what was edited offline', async () => {
    const device = new Map<string, Uint8Array[]>();
    const first = await openOnline({ openCopy: copyIn(device) });
    await server.close();
    first.apply(titled('Sebelum muat ulang'));
    first.close();

    const second = open({ openCopy: copyIn(device) });
    await eventually(() => expect(second.connection.get()).toEqual({ status: 'offline' }));
    expect(second.procedure.get().identity.title).toBe('Sebelum muat ulang');
    await restartServer();

    await eventually(() => expect(second.connection.get()).toEqual(savedState));
    expect((await server.hub.readProcedure('doc')).identity.title).toBe('Sebelum muat ulang');
    expect([...device.keys()]).toEqual(['alur/id-ani/doc']);
  });

  it('keeps working on the device with a page that the server does not understand any more', async () => {
    const ani = open({ protocol: 0 });
    await eventually(() => expect(ani.connection.get()).toMatchObject({ cause: 'other-protocol' }));

    expect(ani.apply(titled('Ditulis di halaman lama')).ok).toBe(true);
    expect(ani.hasUnsentEdits.get()).toBe(true);
  });

  it('says after a long time apart how much came together', async () => {
    let nowMs = 0;
    const ani = await openOnline({ now: () => nowMs });
    await server.close();
    await eventually(() => expect(ani.connection.get().status).not.toBe('online'));
    nowMs += 3_600_000;
    for (const text of ['T', 'Tata', 'Tata Naskah']) ani.apply(titled(text));
    ani.apply({ type: 'removeStep', step: 'check' });
    ani.undo();
    await restartServer();
    const budi = await openOnline({ user: 'budi' });
    await eventually(() => expect(ani.connection.get()).toEqual(savedState));
    await eventually(() => expect(budi.procedure.get().identity.title).toBe('Tata Naskah'));

    expect(ani.merged.get()?.mine).toBe(3);
  });

  it('counts what others did meanwhile, and nothing after a short break', async () => {
    let nowMs = 0;
    const ani = await openOnline({ now: () => nowMs });
    const breakFor = async (ms: number, number: string): Promise<void> => {
      await server.close();
      await eventually(() => expect(ani.connection.get().status).not.toBe('online'));
      nowMs += ms;
      const { port } = server;
      server = await startSyncServer({ folder });
      const budi = await openOnline({ user: 'budi' });
      budi.apply({ type: 'setText', target: { of: 'number' }, text: number });
      budi.apply({ type: 'removeStep', step: 'check' });
      await eventually(() => expect(budi.connection.get()).toEqual(savedState));
      budi.close();
      await server.close();
      server = await startSyncServer({ folder, port });
      await eventually(() => expect(ani.connection.get()).toEqual(savedState));
      expect(ani.procedure.get().identity.number).toBe(number);
    };

    await breakFor(5_000, '1');
    expect(ani.merged.get()).toBeUndefined();
    await breakFor(3_600_000, '2');

    expect(ani.merged.get()).toEqual({ mine: 0, others: 1 });
  });

  it('remembers over a crash how much was not sent, and says it when it is', async () => {
    const device = new Map<string, Uint8Array[]>();
    const counts: number[] = [];
    const ani = await openOnline({ openCopy: copyIn(device, counts) });
    await server.close();
    await eventually(() => expect(ani.connection.get().status).not.toBe('online'));
    ani.apply(titled('Sebelum padam'));
    ani.apply({ type: 'removeStep', step: 'check' });
    ani.close();
    expect(counts.at(-1)).toBe(2);
    await restartServer();

    const again = await openOnline({ openCopy: copyIn(device, counts) });

    expect(again.merged.get()).toEqual({ mine: 2, others: 0 });
    expect(counts.at(-1)).toBe(0);
  });

  it('does not open what a newer program wrote', async () => {
    const newer = await joinPeer(server, 'doc');
    newer.doc.getMap('meta').set('format', 99);
    const session = open();

    await eventually(() =>
      expect(session.connection.get()).toEqual({ status: 'refused', reason: 'newer-format' }),
    );
    expect(session.apply(titled('X'))).toMatchObject({
      ok: false,
      rejection: { code: 'read-only' },
    });
    newer.leave();
  });
});

const savedState: ConnectionState = { status: 'online', saved: true };

function titled(text: string): Edit {
  return { type: 'setText', target: { of: 'title' }, text };
}

function recordStates(session: Session): ConnectionState[] {
  const states = [session.connection.get()];
  session.connection.subscribe(() => states.push(session.connection.get()));
  return states;
}
