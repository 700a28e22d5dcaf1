import { afterEach, describe, expect, it, vi } from 'vitest';
import { countUnsentCopies, deleteDeviceCopies } from '#session/deviceCopies.ts';
import { openSession, type SessionOptions } from '#session/openSession.ts';
import type { Session } from '#session/session.ts';

describe('a session in the browser', () => {
  const sessions: Session[] = [];
  const procedureId = `doc-${crypto.randomUUID()}`;

  function open(userId: string): Session {
    const session = openSession(optionsOf(userId));
    sessions.push(session);
    return session;
  }
  function optionsOf(userId: string): SessionOptions {
    return {
      procedureId,
      role: 'editor',
      user: { id: userId, name: userId, color: '#2563a8' },
      // Nobody listens there.
      baseUrl: 'http://127.0.0.1:9',
    };
  }
  async function namesOfCopies(): Promise<readonly string[]> {
    const databases = await indexedDB.databases();
    return databases
      .flatMap(({ name }) => (name && /^alur\/ek[ao]\//.test(name) ? [name] : []))
      .sort();
  }
  function titleOf(session: Session): string {
    return session.procedure.get().identity.title;
  }
  afterEach(() => {
    for (const session of sessions.splice(0)) session.close();
  });

  it('keeps offline edits over a reload, for the same account only', async () => {
    const before = open('ani');
    await vi.waitFor(() => expect(before.connection.get().status).toBe('offline'), 10_000);
    before.apply({ type: 'setText', target: { of: 'title' }, text: 'Ditulis luring' });
    before.close();

    const after = open('ani');
    const stranger = open('budi');

    await vi.waitFor(() => expect(titleOf(after)).toBe('Ditulis luring'), 10_000);
    await vi.waitFor(() => expect(stranger.connection.get().status).toBe('offline'), 10_000);
    expect(titleOf(stranger)).toBe('');
  });

  it('asks before the page is closed only while edits are on this device alone', async () => {
    const session = open('citra');
    expect(isAskedBeforeClosing()).toBe(false);

    session.apply({ type: 'setText', target: { of: 'title' }, text: 'Belum terkirim' });
    expect(isAskedBeforeClosing()).toBe(true);

    session.close();
    expect(isAskedBeforeClosing()).toBe(false);
  });

  it('goes with the account that signs out, but for what the server lacks', async () => {
    const unsent = open('eka');
    unsent.apply({ type: 'setText', target: { of: 'title' }, text: 'Belum terkirim' });
    const other = open('eko');
    const idle = openSession({ ...optionsOf('eka'), procedureId: `${procedureId}-idle` });
    sessions.push(idle);
    expect(countUnsentCopies('eka')).toBe(1);
    for (const session of [unsent, other, idle]) session.close();

    await deleteDeviceCopies('eka', { withUnsent: false });
    expect(await namesOfCopies()).toEqual([`alur/eka/${procedureId}`, `alur/eko/${procedureId}`]);

    await deleteDeviceCopies('eka', { withUnsent: true });
    expect(await namesOfCopies()).toEqual([`alur/eko/${procedureId}`]);
    expect(countUnsentCopies('eka')).toBe(0);
  });

  it('is kept at sign-out when only the copy itself still knows that edits are unsent', async () => {
    const crashed = open('ekb');
    crashed.apply({ type: 'setText', target: { of: 'title' }, text: 'Belum terkirim' });
    await crashed.prepareReload();
    crashed.close();
    localStorage.setItem(`alur/ekb/${procedureId}`, 'sent');

    await deleteDeviceCopies('ekb', { withUnsent: false });

    const again = open('ekb');
    await vi.waitFor(() => expect(titleOf(again)).toBe('Belum terkirim'), 10_000);
  });

  it('asks nothing before a reload for which the device has everything', async () => {
    const session = open('fajar');
    session.apply({ type: 'setText', target: { of: 'title' }, text: 'Belum terkirim' });
    expect(isAskedBeforeClosing()).toBe(true);

    await session.prepareReload();

    expect(isAskedBeforeClosing()).toBe(false);
  });

  it('works offline at once when the browser says so', () => {
    const session = open('dewi');

    window.dispatchEvent(new Event('offline'));

    expect(session.connection.get()).toEqual({ status: 'offline' });
  });
});

function isAskedBeforeClosing(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}
