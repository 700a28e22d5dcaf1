import type { Procedure } from '#core/model/procedure.ts';

/** The row numbers, from 1, that an arrow joins. */
export interface FlowFacts {
  readonly from: number;
  readonly to: number;
}

export function toFlowFacts(procedure: Procedure): ReadonlyMap<string, FlowFacts> {
  const numbers = new Map<string, number>();
  for (const [index, step] of procedure.steps.entries())
    for (const { id } of step.symbols) numbers.set(id, index + 1);
  return new Map(
    procedure.flows.map(({ id, from, to }) => [
      id,
      { from: numbers.get(from) ?? 0, to: numbers.get(to) ?? 0 },
    ]),
  );
}
