import type { SuggestionRejection, SuggestionWriter } from '#core/suggestions/checkEntry.ts';
import type { Suggestions } from '#core/suggestions/suggestion.ts';
import type { SuggestionEdit, SuggestionEntry } from '#core/suggestions/suggestionEntry.ts';
import type { ConnectionState, Store } from './session.ts';

/** The suggestions about one procedure, open in one browser. */
export interface SuggestionsSession {
  /** Everything there is to show; one object until something of it changes. */
  readonly view: Store<SuggestionsView>;
  /** Writes what I do, or says why it is impossible. Nothing that it took is lost without a word. */
  apply(edit: SuggestionEdit, options?: SuggestionOptions): SuggestionOutcome;
  /** Tries again what the server refused; what is still impossible stays refused. */
  retryRefused(id: string): void;
  /** Takes something refused out of the list: its text is lost then. */
  dropRefused(id: string): void;
  close(): void;
}

export interface SuggestionsView {
  readonly suggestions: Suggestions;
  /** Who I am here, and what I may do. */
  readonly writer: SuggestionWriter;
  readonly connection: ConnectionState;
  /** How much of mine only this device has. */
  readonly unsentCount: number;
  /** What I wrote and the server did not take, oldest first. */
  readonly refused: readonly RefusedEntry[];
}

export interface SuggestionOptions {
  /** Without my name; for new suggestions, where the rules allow it. */
  readonly isAnonymous?: boolean;
  /** The division that I speak for. */
  readonly division?: string;
}

export type SuggestionOutcome =
  /** The id of the new suggestion, or of what was added to one. */
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly rejection: SuggestionRejection };

/** Something that is kept on this device alone, since it cannot be sent. */
export interface RefusedEntry {
  readonly id: string;
  readonly entry: SuggestionEntry;
  readonly code: SuggestionRejection['code'];
}
