import type { Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { entriesOf, exitsOf, findSymbol } from './find.ts';
import { retarget } from './routes.ts';
import { suggestLabel } from './suggestLabel.ts';

/**
 * The flows after a new row was put at `row` (already part of `procedure.steps`): prev → new → next
 * instead of prev → next. `flow` is the id of the arrow that is added.
 */
export function linkNewStep(
  procedure: Procedure,
  row: number,
  flow: string,
  after?: string,
): readonly Flow[] {
  const step = procedure.steps[row];
  const first = step?.symbols[0];
  const last = step?.symbols.at(-1);
  if (!first || !last) return procedure.flows;
  const previous =
    after === undefined
      ? lastSymbol(procedure.steps[row - 1])
      : findSymbol(procedure, after)?.symbol;
  const next = procedure.steps[row + 1];
  if (!previous) return linkToFirst(procedure, last, next, flow);

  const exit = findExitToSplit(procedure, previous, next);
  if (exit)
    return [
      ...procedure.flows.map((each) => (each === exit ? retarget(exit, 'to', first.id) : each)),
      { id: flow, from: last.id, to: exit.to },
    ];
  const exits = exitsOf(procedure, previous.id);
  if (exits.length > (previous.kind === 'decision' ? 1 : 0)) return procedure.flows;
  const label = suggestLabel(procedure, previous.id);
  return [
    ...procedure.flows,
    { id: flow, from: previous.id, to: first.id, ...(label && { label }) },
  ];
}

/** A new first row leads to the old one, when nothing else does. */
function linkToFirst(
  procedure: Procedure,
  last: StepSymbol,
  next: Step | undefined,
  flow: string,
): readonly Flow[] {
  const target = next?.symbols[0];
  if (!target || entriesOf(procedure, target.id).length > 0) return procedure.flows;
  return [...procedure.flows, { id: flow, from: last.id, to: target.id }];
}

/** A plain symbol's only exit, or the decision's exit that leads to the next row. */
function findExitToSplit(
  procedure: Procedure,
  previous: StepSymbol,
  next: Step | undefined,
): Flow | undefined {
  const exits = exitsOf(procedure, previous.id);
  if (previous.kind !== 'decision') return exits.length === 1 ? exits[0] : undefined;
  return exits.find((exit) => next?.symbols.some((symbol) => symbol.id === exit.to));
}

function lastSymbol(step: Step | undefined): StepSymbol | undefined {
  return step?.symbols.at(-1);
}
