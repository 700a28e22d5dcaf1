import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';

/** What a person must know about a symbol without seeing it. */
export interface SymbolFacts {
  readonly step: Step;
  readonly symbol: StepSymbol;
  /** The step's row number, from 1. */
  readonly number: number;
  readonly actorName: string;
  readonly exits: readonly { readonly label: string; readonly stepNumber: number }[];
}

/** The facts of every symbol, by its id. */
export function toSymbolFacts(procedure: Procedure): ReadonlyMap<string, SymbolFacts> {
  const actorNames = new Map(procedure.actors.map(({ id, name }) => [id, name]));
  const stepNumbers = new Map<string, number>();
  for (const [index, step] of procedure.steps.entries())
    for (const { id } of step.symbols) stepNumbers.set(id, index + 1);
  const exits = new Map<string, { label: string; stepNumber: number }[]>();
  for (const { from, to, label = '' } of procedure.flows) {
    const stepNumber = stepNumbers.get(to);
    if (stepNumber !== undefined)
      exits.set(from, [...(exits.get(from) ?? []), { label, stepNumber }]);
  }
  return new Map(
    procedure.steps.flatMap((step, index) =>
      step.symbols.map((symbol) => [
        symbol.id,
        {
          step,
          symbol,
          number: index + 1,
          actorName: actorNames.get(symbol.actor) ?? '',
          exits: exits.get(symbol.id) ?? [],
        },
      ]),
    ),
  );
}

/** A symbol with its step; undefined when it is gone. */
export function findSymbolInStep(
  procedure: Procedure,
  id: string,
): { readonly step: Step; readonly symbol: StepSymbol } | undefined {
  for (const step of procedure.steps) {
    const symbol = step.symbols.find((candidate) => candidate.id === id);
    if (symbol) return { step, symbol };
  }
  return undefined;
}
