import type { Actor, Flow, IdentityList, Procedure, Step } from '#core/model/procedure.ts';
import { IDENTITY_DATES, IDENTITY_LISTS, STEP_TEXTS } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { applyEdit } from './applyEdit.ts';
import type { Edit, Place } from './edit.ts';
import { findStep, symbolIds } from './find.ts';

/**
 * The edit that makes `current` look like `target`, which is a state of the same procedure: one action,
 * undone in one step. What is the same in both is not touched, so that others may go on with it.
 */
export function toRestoreEdit(current: Procedure, target: Procedure): Edit {
  const draft = new Draft(current);
  removeFlows(draft, target);
  removeSymbols(draft, target);
  restoreOrder(draft, target.actors, actorKind);
  for (const actor of target.actors) restoreActor(draft, actor);
  restoreOrder(draft, target.steps, stepKind);
  for (const step of target.steps) restoreStep(draft, step);
  for (const flow of target.flows) restoreFlow(draft, flow);
  restoreIdentity(draft, target);
  restoreSettings(draft, target.settings ?? {});
  return { type: 'batch', edits: draft.edits };
}

/** The procedure on its way, and the edits that brought it there. */
class Draft {
  readonly edits: Edit[] = [];
  #procedure: Procedure;

  constructor(procedure: Procedure) {
    this.#procedure = procedure;
  }

  get procedure(): Procedure {
    return this.#procedure;
  }

