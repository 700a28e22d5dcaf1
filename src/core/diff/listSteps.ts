import { STEP_TEXTS, type Step } from '#core/model/procedure.ts';
import { addTo } from './addTo.ts';
import type { FlowDetail, StepDetail, StepEntry } from './changeList.ts';
import { diffWords } from './diffWords.ts';
import { listFlows } from './listFlows.ts';
import { listSymbols } from './listSymbols.ts';
import type { Row, Sides } from './namedSides.ts';
import { toPlace, wholly } from './places.ts';
import type { ProcedureDiff } from './procedureDiff.ts';

/** The steps that came, went, moved or changed, each with its symbols and the arrows that leave it. */
export function listSteps(sides: Sides, diff: ProcedureDiff): readonly StepEntry[] {
  const flows = listFlows(sides, diff);
  const symbols = listSymbols(sides, diff);
  const moves = new Map(diff.steps.moved.map(({ id, from }) => [id, from]));
  const gone = new Map(diff.steps.removed.map(({ at, thing }) => [thing.id, toRemoved(thing, at)]));
  return inReadingOrder(sides, new Set([...moves.keys(), ...gone.keys()])).flatMap((id) => {
    const removed = gone.get(id);
    if (removed) return [removed];
    const row = sides.after.rows.get(id);
    if (!row) return [];
    const old = sides.before.rows.get(id);
    const more = [...(symbols.get(id) ?? []), ...(flows.get(id) ?? [])];
    return old ? toKept({ old, row, from: moves.get(id), more }) : [toAdded(row, more)];
  });
}

/** Ids of all steps; what is gone follows the step that it stood behind and that kept its place. */
function inReadingOrder({ before, after }: Sides, loose: ReadonlySet<string>): readonly string[] {
  const following = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const { id } of before.procedure.steps)
    if (!after.rows.has(id)) addTo(following, anchor, id);
    else if (!loose.has(id)) anchor = id;
  return [
    ...(following.get(undefined) ?? []),
    ...after.procedure.steps.flatMap(({ id }) => [id, ...(following.get(id) ?? [])]),
  ];
}

function toRemoved({ id, activity }: Step, at: number): StepEntry {
  return { ...toPlace(['removed'], at), id, activity: wholly('removed', activity), details: [] };
}

function toAdded({ step, number }: Row, more: readonly StepDetail[]): StepEntry {
  const texts = otherTexts.flatMap((field): readonly StepDetail[] => {
    const words = wholly('added', step[field]);
    return words.length === 0 ? [] : [{ of: 'text', field, words }];
  });
  const joint: readonly StepDetail[] = step.joint ? [{ of: 'joint', isJoint: true }] : [];
  return {
    ...toPlace(['added'], number - 1),
    id: step.id,
    activity: wholly('added', step.activity),
    details: [...texts, ...joint, ...more],
  };
}

const otherTexts = STEP_TEXTS.filter((field) => field !== 'activity');

interface KeptStep {
  readonly old: Row;
  readonly row: Row;
  /** Its index before, when it moved. */
  readonly from: number | undefined;
  readonly more: readonly (StepDetail | FlowDetail)[];
}

function toKept({ old, row: { step, number }, from, more }: KeptStep): readonly StepEntry[] {
  const texts = otherTexts.flatMap((field): readonly StepDetail[] => {
    const [was, is] = [old.step[field], step[field]];
    return was === is ? [] : [{ of: 'text', field, words: diffWords(was, is) }];
  });
  const isJoint = step.joint ?? false;
  const joint: readonly StepDetail[] =
    isJoint === (old.step.joint ?? false) ? [] : [{ of: 'joint', isJoint }];
  const details = [...texts, ...joint, ...more];
  const isChanged = details.length > 0 || step.activity !== old.step.activity;
  if (from === undefined && !isChanged) return [];
  return [
    {
      ...toPlace([from !== undefined && 'moved', isChanged && 'changed'], number - 1, from),
      id: step.id,
      activity: diffWords(old.step.activity, step.activity),
      details,
    },
  ];
}
