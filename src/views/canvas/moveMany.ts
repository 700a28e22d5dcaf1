import type { Edit, Place } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Drop } from './dropTarget.ts';
import { findSymbolInStep } from './symbolFacts.ts';

interface ManySymbols {
  /** The symbols that are moved together. */
  readonly symbols: readonly string[];
  /** The one that the pointer holds: it lands where the drop is, the others keep beside it. */
  readonly held: string;
}

/**
 * What the drop of several symbols does: their rows go there in their order, and each changes lane by as
 * much as the held one does, but nobody leaves the lanes. Undefined when all stay where they are.
 */
export function toMoveManyEdit(
  procedure: Procedure,
  { symbols, held }: ManySymbols,
  drop: Drop,
): Edit | undefined {
  const found = symbols.flatMap((id) => findSymbolInStep(procedure, id) ?? []);
  const heldActor = findSymbolInStep(procedure, held)?.symbol.actor;
  const lane = (actor: string | undefined) => procedure.actors.findIndex(({ id }) => id === actor);
  const wanted = lane(drop.kind === 'cell' ? drop.cell.actor : drop.actor) - lane(heldActor);
  const lanes = found.map(({ symbol }) => lane(symbol.actor));
  const by = Math.max(
    -Math.min(...lanes),
    Math.min(wanted, procedure.actors.length - 1 - Math.max(...lanes)),
  );
  const steps = [...new Set(found.map(({ step }) => step.id))];
  const rows = drop.kind === 'gap' ? toMoveRowsEdits(procedure, steps, drop.place) : [];
  const shifts = found.flatMap(({ step, symbol }): readonly Edit[] => {
    const actor = procedure.actors[lane(symbol.actor) + by]?.id;
    const isMoved = actor !== undefined && actor !== symbol.actor;
    return isMoved ? [{ type: 'moveSymbol', symbol: symbol.id, step: step.id, actor }] : [];
  });
  const edits = [...rows, ...shifts];
  return edits.length > 1 ? { type: 'batch', edits } : edits[0];
}

/** Moves rows to a place, in the order in which they stand; nothing when they are there already. */
export function toMoveRowsEdits(
  { steps }: Procedure,
  moved: readonly string[],
  place: Place,
): readonly Edit[] {
  return toMoves(steps, moved, place).map(({ id, to }) => ({
    type: 'moveStep',
    step: id,
    place: to,
  }));
}

/** The same for lanes. */
export function toMoveLanesEdits(
  { actors }: Procedure,
  moved: readonly string[],
  place: Place,
): readonly Edit[] {
  return toMoves(actors, moved, place).map(({ id, to }) => ({
    type: 'moveActor',
    actor: id,
    place: to,
  }));
}

interface Named {
  readonly id: string;
}

function toMoves(all: readonly Named[], moved: readonly string[], place: Place) {
  const order = all.map(({ id }) => id);
  const gone = new Set(moved);
  const going = order.filter((id) => gone.has(id));
  const staying = order.filter((id) => !gone.has(id));
  const at = toIndex(order, staying, place);
  const target = [...staying.slice(0, at), ...going, ...staying.slice(at)];
  if (target.every((id, index) => id === order[index])) return [];
  const before = staying[at - 1];
  const after = staying[at];
  const first: Place = before ? { after: before } : after ? { before: after } : { at: 'end' };
  return going.map((id, index): { readonly id: string; readonly to: Place } => {
    const previous = going[index - 1];
    return { id, to: previous ? { after: previous } : first };
  });
}

/** Where the place is among those that stay. */
function toIndex(order: readonly string[], staying: readonly string[], place: Place): number {
  if ('at' in place) return staying.length;
  const neighbour = 'before' in place ? place.before : place.after;
  const index = order.indexOf(neighbour) + ('after' in place ? 1 : 0);
  return order.slice(0, index).filter((id) => staying.includes(id)).length;
}
