import type { Flow } from '#core/model/procedure.ts';
import { addTo } from './addTo.ts';
import type { FlowDetail } from './changeList.ts';
import { diffWords } from './diffWords.ts';
import { nameEnd, type Sides } from './namedSides.ts';
import { wholly } from './places.ts';
import type { Changed, ProcedureDiff } from './procedureDiff.ts';

/**
 * What happened to arrows, by the id of the step where they leave. Those that went together with that
 * step are left out.
 */
export function listFlows(
  sides: Sides,
  { flows }: ProcedureDiff,
): ReadonlyMap<string, readonly FlowDetail[]> {
  const details = new Map<string, FlowDetail[]>();
  const now = new Map(sides.after.procedure.flows.map((flow) => [flow.id, flow]));
  for (const { thing } of flows.removed) {
    const step = sides.before.symbols.get(thing.from)?.row.step.id ?? '';
    if (sides.after.rows.has(step)) addTo(details, step, toWhole(sides, thing, 'removed'));
  }
  for (const { thing } of flows.added)
    addTo(details, startOf(sides, thing), toWhole(sides, thing, 'added'));
  for (const changed of flows.changed) {
    const flow = now.get(changed.id);
    const detail = flow && toChanged(sides, flow, changed);
    if (detail) addTo(details, startOf(sides, flow), detail);
  }
  return details;
}

function startOf({ after }: Sides, { from }: Flow): string {
  return after.symbols.get(from)?.row.step.id ?? '';
}

function toWhole(sides: Sides, flow: Flow, sign: 'added' | 'removed'): FlowDetail {
  const { id, label = '' } = flow;
  const to = nameEnd(sides, flow.to);
  return {
    of: 'flow',
    id,
    sign,
    label: wholly(sign, label),
    to,
    isReversed: false,
    hasOtherRoute: false,
  };
}

/** Undefined when nothing can be seen of it. */
function toChanged(
  sides: Sides,
  { id, from, to, label = '' }: Flow,
  { before, after }: Changed<Flow>,
): FlowDetail | undefined {
  const hasOtherEnd = before.from !== undefined || before.to !== undefined;
  const isReversed = before.from === to && before.to === from;
  const hasOtherLabel = (before.label ?? '') !== (after.label ?? '');
  const hasOtherRoute = !hasOtherEnd && ('route' in before || 'route' in after);
  if (!hasOtherEnd && !hasOtherLabel && !hasOtherRoute) return undefined;
  return {
    of: 'flow',
    id,
    sign: 'changed',
    label: hasOtherLabel ? diffWords(before.label ?? '', label) : wholly('same', label),
    to: nameEnd(sides, to),
    ...(before.to !== undefined && !isReversed && { wasTo: nameEnd(sides, before.to) }),
    ...(before.from !== undefined && !isReversed && { wasFrom: nameEnd(sides, before.from) }),
    isReversed,
    hasOtherRoute,
  };
}
