import { useEffect, useRef } from 'react';
import type { Suggestion, TargetState } from '#core/suggestions/suggestion.ts';
import { captureTarget } from '#core/suggestions/targets.ts';
import { useSession } from '#session/react/hooks.ts';

/**
 * Notes what the target of each suggestion says when it first comes into sight, so that a decision can tell
 * what the edits made of it.
 */
export function useFirstStates(
  list: readonly Suggestion[],
): (suggestion: string) => TargetState | null | undefined {
  const session = useSession();
  const states = useRef(new Map<string, TargetState | null>());
  useEffect(() => {
    const procedure = session.procedure.get();
    for (const suggestion of list)
      if (suggestion.status === 'open' && !states.current.has(suggestion.id))
        states.current.set(suggestion.id, captureTarget(procedure, suggestion));
  }, [list, session]);
  return (suggestion) => states.current.get(suggestion);
}
