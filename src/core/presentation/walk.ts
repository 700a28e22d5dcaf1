import { limits } from '#core/model/limits.ts';
import type { Procedure, Step } from '#core/model/procedure.ts';
import type { PresentationState } from './presentationState.ts';
import { type Exit, toWays, type Way, type Ways } from './ways.ts';

/** What comes next unless the presenter chooses otherwise. */
export type Onward =
  /** Along an arrow. */
  | { readonly by: 'exit'; readonly exit: Exit }
  /** To a step that the way has passed by: another branch or start, or one outside the flow. */
  | { readonly by: 'jump'; readonly to: string; readonly why: 'start' | 'branch' | 'outside' }
  | { readonly by: 'closing' };

/** An exit that the presenter may choose at the present step. */
export interface Choice extends Exit {
  readonly target: Way;
  /** The step was shown before. */
  readonly isSeen: boolean;
  /** It leads to a row above. */
  readonly isBack: boolean;
  /** What "next" takes. */
  readonly isOnward: boolean;
}

/** How far the presentation has come. */
export interface Progress {
  /** Of the step as it is printed, from 1; 0 at the opening and the closing. */
  readonly number: number;
  readonly total: number;
  /** In row order: whether the step was shown. */
  readonly seen: readonly boolean[];
  readonly seenCount: number;
  readonly isOutside: boolean;
}

/** The step that is shown; undefined at the opening and the closing, or where it is not there (any more). */
export function findPresent(procedure: Procedure, { station }: PresentationState): Way | undefined {
  return station.at === 'step' ? toWays(procedure).ways.get(station.step) : undefined;
}

/**
 * Where "next" leads: to what was not shown yet, along the arrows as far as they lead there, else by a
 * jump. So "next" alone shows every step, and then closes.
 */
export function findOnward(procedure: Procedure, state: PresentationState): Onward {
  const ways = toWays(procedure);
  const seen = new Set(state.trail);
  const exits = findPresent(procedure, state)?.exits ?? [];
  const isNew = ({ to }: Exit) => !seen.has(to);
  // Out of a loop the way leads over the decision that was shown before.
  const leadsOn = ({ to }: Exit) => ways.ways.get(to)?.exits.some(isNew) ?? false;
  const exit = exits.find(isNew) ?? exits.find(leadsOn);
  return exit ? { by: 'exit', exit } : findJump(ways, seen);
}

function findJump({ ways, starts }: Ways, seen: ReadonlySet<string>): Onward {
  const left = [...ways.values()].filter(({ step }) => !seen.has(step.id));
  const passed = new Set([...seen].flatMap((step) => ways.get(step)?.exits.map(({ to }) => to)));
  const inside = left.filter((way) => !way.isOutside);
  const [to, why] = pickFirst([
    [seen.size === 0 ? starts[0] : undefined, 'start'],
    [inside.find(({ step }) => passed.has(step.id))?.step.id, 'branch'],
    [starts.find((start) => !seen.has(start)), 'start'],
    [inside[0]?.step.id, 'branch'],
    [left[0]?.step.id, 'outside'],
  ]);
  return to === undefined ? { by: 'closing' } : { by: 'jump', to, why };
}

type Jump = readonly [to: string | undefined, why: 'start' | 'branch' | 'outside'];

function pickFirst(jumps: readonly Jump[]): Jump {
  return jumps.find(([to]) => to !== undefined) ?? [undefined, 'outside'];
}

/** The exits of the present step, in the order of their keys 1, 2, 3 …; none where there is no step. */
export function toChoices(procedure: Procedure, state: PresentationState): readonly Choice[] {
  const present = findPresent(procedure, state);
  if (!present) return [];
  const onward = findOnward(procedure, state);
  const { ways } = toWays(procedure);
  return present.exits.flatMap((exit) => {
    const target = ways.get(exit.to);
    if (!target) return [];
    return [
      {
        ...exit,
        target,
        isSeen: state.trail.includes(exit.to),
        isBack: target.row <= present.row,
        isOnward: onward.by === 'exit' && onward.exit === exit,
      },
    ];
  });
}

/** The state one step further. */
export function goOn(procedure: Procedure, state: PresentationState): PresentationState {
  if (state.station.at === 'closing') return state;
  const onward = findOnward(procedure, state);
  switch (onward.by) {
    case 'exit':
      return goTo(procedure, state, onward.exit.to);
    case 'jump':
      return goTo(procedure, state, onward.to);
    case 'closing':
      return goToClosing(state);
  }
}

