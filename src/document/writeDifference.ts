import type * as Y from 'yjs';
import type { Edit } from '#core/edit/edit.ts';
import {
  IDENTITY_DATES,
  IDENTITY_LISTS,
  type Identity,
  type IdentityList,
  type Procedure,
  type Step,
} from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { followItems } from './followItems.ts';
import type { Random } from './orderKeys.ts';
import { patchText } from './patchText.ts';
import type { PlacedSymbol } from './readThing.ts';
import type { IdentityText, Shape, Things } from './shape.ts';
import {
  actorKind,
  flowKind,
  type Item,
  itemKind,
  placeThings,
  stepKind,
  symbolKind,
  type ThingKind,
  type WriteContext,
  writeThings,
  writeValue,
} from './writeThings.ts';

/** What cannot be seen from the difference. */
export interface WriteHints {
  /** The edits that made it, in order. */
  readonly edits: readonly Edit[];
  /** The ids of an identity list's entries, as they stand before. */
  readonly itemIds: (list: IdentityList) => readonly string[];
  readonly random: Random;
}

/**
 * Makes the shape say `after` instead of `before`, touching only what differs: a moved thing gets a new
 * order key, a changed text its smallest change. Runs inside the caller's transaction.
 */
export function writeDifference(
  shape: Shape,
  before: Procedure,
  after: Procedure,
  hints: WriteHints,
): void {
  const typed = hints.edits.find((edit) => edit.type === 'spliceText');
  const context: WriteContext = {
    moving: findMoved(hints.edits),
    random: hints.random,
    ...(typed && { typed }),
  };
  writeIdentity(shape, before.identity, after.identity, context);
  for (const list of IDENTITY_LISTS)
    if (before.identity[list] !== after.identity[list])
      writeList(shape, list, before.identity[list], after.identity[list], { ...hints, context });
  writeOrdered(shape.actors, actorKind, before.actors, after.actors, context);
  if (before.steps !== after.steps) {
    writeOrdered(shape.steps, stepKind, before.steps, after.steps, context);
    writeSymbols(shape.symbols, before.steps, after.steps, context);
  }
  writeOrdered(shape.flows, flowKind, before.flows, after.flows, context);
  writeSettings(shape.settings, before.settings ?? {}, after.settings ?? {});
}

/** The rows and columns that the edits move. */
function findMoved(edits: readonly Edit[]): ReadonlySet<string> {
  return new Set(
    edits.flatMap((edit) => {
      if (edit.type === 'moveStep') return [edit.step];
      if (edit.type === 'moveActor') return [edit.actor];
      return edit.type === 'moveSymbol' ? [edit.symbol] : [];
    }),
  );
}

function writeIdentity(
  shape: Shape,
  before: Identity,
  after: Identity,
  { typed }: WriteContext,
): void {
  if (before === after) return;
  const write = (name: IdentityText, textBefore: string, textAfter: string): void => {
    if (textBefore !== textAfter) patchText(shape.texts[name], textAfter, typed);
  };
  write('title', before.title, after.title);
  write('number', before.number, after.number);
  write('approver.position', before.approver.position, after.approver.position);
  write('approver.name', before.approver.name, after.approver.name);
  write('approver.nip', before.approver.nip, after.approver.nip);
  for (const field of IDENTITY_DATES)
    writeValue(shape.identity, field, after[field] ?? undefined, before[field] ?? undefined);
  writeValue(shape.identity, 'logo', after.logo, before.logo);
}

function writeList(
  shape: Shape,
  list: IdentityList,
  before: readonly string[],
  after: readonly string[],
  { edits, itemIds, random, context }: WriteHints & { readonly context: WriteContext },
): void {
  const toItem =
    (texts: readonly string[]) =>
    (id: string, index: number): Item => ({ id, text: texts[index] ?? '' });
  const { ids, moving } = followItems(edits, list, itemIds(list), random);
  const itemsBefore = itemIds(list).map(toItem(before));
  const itemsAfter = ids.map(toItem(after));
  writeOrdered(shape.lists[list], itemKind, itemsBefore, itemsAfter, { ...context, moving });
}

function writeOrdered<T extends { readonly id: string }>(
  things: Things,
  kind: ThingKind<T>,
  before: readonly T[],
  after: readonly T[],
  context: WriteContext,
): void {
  if (before === after) return;
  writeThings(things, kind, before, after, context);
  const isSameOrder =
    before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
  if (isSameOrder) return;
  placeThings(
    things,
    after.map(({ id }) => id),
    context,
  );
}

function writeSymbols(
  things: Things,
  before: readonly Step[],
  after: readonly Step[],
  context: WriteContext,
): void {
  const stepsBefore = new Set(before);
  const stepsAfter = new Set(after);
  const changedBefore = before.filter((step) => !stepsAfter.has(step));
  const changedAfter = after.filter((step) => !stepsBefore.has(step));
  const placed = changedBefore.flatMap(toPlacedSymbols);
  writeThings(things, symbolKind, placed, changedAfter.flatMap(toPlacedSymbols), context);
  const rowOf = new Map(placed.map(({ step, symbol }) => [symbol.id, step]));
  for (const step of changedAfter) {
    const ids = step.symbols.map((symbol) => symbol.id);
    const newcomers = ids.filter((id) => rowOf.get(id) !== step.id);
    // The order keys of another row say nothing about this one.
    placeThings(things, ids, { ...context, moving: new Set(newcomers) });
  }
}

function toPlacedSymbols({ id, symbols }: Step): readonly PlacedSymbol[] {
  return symbols.map((symbol) => ({ step: id, symbol }));
}

function writeSettings(map: Y.Map<unknown>, before: Settings, after: Settings): void {
  const fieldsBefore = new Map(Object.entries(before));
  const fieldsAfter = new Map(Object.entries(after));
  for (const key of new Set([...fieldsBefore.keys(), ...fieldsAfter.keys()]))
    writeValue(map, key, fieldsAfter.get(key), fieldsBefore.get(key));
}
