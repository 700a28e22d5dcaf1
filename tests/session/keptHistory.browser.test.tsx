import { afterEach, describe, expect, it, vi } from 'vitest';
import { deleteDeviceCopies } from '#session/deviceCopies.ts';
import { openSession } from '#session/openSession.ts';
import type { Session } from '#session/session.ts';

describe('what one may undo, in the browser', () => {
  const sessions: Session[] = [];
  const procedureId = `doc-${crypto.randomUUID()}`;

  function open(userId: string): Session {
    const session = openSession({
      procedureId,
      role: 'editor',
      user: { id: userId, name: userId, color: '#2563a8' },
      // Nobody listens there.
      baseUrl: 'http://127.0.0.1:9',
    });
    sessions.push(session);
    return session;
  }
  /** Draws two actors and takes one of them away. */
  async function draw(userId: string): Promise<Session> {
    const session = open(userId);
    await vi.waitFor(() => expect(session.connection.get().status).toBe('offline'), 10_000);
    for (const id of ['a', 'b'])
      session.apply({ type: 'addActor', actor: { id, name: id }, place: { at: 'end' } });
    session.apply({ type: 'removeActor', actor: 'a' });
    await session.prepareReload();
    return session;
  }
  function namesIn(session: Session): readonly string[] {
    return session.procedure.get().actors.map(({ name }) => name);
  }
  afterEach(() => {
    for (const session of sessions.splice(0)) session.close();
  });

  it('brings back from the copy on the device what was deleted before a reload', async () => {
    (await draw('gita')).close();

    const after = open('gita');
    await vi.waitFor(() => expect(after.undoState.get().canUndo).toBe(true), 10_000);
    expect(namesIn(after)).toEqual(['b']);
    after.undo();

    expect(namesIn(after)).toEqual(['a', 'b']);
    expect(after.undoState.get()).toMatchObject({
      undoLabel: { what: 'addActor', name: 'b' },
      redoLabel: { what: 'removeActor', name: 'a' },
    });
  });

  it('stays with the tab where it was done when that is doubled', async () => {
    const here = await draw('hadi');
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(new Event('pageshow'));
    expect(sessionStorage.getItem(`alur-history/hadi/${procedureId}`)).not.toBeNull();

    const doubled = open('hadi');
    await vi.waitFor(() => expect(namesIn(doubled)).toEqual(['b']), 10_000);

    expect(doubled.undoState.get().canUndo).toBe(false);
    expect(here.undoState.get().canUndo).toBe(true);
  });

  it('goes with the account that signs out, though its page is still open', async () => {
    const open = await draw('indra');
    await deleteDeviceCopies('indra', { withUnsent: true });
    open.close();

    expect(Object.keys(sessionStorage).filter((name) => name.includes('/indra/'))).toEqual([]);
  });
});
