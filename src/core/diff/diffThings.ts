import type { Pair } from './matchSequences.ts';
import { findMoved } from './order.ts';
import type { Changed, Moved, ThingsDiff } from './procedureDiff.ts';

interface HasId {
  readonly id: string;
}

/** What changed in a row of things, which are told apart by id; `toFields` gives what may differ. */
export function diffThings<T extends HasId, Fields extends object>(
  before: readonly T[],
  after: readonly T[],
  toFields: (thing: T) => Fields,
): ThingsDiff<T, Fields> {
  if (before === after) return { removed: [], added: [], moved: [], changed: [] };
  const pairs = pairIds(before, after);
  const [kept, known] = [
    new Set(pairs.map((pair) => pair.before)),
    new Set(pairs.map((pair) => pair.after)),
  ];
  return {
    removed: placesOf(before).filter(({ at }) => !kept.has(at)),
    added: placesOf(after).filter(({ at }) => !known.has(at)),
    moved: toMoved(after, findMoved(pairs)),
    changed: pairs.flatMap((pair) => {
      const [was, is] = [before[pair.before], after[pair.after]];
      return was && is && was !== is ? toChanged(is.id, toFields(was), toFields(is)) : [];
    }),
  };
}

/** Where each thing that is in both rows stands, in the order of the later row. */
function pairIds(before: readonly HasId[], after: readonly HasId[]): readonly Pair[] {
  const places = new Map(before.map(({ id }, index) => [id, index]));
  return after.flatMap(({ id }, index) => {
    const was = places.get(id);
    return was === undefined ? [] : [{ before: was, after: index }];
  });
}

function placesOf<T>(things: readonly T[]): readonly { at: number; thing: T }[] {
  return things.map((thing, at) => ({ at, thing }));
}

function toMoved(after: readonly HasId[], moved: readonly Pair[]): readonly Moved<number>[] {
  return moved.flatMap(({ before: from, after: to }) => {
    const id = after[to]?.id;
    return id === undefined ? [] : [{ id, from, to }];
  });
}

/** The fields that differ, as the one entry of a list; none when all agree. */
export function toChanged<Fields extends object>(
  id: string,
  before: Fields,
  after: Fields,
): readonly Changed<Fields>[] {
  const changed = { id, before: pickOther(before, after), after: pickOther(after, before) };
  const isSame = isEmpty(changed.before) && isEmpty(changed.after);
  return isSame ? [] : [changed];
}

function pickOther<Fields extends object>(fields: Fields, other: Fields): Partial<Fields> {
  const others = Object.fromEntries<unknown>(Object.entries(other));
  const differing = Object.entries(fields).filter(
    ([key, value]) => !Object.hasOwn(others, key) || !isSameValue(value, others[key]),
  );
  return Object.fromEntries(differing) as Partial<Fields>;
}

function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0;
}

/** Of plain values, and of objects that hold plain values. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const others = new Map<string, unknown>(Object.entries(b));
  const entries = Object.entries(a);
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && value === others.get(key))
  );
}
