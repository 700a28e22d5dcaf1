import type { Procedure } from '#core/model/procedure.ts';
import { findStepSuggestions } from '#core/suggestions/pinPlaces.ts';
import { usePins } from '#session/react/pinBoard.ts';
import { Flags, type FlagsProps } from './Flags.tsx';

export interface StepPinsProps extends Pick<FlagsProps, 'most'> {
  readonly procedure: Procedure;
  readonly step: string;
}

/** What is suggested about a step and its parts. */
export function StepPins({ procedure, step, most }: StepPinsProps) {
  const { pins } = usePins();
  return <Flags suggestions={findStepSuggestions(pins, procedure, step)} most={most} />;
}
