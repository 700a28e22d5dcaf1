import type { Flow, Procedure, StepSymbol } from '#core/model/procedure.ts';
import type { Edit } from './edit.ts';
import { linkNewStep } from './link.ts';

/**
 * A symbol in an empty cell. The first one of its row joins the flow as that of a new row does; further
 * ones stand free. `flow` is the id of the arrow that is then added.
 */
export function toFillEdit(
  procedure: Procedure,
  {
    step,
    symbol,
    flow,
  }: { readonly step: string; readonly symbol: StepSymbol; readonly flow: string },
): Edit {
  const added: Edit = { type: 'addSymbol', step, symbol };
  const row = procedure.steps.findIndex(({ id }) => id === step);
  if (procedure.steps[row]?.symbols.length !== 0) return added;
  const steps = procedure.steps.map((each, index) =>
    index === row ? { ...each, symbols: [symbol] } : each,
  );
  const linked = linkNewStep({ ...procedure, steps }, row, flow);
  return { type: 'batch', edits: [added, ...toFlowEdits(procedure.flows, linked)] };
}

function toFlowEdits(before: readonly Flow[], after: readonly Flow[]): readonly Edit[] {
  const known = new Map(before.map((flow) => [flow.id, flow]));
  return after.flatMap((flow): readonly Edit[] => {
    const old = known.get(flow.id);
    if (!old) {
      const { id, from, to, label } = flow;
      return [{ type: 'connect', flow: { id, from, to, ...(label && { label }) } }];
    }
    return old.to === flow.to
      ? []
      : [{ type: 'retargetFlow', flow: flow.id, end: 'to', symbol: flow.to }];
  });
}
