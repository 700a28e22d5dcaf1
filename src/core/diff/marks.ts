import type { Sign } from './changeList.ts';
import type { IdPair, ProcedureDiff } from './procedureDiff.ts';

/** Signs by id, for a view that draws one of the two procedures; what did not change has none. */
export interface Marks {
  readonly actors: ReadonlyMap<string, readonly Sign[]>;
  /** For the row as such: its texts, whether it is joint, its place. */
  readonly steps: ReadonlyMap<string, readonly Sign[]>;
  readonly symbols: ReadonlyMap<string, readonly Sign[]>;
  readonly flows: ReadonlyMap<string, readonly Sign[]>;
}

/** The marks on both sides: what is gone is marked before, what is new after, the rest on both. */
export function toMarks(diff: ProcedureDiff): { readonly before: Marks; readonly after: Marks } {
  const { actors, steps, flows, renamed } = diff;
  const rows = {
    actors: toSigns({ ...actors, removed: idsOf(actors.removed), added: idsOf(actors.added) }),
    steps: toSigns({ ...steps, removed: idsOf(steps.removed), added: idsOf(steps.added) }),
    symbols: toSigns(symbolSigns(diff)),
    // The order of the arrows cannot be seen.
    flows: toSigns({
      ...flows,
      removed: idsOf(flows.removed),
      added: idsOf(flows.added),
      moved: [],
    }),
  };
  return {
    before: {
      actors: without(rows.actors, 'added', renamed?.actors),
      steps: without(rows.steps, 'added', renamed?.steps),
      symbols: without(rows.symbols, 'added', renamed?.symbols),
      flows: without(rows.flows, 'added', renamed?.flows),
    },
    after: {
      actors: without(rows.actors, 'removed'),
      steps: without(rows.steps, 'removed'),
      symbols: without(rows.symbols, 'removed'),
      flows: without(rows.flows, 'removed'),
    },
  };
}

interface Touched {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly moved: readonly { readonly id: string }[];
  readonly changed: readonly { readonly id: string }[];
}

type Signs = ReadonlyMap<string, readonly Sign[]>;

function toSigns({ removed, added, moved, changed }: Touched): Signs {
  const signs = new Map<string, readonly Sign[]>();
  for (const id of removed) signs.set(id, ['removed']);
  for (const id of added) signs.set(id, ['added']);
  for (const { id } of moved) signs.set(id, ['moved']);
  for (const { id } of changed) signs.set(id, [...(signs.get(id) ?? []), 'changed']);
  return signs;
}

/** Symbols that come or go with their step included. */
function symbolSigns({ symbols, steps }: ProcedureDiff): Touched {
  const gone = steps.removed.flatMap(({ thing }) => thing.symbols);
  const come = steps.added.flatMap(({ thing }) => thing.symbols);
  const moved = new Set(symbols.moved.map(({ id }) => id));
  const toStrangers = ({ id }: { readonly id: string }) => (moved.has(id) ? [] : [id]);
  return {
    removed: [...symbols.removed.map(({ symbol }) => symbol), ...gone].flatMap(toStrangers),
    added: [...symbols.added.map(({ symbol }) => symbol), ...come].flatMap(toStrangers),
    moved: symbols.moved,
    changed: symbols.changed,
  };
}

function without(signs: Signs, hidden: Sign, renamed: readonly IdPair[] = []): Signs {
  const names = new Map(renamed.map(({ before, after }) => [after, before]));
  const shown = [...signs].filter(([, each]) => !each.includes(hidden));
  return new Map(shown.map(([id, each]) => [names.get(id) ?? id, each]));
}

function idsOf(placed: readonly { readonly thing: { readonly id: string } }[]): readonly string[] {
  return placed.map(({ thing }) => thing.id);
}
