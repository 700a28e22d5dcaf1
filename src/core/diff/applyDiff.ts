import type { Actor, Flow, Identity, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { addTo } from './addTo.ts';
import { changeIdentity } from './identityFields.ts';
import { type Placed, placeAmong } from './order.ts';
import type {
  Changed,
  ListDiff,
  ProcedureDiff,
  StepFields,
  SymbolsDiff,
  ThingsDiff,
} from './procedureDiff.ts';
import { renameThings } from './rename.ts';

/**
 * The later procedure, from the earlier one and what leads there. Throws a RangeError when the diff
 * belongs to another procedure and cannot be applied.
 */
export function applyDiff(procedure: Procedure, diff: ProcedureDiff): Procedure {
  const named = diff.renamed ? renameThings(procedure, diff.renamed) : procedure;
  const { settings, ...rest } = named;
  const settingsAfter = diff.settings ? diff.settings.after : settings;
  const filled = changeSymbols(named.steps, diff);
  return {
    ...rest,
    identity: changeLists(diff.identity.reduce(changeIdentity, named.identity), diff.lists),
    actors: changeThings(named.actors, diff.actors, changeActor),
    steps: changeThings(filled, diff.steps, changeStep),
    flows: changeThings(named.flows, diff.flows, changeFlow),
    ...(settingsAfter && { settings: settingsAfter }),
  };
}

function changeLists(identity: Identity, lists: readonly ListDiff[]): Identity {
  const changed = lists.map((diff) => [diff.list, changeItems(identity[diff.list], diff)]);
  return { ...identity, ...Object.fromEntries(changed) };
}

function changeItems(items: readonly string[], diff: ListDiff): readonly string[] {
  const texts = new Map(diff.changed.map(({ from, after }) => [from, after]));
  const changed = items.map((text, index) => texts.get(index) ?? text);
  const leaving = new Set([
    ...diff.removed.map(({ at }) => at),
    ...diff.moved.map(({ from }) => from),
  ]);
  const moved = diff.moved.map(({ from, to }) => ({ at: to, thing: getAt(changed, from) }));
  const steady = changed.filter((_, index) => !leaving.has(index));
  return placeAmong(steady, [...diff.added, ...moved]);
}

interface HasId {
  readonly id: string;
}

function changeThings<T extends HasId, Fields>(
  things: readonly T[],
  { removed, added, moved, changed }: ThingsDiff<T, Fields>,
  change: (thing: T, changed: Changed<Fields>) => T,
): readonly T[] {
  const changes = new Map(changed.map((each) => [each.id, each]));
  const current = new Map(
    things.map((thing) => {
      const found = changes.get(thing.id);
      return [thing.id, found ? change(thing, found) : thing];
    }),
  );
  const leaving = new Set([...removed.map(({ thing }) => thing.id), ...moved.map(({ id }) => id)]);
  const steady = [...current.values()].filter(({ id }) => !leaving.has(id));
  return placeAmong(steady, [...added, ...moved.map(({ id, to }) => placeOf(current, id, to))]);
}

/** The steps with the symbols that they have afterwards; those that go or come are left as they are. */
function changeSymbols(steps: readonly Step[], diff: ProcedureDiff): readonly Step[] {
  const { removed, added, moved, changed }: SymbolsDiff = diff.symbols;
  if (removed.length + added.length + moved.length + changed.length === 0) return steps;
  const changes = new Map(changed.map((each) => [each.id, each]));
  const current = new Map(
    steps.flatMap((step) =>
      step.symbols.map((symbol) => {
        const found = changes.get(symbol.id);
        return [symbol.id, found ? changeSymbol(symbol, found) : symbol] as const;
      }),
    ),
  );
  const leaving = new Set([
    ...removed.map(({ symbol }) => symbol.id),
    ...moved.map(({ id }) => id),
  ]);
  const arriving = new Map<string, Placed<StepSymbol>[]>();
  for (const { step, at, symbol } of added) addTo(arriving, step, { at, thing: symbol });
  for (const { id, to } of moved) addTo(arriving, to.step, placeOf(current, id, to.at));
  return steps.map((step) => {
    const steady = step.symbols
      .filter(({ id }) => !leaving.has(id))
      .map((symbol) => current.get(symbol.id) ?? symbol);
    return { ...step, symbols: placeAmong(steady, arriving.get(step.id) ?? []) };
  });
}

function changeActor({ group, ...rest }: Actor, { before, after }: Changed<Actor>): Actor {
  return { ...rest, ...(group !== undefined && !('group' in before) && { group }), ...after };
}

function changeStep({ joint, ...rest }: Step, { before, after }: Changed<StepFields>): Step {
  return { ...rest, ...(joint !== undefined && !('joint' in before) && { joint }), ...after };
}

function changeSymbol({ text, ...rest }: StepSymbol, change: Changed<StepSymbol>): StepSymbol {
  const { before, after } = change;
  return { ...rest, ...(text !== undefined && !('text' in before) && { text }), ...after };
}

function changeFlow({ label, route, ...rest }: Flow, { before, after }: Changed<Flow>): Flow {
  return {
    ...rest,
    ...(label !== undefined && !('label' in before) && { label }),
    ...(route !== undefined && !('route' in before) && { route }),
    ...after,
  };
}

function placeOf<T>(things: ReadonlyMap<string, T>, id: string, at: number): Placed<T> {
  const thing = things.get(id);
  if (thing === undefined) throw new RangeError(`The diff names "${id}", which is not there`);
  return { at, thing };
}

function getAt(items: readonly string[], index: number): string {
  const item = items[index];
  if (item === undefined) throw new RangeError(`The diff names entry ${index}, which is not there`);
  return item;
}
