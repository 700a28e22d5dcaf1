import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';

/** What a person must know about a symbol without seeing it. */
export interface SymbolFacts {
  readonly step: Step;
  readonly symbol: StepSymbol;
  /** The step's row number, from 1. */
  readonly number: number;
  readonly actorName: string;
  readonly exits: readonly Exit[];
}

interface Exit {
  readonly label: string;
  readonly stepNumber: number;
}

type FactsById = ReadonlyMap<string, SymbolFacts>;

/** The facts of every symbol, by its id; the same objects as in `old` where nothing changed. */
export function toSymbolFacts(procedure: Procedure, old?: FactsById): FactsById {
  const actorNames = new Map(procedure.actors.map(({ id, name }) => [id, name]));
  const exits = toExits(procedure);
  const all = new Map<string, SymbolFacts>();
  for (const [index, step] of procedure.steps.entries()) {
    for (const symbol of step.symbols) {
      const facts: SymbolFacts = {
        step,
        symbol,
        number: index + 1,
        actorName: actorNames.get(symbol.actor) ?? '',
        exits: exits.get(symbol.id) ?? [],
      };
      const before = old?.get(symbol.id);
      all.set(symbol.id, before && isSame(before, facts) ? before : facts);
    }
  }
  return all;
}

function toExits(procedure: Procedure): ReadonlyMap<string, readonly Exit[]> {
  const stepNumbers = new Map<string, number>();
  for (const [index, step] of procedure.steps.entries())
    for (const { id } of step.symbols) stepNumbers.set(id, index + 1);
  const exits = new Map<string, Exit[]>();
  for (const { from, to, label = '' } of procedure.flows) {
    const exit = { label, stepNumber: stepNumbers.get(to) ?? 0 };
    const others = exits.get(from);
    if (others) others.push(exit);
    else exits.set(from, [exit]);
  }
  return exits;
}

function isSame(a: SymbolFacts, b: SymbolFacts): boolean {
  return (
    a.step === b.step &&
    a.symbol === b.symbol &&
    a.number === b.number &&
    a.actorName === b.actorName &&
    a.exits.length === b.exits.length &&
    a.exits.every(
      ({ label, stepNumber }, index) =>
        label === b.exits[index]?.label && stepNumber === b.exits[index]?.stepNumber,
    )
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
