import { createContext, use } from 'react';
import type { TargetState } from '#core/suggestions/suggestion.ts';
import type { SuggestionsSession, SuggestionsView } from '#session/suggestionsSession.ts';
import type { SuggestionsStore } from './suggestionsUi.ts';

/** Somebody who can be called upon. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface SuggestionsParts {
  readonly session: SuggestionsSession;
  readonly view: SuggestionsView;
  readonly ui: SuggestionsStore;
  /** People who can be called upon, by name. */
  readonly people: readonly Person[];
  /** What a suggestion's target said when this window first saw the suggestion. */
  stateAtFirst(suggestion: string): TargetState | null | undefined;
}

export const PartsContext = createContext<SuggestionsParts | null>(null);

/** The suggestions of the open procedure. Throws outside the panel. */
export function useParts(): SuggestionsParts {
  const parts = use(PartsContext);
  if (!parts) throw new RangeError('useParts outside a PartsContext');
  return parts;
}
