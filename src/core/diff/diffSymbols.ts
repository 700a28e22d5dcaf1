import type { Procedure, Step } from '#core/model/procedure.ts';
import { diffThings, toChanged } from './diffThings.ts';
import type { Moved, PlacedSymbol, SymbolPlace, SymbolsDiff } from './procedureDiff.ts';

/** What changed among the symbols, of the steps that stay and between steps. */
export function diffSymbols(before: Procedure, after: Procedure): SymbolsDiff {
  if (before.steps === after.steps) return { removed: [], added: [], moved: [], changed: [] };
  const [was, is] = [toPlaces(before.steps), toPlaces(after.steps)];
  const [stepsBefore, stepsAfter] = [toStepsById(before), toStepsById(after)];
  const kept = [...is.values()].flatMap((place) => {
    const old = was.get(place.symbol.id);
    return old ? [{ old, place }] : [];
  });
  const betweenSteps = kept
    .filter(({ old, place }) => old.step !== place.step)
    .map(({ old, place }) => ({ id: place.symbol.id, from: toPlace(old), to: toPlace(place) }));
  const withinSteps = after.steps.flatMap((step) => {
    const old = stepsBefore.get(step.id);
    return old && old !== step ? findReordered(old, step) : [];
  });
  return {
    removed: [...was.values()].filter(
      ({ step, symbol }) => stepsAfter.has(step) && !is.has(symbol.id),
    ),
    added: [...is.values()].filter(
      ({ step, symbol }) => stepsBefore.has(step) && !was.has(symbol.id),
    ),
    moved: [...betweenSteps, ...withinSteps],
    changed: kept.flatMap(({ old, place }) =>
      old.symbol === place.symbol ? [] : toChanged(place.symbol.id, old.symbol, place.symbol),
    ),
  };
}

function toPlaces(steps: readonly Step[]): ReadonlyMap<string, PlacedSymbol> {
  return new Map(
    steps.flatMap((step) =>
      step.symbols.map((symbol, at) => [symbol.id, { step: step.id, at, symbol }] as const),
    ),
  );
}

function toStepsById({ steps }: Procedure): ReadonlyMap<string, Step> {
  return new Map(steps.map((step) => [step.id, step]));
}

function toPlace({ step, at }: PlacedSymbol): SymbolPlace {
  return { step, at };
}

function findReordered(before: Step, after: Step): readonly Moved<SymbolPlace>[] {
  const { moved } = diffThings(before.symbols, after.symbols, (symbol) => symbol);
  return moved.map(({ id, from, to }) => ({
    id,
    from: { step: after.id, at: from },
    to: { step: after.id, at: to },
  }));
}
