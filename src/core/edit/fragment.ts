import { emptyProcedure } from '#core/model/empty.ts';
import type { Actor, Flow, Procedure, Step } from '#core/model/procedure.ts';
import type { Edit, Place } from './edit.ts';

/**
 * A part of a procedure as a procedure of its own, to be copied: these symbols and whole rows, the arrows
 * between them, and the actors whose lanes they stand in. A row of which only some symbols are taken
 * keeps its texts.
 */
export function takeFragment(
  procedure: Procedure,
  taken: { readonly symbols: ReadonlySet<string>; readonly steps: ReadonlySet<string> },
): Procedure {
  const steps = procedure.steps.flatMap((step): readonly Step[] => {
    if (taken.steps.has(step.id)) return [step];
    const symbols = step.symbols.filter(({ id }) => taken.symbols.has(id));
    if (symbols.length === 0) return [];
    const { joint, ...rest } = step;
    return [{ ...rest, symbols, ...(joint && symbols.length > 1 && { joint }) }];
  });
  const symbols = new Set(steps.flatMap((step) => step.symbols.map(({ id }) => id)));
  const lanes = new Set(steps.flatMap((step) => step.symbols.map(({ actor }) => actor)));
  return {
    ...emptyProcedure(),
    actors: procedure.actors.filter(({ id }) => lanes.has(id)),
    steps,
    flows: procedure.flows.filter(({ from, to }) => symbols.has(from) && symbols.has(to)),
  };
}

interface FragmentOptions {
  /** Where its first row goes; the others follow it. */
  readonly place: Place;
  readonly newId: () => string;
}

/** What puts a copied part into a procedure, and the symbols and rows that it makes. */
export interface FragmentEdit {
  readonly edit: Edit;
  readonly steps: readonly { readonly id: string; readonly symbols: readonly string[] }[];
}

/**
 * Puts a copied part in, everything with a new id. Its actors are those of the same name here; those that
 * are missing come along as new lanes at the end. Nothing leads to it or from it yet.
 */
export function toFragmentEdit(
  procedure: Procedure,
  fragment: Procedure,
  { place, newId }: FragmentOptions,
): FragmentEdit {
  const { actorIds, added } = matchActors(procedure.actors, fragment.actors, newId);
  const symbolIds = new Map(
    fragment.steps.flatMap(({ symbols }) => symbols.map(({ id }) => [id, newId()] as const)),
  );
  const ids = fragment.steps.map(() => newId());
  const stepEdits = fragment.steps.flatMap((step, index) => {
    const id = ids[index] ?? '';
    const previous = ids[index - 1];
    const at = previous === undefined ? place : { after: previous };
    return toStepEdits(step, { id, place: at, actorIds, symbolIds });
  });
  const flowEdits = fragment.flows.flatMap((flow) =>
    toFlowEdits(flow, { id: newId(), actorIds, symbolIds }),
  );
  const steps = fragment.steps.map(({ symbols }, index) => ({
    id: ids[index] ?? '',
    symbols: symbols.map(({ id }) => symbolIds.get(id) ?? ''),
  }));
  return { edit: { type: 'batch', edits: [...added, ...stepEdits, ...flowEdits] }, steps };
}

type Ids = ReadonlyMap<string, string>;

/** The same name is the same actor; of several with that name the one with the same id, else the first. */
function matchActors(here: readonly Actor[], copied: readonly Actor[], newId: () => string) {
  const actorIds = new Map<string, string>();
  const added: Edit[] = [];
  for (const { id, name, group } of copied) {
    const namesakes = here.filter((actor) => toKey(actor.name) === toKey(name));
    const known = namesakes.find((actor) => actor.id === id) ?? namesakes[0];
    const actor = { id: known?.id ?? newId(), name, ...(group !== undefined && { group }) };
    actorIds.set(id, actor.id);
    if (!known) added.push({ type: 'addActor', actor, place: { at: 'end' } });
  }
  return { actorIds, added };
}

function toKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function toStepEdits(
  step: Step,
  {
    id,
    place,
    actorIds,
    symbolIds,
  }: {
    readonly id: string;
    readonly place: Place;
    readonly actorIds: Ids;
    readonly symbolIds: Ids;
  },
): readonly Edit[] {
  const symbols = step.symbols.map((symbol) => ({
    ...symbol,
    id: symbolIds.get(symbol.id) ?? '',
    actor: actorIds.get(symbol.actor) ?? '',
  }));
  const texts = (['requirements', 'duration', 'output', 'notes'] as const).flatMap(
    (field): readonly Edit[] => {
      const target = { of: 'step', step: id, field } as const;
      return step[field] ? [{ type: 'setText', target, text: step[field] }] : [];
    },
  );
  return [
    { type: 'addStep', step: { id, activity: step.activity, symbols }, place },
    ...texts,
    ...(step.joint ? ([{ type: 'setJoint', step: id, joint: true }] as const) : []),
  ];
}

function toFlowEdits(
  { from, to, label, route }: Flow,
  {
    id,
    actorIds,
    symbolIds,
  }: { readonly id: string; readonly actorIds: Ids; readonly symbolIds: Ids },
): readonly Edit[] {
  const ends = { from: symbolIds.get(from) ?? '', to: symbolIds.get(to) ?? '' };
  const connect = { type: 'connect', flow: { id, ...ends, ...(label && { label }) } } as const;
  if (!route) return [connect];
  const { channel, ...sides } = route;
  // A gap beside a lane that did not come along means nothing here.
  const gap = channel == null ? channel : actorIds.get(channel);
  const wish = { ...sides, ...(gap !== undefined && { channel: gap }) };
  return [connect, { type: 'setRoute', flow: id, route: wish }];
}
