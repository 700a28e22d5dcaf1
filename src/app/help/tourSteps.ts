import type { Procedure } from '#core/model/procedure.ts';
import type { Selection } from '#session/session.ts';

/** The steps of the tour, in their order; their words are the texts `help:tour.<step>`. */
export const tourSteps = ['select', 'write', 'decide', 'actor', 'table', 'finish'] as const;
export type TourStep = (typeof tourSteps)[number];

/** What of the editor tells whether somebody did what a step asks for. */
export interface TourFacts {
  readonly hasSymbol: boolean;
  /** How many steps have words of their own. */
  readonly written: number;
  readonly decisions: number;
  readonly actors: number;
  readonly showsTable: boolean;
}

export function toTourFacts(
  procedure: Procedure,
  selection: Selection,
  showsTable: boolean,
): TourFacts {
  return {
    hasSymbol: selection.some(({ kind }) => kind === 'symbol'),
    written: procedure.steps.filter(({ activity }) => activity.trim() !== '').length,
    decisions: procedure.steps
      .flatMap(({ symbols }) => symbols)
      .filter(({ kind }) => kind === 'decision').length,
    actors: procedure.actors.length,
    showsTable,
  };
}

/** Whether what a step asks for was done since it began. The last step ends by hand. */
export function isDone(step: TourStep, began: TourFacts, now: TourFacts): boolean {
  switch (step) {
    case 'select':
      return now.hasSymbol;
    case 'write':
      return now.written > began.written;
    case 'decide':
      return now.decisions > began.decisions;
    case 'actor':
      return now.actors > began.actors;
    case 'table':
      return now.showsTable;
    case 'finish':
      return false;
  }
}

/** The step after this one; undefined after the last. */
export function nextStep(step: TourStep): TourStep | undefined {
  return tourSteps[tourSteps.indexOf(step) + 1];
}

/** A procedure as it is created empty: only its start and its end. */
export function isUntouched({ steps }: Procedure): boolean {
  return (
    steps.length === 2 &&
    steps.every(({ symbols }) => symbols.length === 1 && symbols[0]?.kind === 'terminator')
  );
}
