import { afterEach, describe, expect, it, vi } from 'vitest';
import { findUnsentProcedures, toSuggestionsCopyName } from '#session/deviceCopies.ts';
import { clearDeviceCopy } from '#session/deviceCopy.ts';
import { openSuggestions } from '#session/openSuggestions.ts';
import type { SuggestionsSession } from '#session/suggestionsSession.ts';
import { discardUnsentSuggestions, readUnsentSuggestions } from '#session/unsentSuggestions.ts';
import { reply, suggest } from '#tests/support/suggesting.ts';

describe('suggestions in the browser', () => {
  const sessions: SuggestionsSession[] = [];
  const procedureId = `doc-${crypto.randomUUID()}`;

  function open(userId: string): SuggestionsSession {
    const session = openSuggestions({
      procedureId,
      role: 'commenter',
      user: { id: userId, name: userId },
      // Nobody listens there.
      baseUrl: 'http://127.0.0.1:9',
    });
    sessions.push(session);
    return session;
  }
  function textsOf({ view }: SuggestionsSession): readonly string[] {
    return view.get().suggestions.list.map(({ text }) => text);
  }
  afterEach(() => {
    for (const session of sessions.splice(0)) session.close();
  });

  it('are kept offline over a reload, and the list of SOPs knows', async () => {
    const before = open('ani');
    await vi.waitFor(() => expect(before.view.get().connection.status).toBe('offline'), 10_000);
    before.apply(suggest('Ditulis luring'));
    before.close();

    const after = open('ani');

    await vi.waitFor(() => expect(textsOf(after)).toEqual(['Ditulis luring']), 10_000);
    expect(after.view.get().unsentCount).toBe(1);
    expect(findUnsentProcedures('ani')).toContain(procedureId);
  });

  it('can be emptied on the device while another window has them open', async () => {
    const window = open('budi');
    window.apply(suggest('A'));
    await vi.waitFor(() => expect(window.view.get().connection.status).toBe('offline'), 10_000);

    await clearDeviceCopy(toSuggestionsCopyName('budi', procedureId));

    const next = open('budi');
    await vi.waitFor(() => expect(next.view.get().connection.status).toBe('offline'), 10_000);
    expect(textsOf(next)).toEqual([]);
    expect(findUnsentProcedures('budi')).not.toContain(procedureId);
  });

  it('can be taken along by their author alone, with what the server refused, and discarded', async () => {
    const session = open('citra');
    await vi.waitFor(() => expect(session.view.get().connection.status).toBe('offline'), 10_000);
    const outcome = session.apply(suggest('Waktunya terlalu singkat'));
    const id = outcome.ok ? outcome.id : '';
    session.apply(reply(id, 'Tiga hari lebih baik'));
    session.close();
    const refused = { by: 'citra', name: 'Citra', division: '', at: '2026-06-02T01:00:00.000Z' };
    localStorage.setItem(
      `alur-refused/citra/${procedureId}`,
      JSON.stringify([
        { id: 'r', entry: { ...refused, edit: suggest('Ditolak server') }, code: 'too-many' },
      ]),
    );

    const unsent = await readUnsentSuggestions('citra', procedureId);

    expect(unsent?.entries.map(({ entry }) => entry.edit)).toMatchObject([
      { type: 'add', text: 'Ditolak server' },
      { type: 'add', text: 'Waktunya terlalu singkat' },
      { type: 'reply', suggestion: id, text: 'Tiga hari lebih baik' },
    ]);
    expect(unsent?.known.map(({ text }) => text)).toEqual(['Waktunya terlalu singkat']);
    expect(await readUnsentSuggestions('cita', procedureId)).toBeUndefined();
    await discardUnsentSuggestions('citra', procedureId);
    expect(await readUnsentSuggestions('citra', procedureId)).toBeUndefined();
    expect(findUnsentProcedures('citra')).not.toContain(procedureId);
  });
});
