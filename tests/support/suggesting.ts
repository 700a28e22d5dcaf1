import type { SuggestionWriter } from '#core/suggestions/checkEntry.ts';
import type { FiledEntry } from '#core/suggestions/foldSuggestions.ts';
import type { SuggestionEdit, SuggestionEntry } from '#core/suggestions/suggestionEntry.ts';

export type AddEdit = Extract<SuggestionEdit, { readonly type: 'add' }>;
export type DecideEdit = Extract<SuggestionEdit, { readonly type: 'decide' }>;

/** An edit that suggests something about the whole procedure. */
export function suggest(text: string, more: Partial<AddEdit> = {}): AddEdit {
  const place = { step: null, row: null, text: '' };
  return { type: 'add', target: { of: 'whole' }, place, text, mentions: [], proposal: [], ...more };
}

export function reply(suggestion: string, text: string): SuggestionEdit {
  return { type: 'reply', suggestion, text, mentions: [] };
}

export function decide(
  suggestion: string,
  outcome: DecideEdit['outcome'],
  more: Partial<DecideEdit> = {},
): DecideEdit {
  return {
    type: 'decide',
    suggestion,
    outcome,
    reason: '',
    responsible: '',
    dueOn: null,
    closing: null,
    ...more,
  };
}

/** An entry as somebody's page writes it. */
export function entryBy(
  by: string | null,
  edit: SuggestionEdit,
  at = '2026-06-02T01:00:00.000Z',
): SuggestionEntry {
  return { by, name: by === null ? '' : `as ${by} says`, division: '', at, edit };
}

/** An entry as the server has taken it, as number `seq`. */
export function taken(id: string, entry: SuggestionEntry, seq: number): FiledEntry {
  const name = entry.by === null ? '' : `Bapak ${entry.by}`;
  return { id, entry, receipt: { seq, at: '2026-06-02T02:00:00.000Z', name } };
}

/** An entry that is on its author's device alone. */
export function unsent(id: string, entry: SuggestionEntry): FiledEntry {
  return { id, entry, receipt: undefined };
}

export function commenter(id: string): SuggestionWriter {
  return { id, maySuggest: true, maySettle: false };
}

export function moderator(id: string): SuggestionWriter {
  return { id, maySuggest: true, maySettle: true };
}
