import * as Y from 'yjs';
import { STEP_TEXTS } from '#core/model/procedure.ts';
import { findThing, type Shape, type Things } from './shape.ts';

/** Keys that a thing has from its beginning and cannot be without. */
const requiredKeys: ReadonlySet<string> = new Set([
  'order',
  'name',
  ...STEP_TEXTS,
  'step',
  'actor',
  'kind',
  'text',
  'from',
  'to',
]);

/** What a person has done. */
export interface Mine {
  /** Whether the person has written as this Yjs client. */
  isClient(client: number): boolean;
  /** Whether the person made both in one step. */
  isOneStep(a: Y.Item, b: Y.Item): boolean;
}

/**
 * Says which parts of the document an undo may delete: not a step that somebody else has written in
 * since, not a symbol that somebody else's arrow leads to.
 */
export class OthersWork {
  readonly #shape: Shape;
  readonly #mine: Mine;

  constructor(shape: Shape, mine: Mine) {
    this.#shape = shape;
    this.#mine = mine;
  }

  mayDelete(item: Y.Item): boolean {
    const entry = this.#findEntry(item);
    if (!entry) return true;
    // An older value, where there is one, is back by now; without any the thing would be broken.
    if (item.parentSub !== null && isInThing(item, entry) && requiredKeys.has(item.parentSub))
      return false;
    const isPart = entry === item || this.#mine.isOneStep(entry, item);
    return !isPart || !this.#isNeeded(entry.parent, entry.parentSub ?? '');
  }

  /** The entry of the thing that the item is or lies in; undefined outside of things. */
  #findEntry(item: Y.Item): Y.Item | undefined {
    let entry = item;
    while (entry.parent instanceof Y.AbstractType && entry.parent._item) entry = entry.parent._item;
    return this.#thingRoots().some((root) => root === entry.parent) ? entry : undefined;
  }

  #thingRoots(): readonly Things[] {
    const { actors, steps, symbols, flows, lists } = this.#shape;
    return [actors, steps, symbols, flows, ...Object.values(lists)];
  }

  /** Whether somebody else worked in the thing, or on something that stands or ends in it. */
  #isNeeded(root: unknown, id: string): boolean {
    const { actors, steps, symbols, flows } = this.#shape;
    const thing = this.#thingRoots()
      .filter((each) => each === root)
      .map((each) => findThing(each, id))[0];
    if (thing && this.#hasOthers(thing)) return true;
    if (root === actors) return this.#isReferredTo(symbols, ['actor'], id);
    if (root === steps) return this.#isReferredTo(symbols, ['step'], id);
    if (root === symbols) return this.#isReferredTo(flows, ['from', 'to'], id);
    return false;
  }

  #isReferredTo(from: Things, keys: readonly string[], id: string): boolean {
    for (const other of from.keys()) {
      const thing = findThing(from, other);
      const names = keys.some((key) => thing?.get(key) === id);
      if (names && (!this.#isOwn(from, other) || this.#isNeeded(from, other))) return true;
    }
    return false;
  }

  /** Whether the person made the thing. */
  #isOwn(things: Things, id: string): boolean {
    const entry = things._map.get(id);
    return entry !== undefined && this.#mine.isClient(entry.id.client);
  }

  /** Whether anything that stands in the type was written by somebody else. */
  #hasOthers(type: Y.Map<unknown> | Y.Text): boolean {
    for (let item = type._start; item; item = item.right)
      if (!item.deleted && !this.#mine.isClient(item.id.client)) return true;
    for (const [key, item] of type._map) {
      if (item.deleted) continue;
      if (!this.#mine.isClient(item.id.client)) return true;
      const value = type instanceof Y.Map ? type.get(key) : undefined;
      if (value instanceof Y.Text && this.#hasOthers(value)) return true;
    }
    return false;
  }
}

function isInThing(item: Y.Item, entry: Y.Item): boolean {
  return item.parent instanceof Y.AbstractType && item.parent._item === entry;
}
