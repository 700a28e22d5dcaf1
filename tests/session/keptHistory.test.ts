import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '#core/edit/edit.ts';
import type { DeviceCopy } from '#session/deviceCopy.ts';
import type { Session } from '#session/session.ts';
import { copyIn } from '#tests/support/copyIn.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestSession, type TestSessionOptions } from '#tests/support/openTestSession.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { type SyncServer, startSyncServer } from '#tests/support/syncServer.ts';
import { MapStorage } from '#tests/support/tabStorage.ts';

const name = 'alur-history/id-ani/doc';
const removeCheck: Edit = { type: 'removeStep', step: 'check' };

describe('what one may undo, over a reload', () => {
  let server: SyncServer;
  let folder: string;
  let device: Map<string, Uint8Array[]>;
  let tab: MapStorage;
  const sessions: Session[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-history-'));
    server = await startSyncServer({ folder });
    await server.hub.createDocument('doc', smallProcedure());
    device = new Map();
    tab = new MapStorage();
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(options: TestSessionOptions = {}): Promise<Session> {
    const session = openTestSession(server.port, {
      openCopy: copyIn(device),
      storage: tab,
      ...options,
    });
    sessions.push(session);
    await eventually(() =>
      expect(session.connection.get()).toEqual({ status: 'online', saved: true }),
    );
    return session;
  }

  it('brings a deleted step back with its arrows, selected, whatever others did meanwhile', async () => {
    const before = await open();
    before.select([{ kind: 'step', id: 'check' }]);
    before.apply(removeCheck);
    before.apply(titled('Tata Naskah'));
    before.undo();
    before.close();
    const budi = await open({ user: 'budi', storage: new MapStorage() });
    budi.apply({ type: 'setText', target: { of: 'number' }, text: '17' });

    const after = await open();
    await eventually(() => expect(after.procedure.get().identity.number).toBe('17'));

    expect(after.undoState.get()).toMatchObject({
      undoLabel: { what: 'removeStep', number: 2 },
      redoLabel: { what: 'title' },
    });
    after.undo();
    const { steps, flows } = smallProcedure();
    expect(after.procedure.get()).toMatchObject({ steps, flows, identity: { number: '17' } });
    expect(after.selection.get()).toEqual([{ kind: 'step', id: 'check' }]);
    after.redo();
    after.redo();
    await eventually(() => expect(budi.procedure.get().identity.title).toBe('Tata Naskah'));
    expect(budi.procedure.get().steps).toHaveLength(3);
  });

  it('outlives a tab that crashes', async () => {
    const crashed = await open();
    crashed.apply(removeCheck);
    await eventually(() => expect(tab.getItem(name)).toContain('removeStep'));

    const after = await open();
    after.undo();

    expect(after.procedure.get().steps).toEqual(smallProcedure().steps);
  });

  it('outlives a page that is left before the document is there', async () => {
    const ani = await open();
    ani.apply(removeCheck);
    ani.close();
    const silent = (): DeviceCopy => ({
      loaded: new Promise(() => undefined),
      noteUnsent: () => undefined,
      flush: async () => undefined,
      close: () => undefined,
    });
    openTestSession(server.port, { storage: tab, openCopy: silent }).close();

    const after = await open();

    expect(after.undoState.get().undoLabel).toEqual({ what: 'removeStep', number: 2 });
  });

  it('undoes what it still can where the device kept no copy', async () => {
    const before = await open({ openCopy: () => undefined });
    before.apply(removeCheck);
    before.apply({
      type: 'addActor',
      actor: { id: 'new', name: 'Arsiparis' },
      place: { at: 'end' },
    });
    await eventually(() => expect(before.connection.get()).toMatchObject({ saved: true }));
    before.close();

    const after = await open({ openCopy: () => undefined });
    expect(after.undoState.get().undoLabel).toEqual({ what: 'addActor', name: 'Arsiparis' });
    after.undo();

    expect(after.procedure.get()).toMatchObject({ actors: smallProcedure().actors });
    expect(after.procedure.get().steps).toHaveLength(3);
    expect(after.undoState.get().canUndo).toBe(false);
  });

  it('is nothing to another account in the same tab', async () => {
    const ani = await open();
    ani.apply(removeCheck);
    ani.close();
    expect(tab.getItem(name)).not.toBeNull();

    const budi = await open({ user: 'budi' });

    expect(budi.undoState.get().canUndo).toBe(false);
    expect(tab.getItem(name)).toBeNull();
  });

  it('goes when the access goes', async () => {
    const ani = await open();
    ani.apply(removeCheck);
    await eventually(() => expect(tab.getItem(name)).not.toBeNull());

    server.roles.set('ani', 'viewer');
    server.hub.accessChanged('doc');

    await eventually(() => expect(tab.getItem(name)).toBeNull());
    ani.close();
    expect(tab.getItem(name)).toBeNull();
  });

  it('is forgotten after half a day', async () => {
    const ani = await open({ now: () => Date.parse('2026-06-02T08:00:00Z') });
    ani.apply(removeCheck);
    ani.close();

    const late = await open({ now: () => Date.parse('2026-06-02T20:00:01Z') });

    expect(late.undoState.get().canUndo).toBe(false);
  });

  it.each<[string, (json: string) => string]>([
    ['no JSON', (json) => json.slice(0, -1)],
    ['another format of the document', (json) => json.replace('"format":1', '"format":2')],
    ['a label that nobody knows', (json) => json.replace('removeStep', 'constructor')],
    ['a range that ends before it begins', (json) => json.replace(/,\d+\]/, ',-1]')],
  ])('drops what this program did not write: %s', async (_what, spoil) => {
    const before = await open();
    before.apply(removeCheck);
    before.close();
    const json = tab.getItem(name) ?? '';
    expect(spoil(json)).not.toBe(json);
    tab.setItem(name, spoil(json));

    const after = await open();

    expect(after.undoState.get()).toMatchObject({ canUndo: false, canRedo: false });
    expect(after.procedure.get().steps).toHaveLength(3);
  });
});

function titled(text: string): Edit {
  return { type: 'setText', target: { of: 'title' }, text };
}
