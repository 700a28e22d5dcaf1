import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { limits } from '#core/model/limits.ts';
import {
  type Actor,
  type Flow,
  IDENTITY_LISTS,
  type Identity,
  type IdentityList,
  type Procedure,
  type Step,
  type StepSymbol,
} from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import {
  type BuiltStep,
  haveSameItems,
  mendFlows,
  mendList,
  mendSteps,
  mendSymbols,
} from './mend.ts';
import {
  type PlacedSymbol,
  readActor,
  readDate,
  readFlow,
  readItem,
  readLogo,
  readSettings,
  readStep,
  readSymbol,
  type StepRow,
  toText,
} from './readThing.ts';
import type { IdentityText, Shape } from './shape.ts';
import { ThingList } from './things.ts';

/** What a transaction touched: shared types with the keys that changed in them. */
export type Touched = Y.Transaction['changed'];
type SharedType = Touched extends Map<infer Type, unknown> ? Type : never;

/**
 * Reads the procedure out of its shape and remembers every part, so that after a change only what it
 * touched is read again and everything else keeps its identity.
 */
export class ProcedureReader {
  readonly #shape: Shape;
  readonly #actors: ThingList<Actor>;
  readonly #steps: ThingList<StepRow>;
  readonly #symbols: ThingList<PlacedSymbol>;
  readonly #flows: ThingList<Flow>;
  readonly #items: Readonly<Record<IdentityList, ThingList<string>>>;
  readonly #staleRoots = new Set<unknown>();
  #identity: Identity | undefined;
  #settings: Settings | undefined;
  #builtSteps: ReadonlyMap<string, BuiltStep> = new Map();
  #symbolIds: ReadonlySet<string> = new Set();
  /** The symbols that the flows were last compared with. */
  #flowsSymbols: ReadonlySet<string> | undefined;
  #procedure: Procedure | undefined;

  constructor(shape: Shape) {
    this.#shape = shape;
    this.#actors = new ThingList(shape.actors, readActor);
    this.#steps = new ThingList(shape.steps, readStep);
    this.#symbols = new ThingList(shape.symbols, readSymbol);
    this.#flows = new ThingList(shape.flows, readFlow);
    const lists = IDENTITY_LISTS.map(
      (name) => [name, new ThingList(shape.lists[name], readItem)] as const,
    );
    this.#items = Object.fromEntries(lists) as Record<IdentityList, ThingList<string>>;
  }

  /** The ids of an identity list's entries, in the order in which `read` shows them. */
  itemIds(list: IdentityList): readonly string[] {
    const placed = this.#items[list].list();
    return placed.slice(0, limits.maxListItems).map((item) => item.id);
  }

  /** Marks what must be read again. */
  markStale(touched: Touched): void {
    for (const [type, keys] of touched) {
      const { root, thing } = findRoot(type);
      this.#staleRoots.add(root);
      const list = this.#thingsOf(root);
      if (!list) continue;
      list.markStale(thing === undefined ? [...keys].filter(isText) : [thing]);
    }
  }

