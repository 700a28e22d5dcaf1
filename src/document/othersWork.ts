import * as Y from 'yjs';
import { findThing, type Shape, type Things } from './shape.ts';

/** Keys that a thing has from its beginning and cannot be without. */
const requiredKeys: ReadonlySet<string> = new Set([
  'order',
  'name',
  'activity',
  'requirements',
  'duration',
  'output',
  'notes',
  'step',
  'actor',
  'kind',
  'text',
  'from',
  'to',
]);

/**
 * Says which parts of the document an undo may delete: not a step that somebody else has written in
 * since, not a symbol that somebody else's arrow leads to.
 */
export class OthersWork {
  readonly #shape: Shape;
  readonly #isMine: (client: number) => boolean;

  /** `isMine` tells the Yjs clients that the person has written as. */
  constructor(shape: Shape, isMine: (client: number) => boolean) {
    this.#shape = shape;
    this.#isMine = isMine;
  }

  mayDelete(item: Y.Item): boolean {
    const { parent, parentSub } = item;
    if (!(parent instanceof Y.AbstractType) || parentSub === null) return true;
    const isThing = this.#thingRoots().some((root) => root === parent);
    if (isThing) return !this.#isNeeded(parent, parentSub);
    // What a thing was made with goes with the thing or stays with it.
    return !(isInThing(parent) && item.left === null && requiredKeys.has(parentSub));
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
    return entry !== undefined && this.#isMine(entry.id.client);
  }

  /** Whether anything that stands in the type was written by somebody else. */
  #hasOthers(type: Y.Map<unknown> | Y.Text): boolean {
    for (let item = type._start; item; item = item.right)
      if (!item.deleted && !this.#isMine(item.id.client)) return true;
    for (const [key, item] of type._map) {
      if (item.deleted) continue;
      if (!this.#isMine(item.id.client)) return true;
      const value = type instanceof Y.Map ? type.get(key) : undefined;
      if (value instanceof Y.Text && this.#hasOthers(value)) return true;
    }
    return false;
  }
}

function isInThing(type: Y.AbstractType<unknown>): boolean {
  return type instanceof Y.Map && type._item !== null;
}