  /** An edit that changes nothing is left out. Throws when the target is no valid procedure. */
  do(edit: Edit): void {
    const result = applyEdit(this.#procedure, edit);
    if (!result.ok) throw new RangeError(`Cannot restore: ${result.rejection.message}`);
    if (result.procedure === this.#procedure) return;
    this.#procedure = result.procedure;
    this.edits.push(edit);
  }
}

/**
 * First of all, so that no removal joins anything. Flows keep their order: those stay that are the
 * target's first ones, as far as both agree.
 */
function removeFlows(draft: Draft, target: Procedure): void {
  const kept = new Set<string>();
  const staying = keptSymbols(draft.procedure, target);
  const { flows } = draft.procedure;
  let next = 0;
  for (const flow of target.flows) {
    if (!staying.has(flow.from) || !staying.has(flow.to)) break;
    const same = flows.findIndex((each, index) => index >= next && isSameFlow(each, flow));
    if (same < 0) break;
    kept.add(flow.id);
    next = same + 1;
  }
  for (const { id } of flows) if (!kept.has(id)) draft.do({ type: 'removeFlow', flow: id });
}

function isSameFlow(a: Flow, b: Flow): boolean {
  return a.id === b.id && a.from === b.from && a.to === b.to && (a.label ?? '') === (b.label ?? '');
}

/** Symbols stay where both have them in the same cell, as far as a row begins alike. */
function keptSymbols(current: Procedure, target: Procedure): ReadonlySet<string> {
  const ids = current.steps.flatMap(({ id, symbols }) => {
    const wanted = findStep(target, id)?.symbols ?? [];
    const differing = symbols.findIndex(
      (symbol, index) => symbol.id !== wanted[index]?.id || symbol.actor !== wanted[index]?.actor,
    );
    const alike = differing < 0 ? symbols : symbols.slice(0, differing);
    return alike.map((symbol) => symbol.id);
  });
  return new Set(ids);
}

function removeSymbols(draft: Draft, target: Procedure): void {
  const staying = keptSymbols(draft.procedure, target);
  for (const symbol of symbolIds(draft.procedure))
    if (!staying.has(symbol)) draft.do({ type: 'removeSymbol', symbol });
}

interface HasId {
  readonly id: string;
}

/** How things of one kind come, go and move. */
interface Kind<T extends HasId> {
  listOf(procedure: Procedure): readonly HasId[];
  remove(id: string): Edit;
  add(thing: T, place: Place): Edit;
  move(id: string, place: Place): Edit;
}

const actorKind: Kind<Actor> = {
  listOf: ({ actors }) => actors,
  remove: (actor) => ({ type: 'removeActor', actor }),
  add: (actor, place) => ({ type: 'addActor', actor, place }),
  move: (actor, place) => ({ type: 'moveActor', actor, place }),
};

const stepKind: Kind<Step> = {
  listOf: ({ steps }) => steps,
  remove: (step) => ({ type: 'removeStep', step }),
  add: ({ id, activity }, place) => ({
    type: 'addStep',
    step: { id, activity, symbols: [] },
    place,
  }),
  move: (step, place) => ({ type: 'moveStep', step, place }),
};

/** Takes away what the target lacks, then puts each thing behind the one before it. */
function restoreOrder<T extends HasId>(draft: Draft, wanted: readonly T[], kind: Kind<T>): void {
  const list = () => kind.listOf(draft.procedure);
  const ids = new Set(wanted.map(({ id }) => id));
  for (const { id } of list()) if (!ids.has(id)) draft.do(kind.remove(id));
  for (const [index, thing] of wanted.entries()) {
    const there = list()[index];
    if (there?.id === thing.id) continue;
    const place: Place = there ? { before: there.id } : { at: 'end' };
    const isThere = list().some(({ id }) => id === thing.id);
    draft.do(isThere ? kind.move(thing.id, place) : kind.add(thing, place));
  }
}

function restoreActor(draft: Draft, { id, name, group = '' }: Actor): void {
  draft.do({ type: 'setText', target: { of: 'actor', actor: id }, text: name });
  draft.do({ type: 'groupActors', actors: [id], group });
}

function restoreStep(draft: Draft, step: Step): void {
  for (const field of STEP_TEXTS)
    draft.do({ type: 'setText', target: { of: 'step', step: step.id, field }, text: step[field] });
  const there = new Set(findStep(draft.procedure, step.id)?.symbols.map(({ id }) => id));
  for (const symbol of step.symbols) {
    const { id, kind, text = '' } = symbol;
    if (!there.has(id)) draft.do({ type: 'addSymbol', step: step.id, symbol });
    draft.do({ type: 'setSymbolKind', symbol: id, kind });
    draft.do({ type: 'setText', target: { of: 'symbol', symbol: id }, text });
  }
  draft.do({ type: 'setJoint', step: step.id, joint: step.joint ?? false });
}

function restoreFlow(draft: Draft, { id, from, to, label = '', route }: Flow): void {
  const isThere = draft.procedure.flows.some((flow) => flow.id === id);
  if (!isThere) draft.do({ type: 'connect', flow: { id, from, to, label } });
  draft.do({ type: 'setRoute', flow: id, route: route ?? null });
}

function restoreIdentity(draft: Draft, { identity }: Procedure): void {
  const { title, number, approver, logo = null } = identity;
  draft.do({ type: 'setText', target: { of: 'title' }, text: title });
  draft.do({ type: 'setText', target: { of: 'number' }, text: number });
  for (const field of ['position', 'name', 'nip'] as const)
    draft.do({ type: 'setText', target: { of: 'approver', field }, text: approver[field] });
  for (const field of IDENTITY_DATES) draft.do({ type: 'setDate', field, date: identity[field] });
  for (const list of IDENTITY_LISTS) restoreList(draft, list, identity[list]);
  draft.do({ type: 'setLogo', logo });
}

/** The entries from the first that differs on are new. */
function restoreList(draft: Draft, list: IdentityList, wanted: readonly string[]): void {
  const current = draft.procedure.identity[list];
  const differing = current.findIndex((text, index) => text !== wanted[index]);
  const alike = differing < 0 ? current.length : differing;
  for (let index = current.length - 1; index >= alike; index--)
    draft.do({ type: 'removeItem', list, index });
  for (const [index, text] of wanted.entries())
    if (index >= alike) draft.do({ type: 'addItem', list, index, text });
}

function restoreSettings(draft: Draft, settings: Settings): void {
  const gone = Object.keys(draft.procedure.settings ?? {}).map((key) => [key, null] as const);
  draft.do({ type: 'changeSettings', settings: { ...Object.fromEntries(gone), ...settings } });
}
