import { useEffect, useRef } from 'react';
import { settle } from '#core/presentation/walk.ts';
import type { PresentationProps } from './Presentation.tsx';

/**
 * Whoever presents goes on where a step led that somebody deletes. A page that fits its state to the
 * procedure by itself, to say which step it was, leaves nothing to do here.
 */
export function useHeir({ procedure, state, seat, onCommand }: PresentationProps): void {
  const before = useRef(procedure);
  useEffect(() => {
    const last = before.current;
    before.current = procedure;
    if (last === procedure || seat !== 'presenter') return;
    const { station } = settle(last, procedure, state).state;
    if (station === state.station) return;
    onCommand(station.at === 'step' ? { type: 'goTo', step: station.step } : { type: station.at });
  }, [procedure, state, seat, onCommand]);
}