/** Back the way one came. */
export function goBack(state: PresentationState): PresentationState {
  switch (state.station.at) {
    case 'opening':
      return state;
    case 'step':
      return toLast(state, state.trail.slice(0, -1));
    case 'closing':
      return toLast(state, state.trail);
  }
}

/** Shows that step next; the same state where there is no such step, or it is shown. */
export function goTo(
  procedure: Procedure,
  state: PresentationState,
  step: string,
): PresentationState {
  const isThere = state.station.at === 'step' && state.station.step === step;
  if (isThere || !toWays(procedure).ways.has(step)) return state;
  return stand(state, { at: 'step', step }, keepWithin([...state.trail, step]));
}

/** Back to the beginning: what was shown counts as not shown. */
export function goToOpening(state: PresentationState): PresentationState {
  return stand(state, { at: 'opening' }, []);
}

export function goToClosing(state: PresentationState): PresentationState {
  return stand(state, { at: 'closing' }, state.trail);
}

export function toProgress(procedure: Procedure, state: PresentationState): Progress {
  const { ways } = toWays(procedure);
  const shown = new Set(state.trail);
  const seen = [...ways.keys()].map((step) => shown.has(step));
  const present = findPresent(procedure, state);
  return {
    number: present ? present.row + 1 : 0,
    total: seen.length,
    seen,
    seenCount: seen.filter(Boolean).length,
    isOutside: present?.isOutside ?? false,
  };
}

/** A state that fits the procedure again, and the step that was shown when somebody deleted it. */
export interface Settled {
  readonly state: PresentationState;
  readonly lost?: Step;
}

/**
 * Fits the state to an edited procedure. Whoever stood at a deleted step goes to where it led, else to
 * the row that followed it, else back the way they came. The same state where nothing is missing.
 */
export function settle(before: Procedure, after: Procedure, state: PresentationState): Settled {
  const { ways } = toWays(after);
  const { station } = state;
  const kept = withoutGone(after, state);
  if (station.at !== 'step' || ways.has(station.step)) return { state: kept };
  const { trail } = kept;
  const lost = toWays(before).ways.get(station.step);
  const heir = findHeir(before, ways, station.step);
  const settled =
    heir === undefined
      ? toLast(state, trail)
      : stand(state, { at: 'step', step: heir }, [...trail, heir]);
  return { state: settled, ...(lost && { lost: lost.step }) };
}

/** The way without the steps that are gone. The same state where none is. */
export function withoutGone(procedure: Procedure, state: PresentationState): PresentationState {
  const { ways } = toWays(procedure);
  const trail = state.trail.filter((step) => ways.has(step));
  return trail.length === state.trail.length ? state : { ...state, trail };
}

/** The nearest step behind a deleted one that is still there. */
function findHeir(
  before: Procedure,
  after: ReadonlyMap<string, Way>,
  lost: string,
): string | undefined {
  const { ways } = toWays(before);
  const place = ways.get(lost);
  if (!place) return undefined;
  const behind = new Set([lost]);
  for (const step of behind) {
    if (after.has(step)) return step;
    for (const { to } of ways.get(step)?.exits ?? []) behind.add(to);
  }
  return before.steps.slice(place.row + 1).find(({ id }) => after.has(id))?.id;
}

function toLast(state: PresentationState, trail: readonly string[]): PresentationState {
  const last = trail.at(-1);
  return last === undefined
    ? stand(state, { at: 'opening' }, [])
    : stand(state, { at: 'step', step: last }, trail);
}

/** A new station takes the view along; what the presenter pointed at is gone. */
function stand(
  state: PresentationState,
  station: PresentationState['station'],
  trail: readonly string[],
): PresentationState {
  return { ...state, station, trail, view: null, pointer: null };
}

/** Longer than any procedure, so that one of the steps in it stands in it twice. */
const maxTrail = limits.maxSteps + 1;

/** Forgets the earliest visit to a step that was shown again later. */
function keepWithin(trail: readonly string[]): readonly string[] {
  if (trail.length <= maxTrail) return trail;
  const again = trail.findIndex((step, index) => trail.includes(step, index + 1));
  return trail.toSpliced(Math.max(0, again), 1);
}
