import type { Procedure, Step } from '#core/model/procedure.ts';

/** What others changed, in the grain in which it is said. */
export type SpokenChange =
  | { readonly what: 'added' | 'changed'; readonly number: number }
  | { readonly what: 'removed'; readonly count: number }
  | { readonly what: 'moved' | 'actors' | 'identity' };

/** Collects what others change until it is said. */
export class OthersChanges {
  readonly #added = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #others = new Set<'moved' | 'actors' | 'identity'>();

  /** One change that somebody else made. Unchanged parts are the same objects on both sides. */
  add(before: Procedure, after: Procedure): void {
    const old = byId(before.steps);
    const now = byId(after.steps);
    for (const [id, step] of now)
      if (!old.has(id)) {
        if (!this.#removed.delete(id)) this.#added.add(id);
      } else if (old.get(id) !== step) this.#changed.add(id);
    for (const id of old.keys()) if (!now.has(id) && !this.#added.delete(id)) this.#removed.add(id);
    for (const id of findRewired(before, after)) this.#changed.add(id);
    if (before.actors !== after.actors) this.#others.add('actors');
    if (before.identity !== after.identity) this.#others.add('identity');
    const order = (steps: readonly Step[], other: ReadonlyMap<string, Step>) =>
      steps.filter(({ id }) => other.has(id)).map(({ id }) => id);
    if (order(before.steps, now).join() !== order(after.steps, old).join())
      this.#others.add('moved');
  }

  /** What there is to say, with the numbers that the steps have now; then nothing any more. */
  take({ steps }: Procedure): readonly SpokenChange[] {
    const said = steps.flatMap(({ id }, index): readonly SpokenChange[] => {
      if (this.#added.has(id)) return [{ what: 'added', number: index + 1 }];
      return this.#changed.has(id) ? [{ what: 'changed', number: index + 1 }] : [];
    });
    const removed: readonly SpokenChange[] =
      this.#removed.size > 0 ? [{ what: 'removed', count: this.#removed.size }] : [];
    const others = [...this.#others].map((what): SpokenChange => ({ what }));
    for (const set of [this.#added, this.#changed, this.#removed, this.#others]) set.clear();
    return [...said, ...removed, ...others];
  }
}

/** The steps from which an arrow now leads elsewhere, or which have one more or less. */
function findRewired(before: Procedure, after: Procedure): readonly string[] {
  if (before.flows === after.flows) return [];
  const old = new Set(before.flows);
  const now = new Set(after.flows);
  const touched = new Set(
    [
      ...before.flows.filter((flow) => !now.has(flow)),
      ...after.flows.filter((flow) => !old.has(flow)),
    ].map(({ from }) => from),
  );
  return after.steps
    .filter(({ symbols }) => symbols.some(({ id }) => touched.has(id)))
    .map(({ id }) => id);
}

function byId(steps: readonly Step[]): ReadonlyMap<string, Step> {
  return new Map(steps.map((step) => [step.id, step]));
}
