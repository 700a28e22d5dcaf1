import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import { findThing, type Things } from './shape.ts';

/** One thing with its place among its kind. */
export interface Placed<T> {
  readonly id: string;
  readonly order: string;
  readonly value: T;
}

/**
 * The things of one kind as plain values, in document order. Only what was marked stale is read again,
 * and what reads the same keeps its identity.
 */
export class ThingList<T> {
  readonly #things: Things;
  readonly #read: (id: string, thing: Y.Map<unknown>) => T | undefined;
  readonly #byId = new Map<string, Placed<T>>();
  readonly #stale: Set<string>;
  #sorted: readonly Placed<T>[] = [];

  /** `read` gives undefined for what cannot be shown at all. */
  constructor(things: Things, read: (id: string, thing: Y.Map<unknown>) => T | undefined) {
    this.#things = things;
    this.#read = read;
    this.#stale = new Set(things.keys());
  }

  markStale(ids: Iterable<string>): void {
    for (const id of ids) this.#stale.add(id);
  }

  /** The same array until something changes. */
  list(): readonly Placed<T>[] {
    if (this.#stale.size > 0) this.#refresh();
    return this.#sorted;
  }

  #refresh(): void {
    let hasMoved = false;
    let hasChanged = false;
    for (const id of this.#stale) {
      const before = this.#byId.get(id);
      const after = this.#readThing(id, before);
      if (after === before) continue;
      if (after) this.#byId.set(id, after);
      else this.#byId.delete(id);
      hasChanged = true;
      if (before?.order !== after?.order) hasMoved = true;
    }
    this.#stale.clear();
    if (hasMoved) this.#sorted = [...this.#byId.values()].sort(byOrder);
    else if (hasChanged)
      this.#sorted = this.#sorted.map((placed) => this.#byId.get(placed.id) ?? placed);
  }

  #readThing(id: string, before: Placed<T> | undefined): Placed<T> | undefined {
    const thing = findThing(this.#things, id);
    const value = thing && this.#read(id, thing);
    if (!thing || value === undefined) return undefined;
    const key = thing.get('order');
    const order = typeof key === 'string' ? key : '';
    if (before?.order === order && equalityDeep(before.value, value)) return before;
    return { id, order, value };
  }
}

/** By order key; two equal keys (nearly impossible) by id, so that all peers agree. */
function byOrder(a: Placed<unknown>, b: Placed<unknown>): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
