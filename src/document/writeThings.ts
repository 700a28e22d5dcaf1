import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { type Actor, type Flow, STEP_TEXTS } from '#core/model/procedure.ts';
import type { TextChange } from '#core/model/textChange.ts';
import { findNewKeys, type Random } from './orderKeys.ts';
import { patchText } from './patchText.ts';
import type { PlacedSymbol, StepRow } from './readThing.ts';
import { findThing, type Things } from './shape.ts';

/** What the writer of one edit knows besides the difference. */
export interface WriteContext {
  /** Ids that the edit moves; everything else keeps its order key. */
  readonly moving: ReadonlySet<string>;
  /** What was typed, when the edit says so. */
  readonly typed?: TextChange;
  readonly random: Random;
}

/** How one kind of thing is written. */
export interface ThingKind<T> {
  idOf(value: T): string;
  /** Writes what differs; `before` is undefined for a new thing, whose map is empty. */
  write(thing: Y.Map<unknown>, after: T, before: T | undefined, context: WriteContext): void;
}

/** Writes what is new or differs and deletes what is gone; says nothing about order. */
export function writeThings<T>(
  things: Things,
  kind: ThingKind<T>,
  before: readonly T[],
  after: readonly T[],
  context: WriteContext,
): void {
  const gone = new Map(before.map((value) => [kind.idOf(value), value]));
  for (const value of after) {
    const id = kind.idOf(value);
    const last = gone.get(id);
    gone.delete(id);
    if (last === value) continue;
    const thing = last && findThing(things, id);
    kind.write(thing ?? addThing(things, id), value, thing && last, context);
  }
  for (const id of gone.keys()) things.delete(id);
}

function addThing(things: Things, id: string): Y.Map<unknown> {
  const thing = new Y.Map<unknown>();
  things.set(id, thing);
  return thing;
}

/** Gives order keys to what is new or moves, so that the things stand in the order of `ids`. */
export function placeThings(things: Things, ids: readonly string[], context: WriteContext): void {
  const newKeys = findNewKeys(
    ids,
    (id) => findThing(things, id)?.get('order'),
    (id) => context.moving.has(id),
    context.random,
  );
  for (const [id, key] of newKeys) findThing(things, id)?.set('order', key);
}

export const actorKind: ThingKind<Actor> = {
  idOf: (actor) => actor.id,
  write(thing, after, before, { typed }) {
    writeText(thing, 'name', after.name, before?.name, typed);
    writeValue(thing, 'group', after.group, before?.group);
  },
};

export const stepKind: ThingKind<StepRow> = {
  idOf: (step) => step.id,
  write(thing, after, before, { typed }) {
    for (const field of STEP_TEXTS) writeText(thing, field, after[field], before?.[field], typed);
    writeValue(thing, 'joint', after.joint, before?.joint);
  },
};

export const symbolKind: ThingKind<PlacedSymbol> = {
  idOf: ({ symbol }) => symbol.id,
  write(thing, after, before, { typed }) {
    writeValue(thing, 'step', after.step, before?.step);
    writeValue(thing, 'actor', after.symbol.actor, before?.symbol.actor);
    writeValue(thing, 'kind', after.symbol.kind, before?.symbol.kind);
    const last = before && (before.symbol.text ?? '');
    writeText(thing, 'text', after.symbol.text ?? '', last, typed);
  },
};

export const flowKind: ThingKind<Flow> = {
  idOf: (flow) => flow.id,
  write(thing, after, before) {
    writeValue(thing, 'from', after.from, before?.from);
    writeValue(thing, 'to', after.to, before?.to);
    writeValue(thing, 'label', after.label, before?.label);
    writeValue(thing, 'route', after.route, before?.route);
  },
};

/** An entry of an identity list. */
export interface Item {
  readonly id: string;
  readonly text: string;
}

export const itemKind: ThingKind<Item> = {
  idOf: (item) => item.id,
  write(thing, after, before, { typed }) {
    writeText(thing, 'text', after.text, before?.text, typed);
  },
};

/** Sets a plain value, or takes its key away. */
export function writeValue(
  map: Y.Map<unknown>,
  key: string,
  after: unknown,
  before: unknown,
): void {
  if (equalityDeep(after, before)) return;
  if (after === undefined) map.delete(key);
  else map.set(key, after);
}

function writeText(
  thing: Y.Map<unknown>,
  key: string,
  after: string,
  before: string | undefined,
  typed: TextChange | undefined,
): void {
  if (after === before) return;
  const text = before === undefined ? undefined : thing.get(key);
  if (text instanceof Y.Text) patchText(text, after, typed);
  else thing.set(key, new Y.Text(after));
}
