import { useEffect, useRef } from 'react';
import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';
import { useSession } from '#session/react/hooks.ts';
import { toChosenTarget } from './chosenTarget.ts';

/** Finds what is chosen in the views when it is called: the button that calls has the focus by then. */
export function useChosenTarget(): () => SuggestionTarget {
  const session = useSession();
  const cell = useRef<HTMLElement>(undefined);
  useEffect(() => {
    function note({ target }: FocusEvent): void {
      if (!(target instanceof Element) || target.closest('.suggestionsPanel, .suggestFab')) return;
      const keyed = target.closest<HTMLElement>('[data-key]');
      if (keyed) cell.current = keyed;
      // In the canvas the selection says it; typing in a cell goes on in that cell.
      else if (target.closest('.canvas')) cell.current = undefined;
    }
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  return () => {
    const key = cell.current?.isConnected ? cell.current.dataset.key : undefined;
    return toChosenTarget(session.procedure.get(), session.selection.get(), key);
  };
}
