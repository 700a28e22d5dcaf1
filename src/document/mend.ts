import { flowKey } from '#core/edit/flowKey.ts';
import { withoutChannel } from '#core/edit/routes.ts';
import { limits } from '#core/model/limits.ts';
import type { Actor, Flow, Step, StepSymbol } from '#core/model/procedure.ts';
import type { PlacedSymbol, StepRow } from './readThing.ts';
import type { Placed } from './things.ts';

/*
 * Two allowed edits can break something together: an arrow drawn to a step that somebody else deletes
 * at that moment. Such things are left out here, by rules that depend on nothing but the document, so
 * that every peer shows the same. They stay in the document: an undo brings them back.
 */

/** The first ones, as many as a procedure may have. */
export function mendList<T>(list: readonly Placed<T>[], most: number): readonly T[] {
  return list.slice(0, most).map((placed) => placed.value);
}

/** The symbols of each step; those of an actor that is gone are left out. */
export function mendSymbols(
  symbols: readonly Placed<PlacedSymbol>[],
  actors: readonly Actor[],
): ReadonlyMap<string, readonly StepSymbol[]> {
  const known = new Set(actors.map((actor) => actor.id));
  const byStep = new Map<string, StepSymbol[]>();
  for (const { value } of symbols) {
    if (!known.has(value.symbol.actor)) continue;
    const row = byStep.get(value.step);
    if (!row) byStep.set(value.step, [value.symbol]);
    else if (row.length < limits.maxSymbolsPerStep) row.push(value.symbol);
  }
  return byStep;
}

/** The rows with their symbols; a step that looks as before is the one before. */
export function mendSteps(
  rows: readonly Placed<StepRow>[],
  symbols: ReadonlyMap<string, readonly StepSymbol[]>,
  before: ReadonlyMap<string, BuiltStep>,
): ReadonlyMap<string, BuiltStep> {
  const built = new Map<string, BuiltStep>();
  for (const { id, value: row } of rows.slice(0, limits.maxSteps)) {
    const last = before.get(id);
    const own = symbols.get(id) ?? none;
    const kept = last && haveSameItems(last.step.symbols, own) ? last.step.symbols : own;
    const isSame = last?.row === row && last.step.symbols === kept;
    built.set(id, isSame ? last : { row, step: toStep(row, kept) });
  }
  return built;
}

const none: readonly StepSymbol[] = [];

/** A step and the row that it was made from. */
export interface BuiltStep {
  readonly row: StepRow;
  readonly step: Step;
}

function toStep({ joint, ...row }: StepRow, symbols: readonly StepSymbol[]): Step {
  return { ...row, symbols, ...(joint !== undefined && { joint }) };
}

/**
 * The flows between symbols that are there, without those that lead to themselves or say the same as an
 * earlier one.
 */
export function mendFlows(
  flows: readonly Placed<Flow>[],
  symbols: ReadonlySet<string>,
  actors: readonly Actor[],
): readonly Flow[] {
  const known = new Set(actors.map((actor) => actor.id));
  const seen = new Set<string>();
  const mended: Flow[] = [];
  for (const { value: flow } of flows) {
    if (!symbols.has(flow.from) || !symbols.has(flow.to) || flow.from === flow.to) continue;
    const key = flowKey(flow);
    if (seen.has(key)) continue;
    seen.add(key);
    mended.push(mendRoute(flow, known));
    if (mended.length === limits.maxFlows) break;
  }
  return mended;
}

const mendedRoutes = new WeakMap<Flow, Flow>();

/** A flow whose channel lies beside an actor that is gone leaves the channel to the router. */
function mendRoute(flow: Flow, actors: ReadonlySet<string>): Flow {
  const channel = flow.route?.channel;
  if (typeof channel !== 'string' || actors.has(channel)) return flow;
  const known = mendedRoutes.get(flow);
  if (known) return known;
  const mended = withoutChannel(flow);
  mendedRoutes.set(flow, mended);
  return mended;
}

export function haveSameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
