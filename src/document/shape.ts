import * as Y from 'yjs';
import { IDENTITY_LISTS, type IdentityList } from '#core/model/procedure.ts';

/**
 * The version of the shape below, written into `meta.format`. It rises together with a migration in
 * `formatMigrations.ts` and with `protocolVersion`, so that no page of before writes in it.
 */
export const FORMAT = 1;

/** The identity's texts that are typed, as the names of their root texts. */
const IDENTITY_TEXTS = [
  'title',
  'number',
  'approver.position',
  'approver.name',
  'approver.nip',
] as const;
export type IdentityText = (typeof IDENTITY_TEXTS)[number];

/** Things of one kind: id → Y.Map with an `order` key. */
export type Things = Y.Map<unknown>;

/**
 * The root types of a procedure's Y.Doc; docs/format.md describes them. All are roots, since two people
 * who create the same nested type at once would lose one of the two.
 */
export interface Shape {
  readonly meta: Y.Map<unknown>;
  readonly texts: Readonly<Record<IdentityText, Y.Text>>;
  /** Dates and logo. */
  readonly identity: Y.Map<unknown>;
  readonly lists: Readonly<Record<IdentityList, Things>>;
  readonly actors: Things;
  readonly steps: Things;
  readonly symbols: Things;
  readonly flows: Things;
  readonly settings: Y.Map<unknown>;
}

export function shapeOf(doc: Y.Doc): Shape {
  const lists = IDENTITY_LISTS.map((name) => [name, doc.getMap(name)] as const);
  const texts = IDENTITY_TEXTS.map((name) => [name, doc.getText(name)] as const);
  return {
    meta: doc.getMap('meta'),
    texts: Object.fromEntries(texts) as Record<IdentityText, Y.Text>,
    identity: doc.getMap('identity'),
    lists: Object.fromEntries(lists) as Record<IdentityList, Things>,
    actors: doc.getMap('actors'),
    steps: doc.getMap('steps'),
    symbols: doc.getMap('symbols'),
    flows: doc.getMap('flows'),
    settings: doc.getMap('settings'),
  };
}

/** Every root whose changes a person can undo. */
export function contentRoots(shape: Shape): readonly (Y.Map<unknown> | Y.Text)[] {
  const { texts, identity, lists, actors, steps, symbols, flows, settings } = shape;
  return [
    ...Object.values(texts),
    identity,
    ...Object.values(lists),
    actors,
    steps,
    symbols,
    flows,
    settings,
  ];
}

/** The thing's own map; undefined when it is not there or is no map. */
export function findThing(things: Things, id: string): Y.Map<unknown> | undefined {
  const thing = things.get(id);
  return thing instanceof Y.Map ? thing : undefined;
}
