import type { Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';

/** A symbol with the row that it stands in. */
export interface FoundSymbol {
  readonly symbol: StepSymbol;
  readonly step: Step;
  /** The row's index, from 0. */
  readonly row: number;
}

export function findSymbol(procedure: Procedure, id: string): FoundSymbol | undefined {
  for (const [row, step] of procedure.steps.entries())
    for (const symbol of step.symbols) if (symbol.id === id) return { symbol, step, row };
  return undefined;
}

export function findStep(procedure: Procedure, id: string): Step | undefined {
  return procedure.steps.find((step) => step.id === id);
}

export function hasActor(procedure: Procedure, id: string): boolean {
  return procedure.actors.some((actor) => actor.id === id);
}

/** The arrows that leave a symbol, in document order. */
export function exitsOf(procedure: Procedure, symbol: string): readonly Flow[] {
  return procedure.flows.filter((flow) => flow.from === symbol);
}

/** The arrows that enter a symbol, in document order. */
export function entriesOf(procedure: Procedure, symbol: string): readonly Flow[] {
  return procedure.flows.filter((flow) => flow.to === symbol);
}

export function symbolIds(procedure: Procedure): Set<string> {
  return new Set(procedure.steps.flatMap((step) => step.symbols.map((symbol) => symbol.id)));
}

export function idsOf(items: readonly { readonly id: string }[]): Set<string> {
  return new Set(items.map((item) => item.id));
}
