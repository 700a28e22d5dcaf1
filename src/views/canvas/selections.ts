import type { Edit, TextTarget } from '#core/edit/edit.ts';
import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import type { Selected, Selection } from '#session/session.ts';
import { findSymbolInStep } from './symbolFacts.ts';

/** The text that F2, typing or a double click changes. */
export function toTextTarget(procedure: Procedure, { kind, id }: Selected): TextTarget | undefined {
  switch (kind) {
    case 'step':
      return { of: 'step', step: id, field: 'activity' };
    case 'symbol': {
      const found = findSymbolInStep(procedure, id);
      return found && { of: 'step', step: found.step.id, field: 'activity' };
    }
    case 'flow':
      return { of: 'label', flow: id };
    case 'actor':
      return { of: 'actor', actor: id };
  }
}

/** What Delete does. A step goes with its last symbol; arrows go first, before they are healed. */
export function toRemoval(procedure: Procedure, selection: Selection): Edit | undefined {
  const gone = (kind: Selected['kind']) =>
    selection.filter((selected) => selected.kind === kind).map(({ id }) => id);
  const symbols = new Set(gone('symbol'));
  const steps = new Set(gone('step'));
  for (const step of procedure.steps) {
    if (step.symbols.length > 0 && step.symbols.every(({ id }) => symbols.has(id)))
      steps.add(step.id);
    if (steps.has(step.id)) for (const { id } of step.symbols) symbols.delete(id);
  }
  const edits: readonly Edit[] = [
    ...gone('flow').map((flow) => ({ type: 'removeFlow', flow }) as const),
    ...[...symbols].map((symbol) => ({ type: 'removeSymbol', symbol }) as const),
    ...[...steps].map((step) => ({ type: 'removeStep', step }) as const),
    ...gone('actor').map((actor) => ({ type: 'removeActor', actor }) as const),
  ];
  return edits.length > 1 ? { type: 'batch', edits } : edits[0];
}

/** What is selected once these symbols and steps are gone: what stood before them, else after. */
export function findHeir(procedure: Procedure, selection: Selection): Selected | undefined {
  const gone = new Set(toSymbols(procedure, selection).map(({ symbol }) => symbol.id));
  const order = procedure.steps.flatMap(({ symbols }) => symbols.map(({ id }) => id));
  const first = order.findIndex((id) => gone.has(id));
  if (first < 0) return undefined;
  const heir = order[first - 1] ?? order.slice(first).find((id) => !gone.has(id));
  return heir === undefined ? undefined : { kind: 'symbol', id: heir };
}

/** The selected symbols, and all those of selected steps. */
export function toSymbols(
  procedure: Procedure,
  selection: Selection,
): readonly { readonly step: Step; readonly symbol: StepSymbol }[] {
  const ids = new Set(selection.map(({ kind, id }) => `${kind} ${id}`));
  return procedure.steps.flatMap((step) =>
    step.symbols
      .filter(({ id }) => ids.has(`symbol ${id}`) || ids.has(`step ${step.id}`))
      .map((symbol) => ({ step, symbol })),
  );
}

/** The selected steps, and those of selected symbols, from top to bottom. */
export function toSteps(procedure: Procedure, selection: Selection): readonly Step[] {
  const ids = new Set(selection.map(({ kind, id }) => `${kind} ${id}`));
  return procedure.steps.filter(
    (step) => ids.has(`step ${step.id}`) || step.symbols.some(({ id }) => ids.has(`symbol ${id}`)),
  );
}
