import { useEffect } from 'react';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import { useSession } from '#session/react/hooks.ts';

/** Selects the step that is shown: a new suggestion is about what one sees. */
export function useShownStep(state: PresentationState | undefined): void {
  const session = useSession();
  const step = state?.station.at === 'step' ? state.station.step : undefined;
  useEffect(() => session.select(step ? [{ kind: 'step', id: step }] : []), [session, step]);
}
