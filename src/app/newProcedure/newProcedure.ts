import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';

/** What a person says of an SOP before it is drawn. */
export interface ProcedureFacts {
  readonly title: string;
  /** The lines of the letterhead. */
  readonly unit: readonly string[];
  /** The names of the columns, left to right. */
  readonly actors: readonly string[];
}

/** What is written where nothing has been said yet. */
export interface StartTexts {
  readonly actor: string;
  readonly start: string;
  readonly end: string;
}

/** A procedure to begin with: its actors, and in the first one's column a start that leads to an end. */
export function toNewProcedure(facts: ProcedureFacts, texts: StartTexts): Procedure {
  const names = facts.actors.length > 0 ? facts.actors : [texts.actor];
  const empty = emptyProcedure(facts.title);
  return {
    ...empty,
    identity: { ...empty.identity, unit: facts.unit },
    actors: names.map((name, index) => ({ id: `actor-${index + 1}`, name })),
    steps: [toStep('step-1', 'start', texts.start), toStep('step-2', 'end', texts.end)],
    flows: [{ id: 'flow-1', from: 'start', to: 'end' }],
  };
}

/** A template as an SOP of the person's own office, under the title that they gave it. */
export function fromTemplate(
  template: Procedure,
  { title, unit }: Pick<ProcedureFacts, 'title' | 'unit'>,
): Procedure {
  return { ...template, identity: { ...template.identity, title, unit } };
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