  /** The same object until something that it shows changes. */
  read(): Procedure {
    const before = this.#procedure;
    if (before && this.#staleRoots.size === 0) return before;
    const identity = this.#readIdentity();
    const settings = this.#readSettings();
    const actors = keepSame(before?.actors, mendList(this.#actors.list(), limits.maxActors));
    const steps = this.#readSteps(actors, before);
    const flows = this.#readFlows(actors, before);
    this.#staleRoots.clear();
    const isSame =
      before?.identity === identity &&
      before.actors === actors &&
      before.steps === steps &&
      before.flows === flows &&
      before.settings === settings;
    if (isSame) return before;
    this.#procedure = { identity, actors, steps, flows, ...(settings && { settings }) };
    return this.#procedure;
  }

  /** True when everything in the document is shown: nothing had to be mended away. */
  get showsAll(): boolean {
    const { actors, steps, flows } = this.read();
    return (
      this.#actors.list().length === actors.length &&
      this.#steps.list().length === steps.length &&
      this.#symbols.list().length === this.#symbolIds.size &&
      this.#flows.list().length === flows.length
    );
  }

  #thingsOf(root: unknown): ThingList<unknown> | undefined {
    const { actors, steps, symbols, flows, lists } = this.#shape;
    if (root === actors) return this.#actors;
    if (root === steps) return this.#steps;
    if (root === symbols) return this.#symbols;
    if (root === flows) return this.#flows;
    const name = IDENTITY_LISTS.find((each) => root === lists[each]);
    return name && this.#items[name];
  }

  #readIdentity(): Identity {
    const { texts, identity: map, lists } = this.#shape;
    const roots = [map, ...Object.values(texts), ...Object.values(lists)];
    const before = this.#identity;
    if (before && !roots.some((root) => this.#staleRoots.has(root))) return before;
    const textOf = (name: IdentityText) => toText(texts[name]);
    const listOf = (name: IdentityList) =>
      keepSame(before?.[name], mendList(this.#items[name].list(), limits.maxListItems));
    const logo = before && !this.#staleRoots.has(map) ? before.logo : readLogo(map.get('logo'));
    const identity = {
      title: textOf('title'),
      number: textOf('number'),
      unit: listOf('unit'),
      createdOn: readDate(map.get('createdOn')),
      revisedOn: readDate(map.get('revisedOn')),
      effectiveOn: readDate(map.get('effectiveOn')),
      approver: keepEqual(before?.approver, {
        position: textOf('approver.position'),
        name: textOf('approver.name'),
        nip: textOf('approver.nip'),
      }),
      legalBasis: listOf('legalBasis'),
      qualifications: listOf('qualifications'),
      relatedProcedures: listOf('relatedProcedures'),
      equipment: listOf('equipment'),
      warnings: listOf('warnings'),
      records: listOf('records'),
      ...(logo !== undefined && { logo }),
    };
    this.#identity = keepEqual(before, identity);
    return this.#identity;
  }

  #readSettings(): Settings | undefined {
    if (!this.#procedure || this.#staleRoots.has(this.#shape.settings))
      this.#settings = keepEqual(this.#settings, readSettings(this.#shape.settings));
    return this.#settings;
  }

  #readSteps(actors: readonly Actor[], before: Procedure | undefined): readonly Step[] {
    const { steps, symbols } = this.#shape;
    const isStale = this.#staleRoots.has(steps) || this.#staleRoots.has(symbols);
    if (before && !isStale && before.actors === actors) return before.steps;
    const bySteps = mendSymbols(this.#symbols.list(), actors);
    this.#builtSteps = mendSteps(this.#steps.list(), bySteps, this.#builtSteps);
    const shown = [...this.#builtSteps.values()].map((built) => built.step);
    const kept = keepSame(before?.steps, shown);
    if (kept !== before?.steps) this.#noteSymbols(kept);
    return kept;
  }

  /** Keeps the set when it holds the same ids, so that flows needn't be looked at again. */
  #noteSymbols(steps: readonly Step[]): void {
    const ids = new Set(steps.flatMap((step) => step.symbols.map(idOf)));
    const last = this.#symbolIds;
    if (ids.size !== last.size || [...ids].some((id) => !last.has(id))) this.#symbolIds = ids;
  }

  #readFlows(actors: readonly Actor[], before: Procedure | undefined): readonly Flow[] {
    const isSame =
      !this.#staleRoots.has(this.#shape.flows) &&
      before?.actors === actors &&
      this.#flowsSymbols === this.#symbolIds;
    if (isSame) return before.flows;
    this.#flowsSymbols = this.#symbolIds;
    return keepSame(before?.flows, mendFlows(this.#flows.list(), this.#symbolIds, actors));
  }
}

function findRoot(type: SharedType): {
  readonly root: SharedType;
  /** The root's key under which the type lies; undefined for the root itself. */
  readonly thing?: string;
} {
  let root = type;
  let thing: string | null = null;
  while (root._item) {
    thing = root._item.parentSub;
    if (!(root._item.parent instanceof Y.AbstractType)) break;
    root = root._item.parent;
  }
  return { root, ...(thing !== null && { thing }) };
}

function keepSame<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before && haveSameItems(before, after) ? before : after;
}

function keepEqual<T>(before: T | undefined, after: T): T {
  return before !== undefined && equalityDeep(before, after) ? before : after;
}

function idOf({ id }: StepSymbol): string {
  return id;
}

function isText(key: string | null): key is string {
  return key !== null;
}
