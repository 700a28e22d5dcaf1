import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';

/** The words that a new procedure starts with, in the language of the person. */
export interface NewProcedureTexts {
  readonly title: string;
  readonly actor: string;
  readonly start: string;
  readonly end: string;
}

/** A procedure to begin with: one actor, a start that leads to an end. */
export function toNewProcedure(texts: NewProcedureTexts): Procedure {
  return {
    ...emptyProcedure(texts.title),
    actors: [{ id: 'actor-1', name: texts.actor }],
    steps: [toStep('step-1', 'start', texts.start), toStep('step-2', 'end', texts.end)],
    flows: [{ id: 'flow-1', from: 'start', to: 'end' }],
  };
}

function toStep(id: string, symbol: string, activity: string): Procedure['steps'][number] {
  return {
    id,
    activity,
    requirements: '',
    duration: '',
    output: '',
    notes: '',
    symbols: [{ id: symbol, actor: 'actor-1', kind: 'terminator' }],
  };
}
