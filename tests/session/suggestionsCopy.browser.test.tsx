import { afterEach, describe, expect, it, vi } from 'vitest';
import { findUnsentProcedures, toSuggestionsCopyName } from '#session/deviceCopies.ts';
import { clearDeviceCopy } from '#session/deviceCopy.ts';
import { openSuggestions } from '#session/openSuggestions.ts';
import type { SuggestionsSession } from '#session/suggestionsSession.ts';
import { suggest } from '#tests/support/suggesting.ts';

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
});
