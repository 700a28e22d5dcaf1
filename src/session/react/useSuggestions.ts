import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { LazySuggestions } from '#session/lazySuggestions.ts';
import type { SuggestionsSession, SuggestionsView } from '#session/suggestionsSession.ts';

export const SuggestionsContext = createContext<LazySuggestions | null>(null);

/**
 * What to do with the suggestions; the first component that asks opens them, until then and where there
 * are none it is undefined.
 */
export function useSuggestionsSession(): SuggestionsSession | undefined {
  const lazy = useContext(SuggestionsContext);
  return useSyncExternalStore(lazy?.subscribe ?? subscribeToNothing, () => lazy?.get());
}

/**
 * A part of the suggestions; undefined until they are open. The component redraws only when the selected
 * value changes by identity.
 */
export function useSuggestions<T>(selector: (view: SuggestionsView) => T): T | undefined {
  const view = useSuggestionsSession()?.view;
  const subscribe = useCallback(
    (listener: () => void) => view?.subscribe(listener) ?? (() => undefined),
    [view],
  );
  return useSyncExternalStore(subscribe, () => view && selector(view.get()));
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
