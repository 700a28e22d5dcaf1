import { useCallback } from 'react';
import { api } from '#app/api.ts';
import { useLoad } from '#app/useLoad.ts';
import { canSuggest } from '#protocol/roles.ts';
import { useRole, useSession } from '#session/react/hooks.ts';
import { SuggestionsDock } from '#views/suggestions/SuggestionsDock.tsx';
import type { Person } from '#views/suggestions/suggestionsContext.ts';
import type { SuggestionsStore } from '#views/suggestions/suggestionsUi.ts';

export interface SuggestionsPartProps {
  readonly ui: SuggestionsStore;
}

/** The suggestions beside the views; without the server nobody but those present can be called upon. */
export function SuggestionsPart({ ui }: SuggestionsPartProps) {
  const { procedureId } = useSession();
  const maySuggest = canSuggest(useRole());
  const [state] = useLoad(
    useCallback(
      async () => (maySuggest ? api.people(procedureId) : nobody),
      [procedureId, maySuggest],
    ),
  );
  return <SuggestionsDock ui={ui} members={state.status === 'ready' ? state.value : nobody} />;
}

const nobody: readonly Person[] = [];
