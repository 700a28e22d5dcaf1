import * as Y from 'yjs';
import { newId } from '#core/edit/newId.ts';
import type { SuggestionWriter } from '#core/suggestions/checkEntry.ts';
import type { SuggestionEdit, SuggestionEntry } from '#core/suggestions/suggestionEntry.ts';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { canEdit, canSuggest, type Role } from '#protocol/roles.ts';
import type { SuggestionsSession, SuggestionsView } from './suggestionsSession.ts';
import { ValueStore } from './valueStore.ts';

/** Suggestions without a server: each entry has its receipt at once. */
export interface LocalSuggestions extends SuggestionsSession {
  readonly view: ValueStore<SuggestionsView>;
  /** Lets somebody else write. */
  applyAs(
    user: { readonly id: string; readonly name: string },
    edit: SuggestionEdit,
    role?: Role,
  ): string;
}

export function openLocalSuggestions({
  user = { id: 'me', name: 'Saya' },
  role = 'owner',
  now = Date.now,
}: {
  readonly user?: { readonly id: string; readonly name: string };
  readonly role?: Role;
  readonly now?: () => number;
} = {}): LocalSuggestions {
  const document = new SuggestionsDocument(new Y.Doc());
  const toWriter = (id: string, as: Role): SuggestionWriter => ({
    id,
    maySuggest: canSuggest(as),
    maySettle: canEdit(as),
  });
  const writer = toWriter(user.id, role);
  const view = new ValueStore<SuggestionsView>({
    suggestions: document.read(),
    writer,
    connection: { status: 'online', saved: true },
    unsentCount: 0,
    refused: [],
  });
  const write = (id: string, entry: SuggestionEntry, by: SuggestionWriter) => {
    const result = document.apply(id, entry, by);
    if (!result.ok) return result;
    document.addReceipts([id], entry.at, () => entry.name);
    view.set({ ...view.get(), suggestions: document.read() });
    return { ok: true, id } as const;
  };
  const toEntry = (by: { readonly id: string; readonly name: string }, edit: SuggestionEdit) => ({
    by: by.id,
    name: by.name,
    division: '',
    at: new Date(now()).toISOString(),
    edit,
  });
  return {
    view,
    apply: (edit, { isAnonymous = false, division = '' } = {}) => {
      const named = { ...toEntry(user, edit), division };
      const entry = isAnonymous ? { ...named, by: null, name: '' } : named;
      return write(newId(Math.random), entry, writer);
    },
    applyAs: (other, edit, as = 'editor') => {
      const result = write(newId(Math.random), toEntry(other, edit), toWriter(other.id, as));
      if (!result.ok) throw new RangeError(result.rejection.message);
      return result.id;
    },
    retryRefused: () => undefined,
    dropRefused: (id) =>
      view.set({
        ...view.get(),
        refused: view.get().refused.filter((each) => each.id !== id),
      }),
    close: () => document.close(),
  };
}
