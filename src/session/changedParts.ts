import type { Procedure } from '#core/model/procedure.ts';

/**
 * Names what differs between two states of one document: `step:a1`, `flow:b2`, `identity.title`.
 * Unchanged parts keep their identity, so that nothing is compared in depth.
 */
export function findChangedParts(before: Procedure, after: Procedure): readonly string[] {
  if (before === after) return [];
  return [
    ...changedThings('step', before.steps, after.steps),
    ...changedThings('actor', before.actors, after.actors),
    ...changedThings('flow', before.flows, after.flows),
    ...changedKeys('identity', before.identity, after.identity),
    ...changedKeys('settings', before.settings ?? {}, after.settings ?? {}),
  ];
}

interface Thing {
  readonly id: string;
}

function changedThings(
  kind: string,
  before: readonly Thing[],
  after: readonly Thing[],
): readonly string[] {
  if (before === after) return [];
  const old = new Map(before.map((thing) => [thing.id, thing]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.filter((thing) => old.get(thing.id) !== thing);
  const gone = before.filter(({ id }) => !kept.has(id));
  return [...changed, ...gone].map(({ id }) => `${kind}:${id}`);
}

function changedKeys(name: string, before: object, after: object): readonly string[] {
  if (before === after) return [];
  const old = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([key, value]) =>
    old.get(key) === value ? [] : [`${name}.${key}`],
  );
}
