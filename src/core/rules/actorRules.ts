import type { Actor, Procedure } from '#core/model/procedure.ts';
import type { Finding } from './finding.ts';

/** K4 and K5: the columns of the table. */
export function checkActorColumns({ actors, steps }: Procedure): readonly Finding[] {
  const firstRow = new Map<string, number>();
  for (const [row, step] of steps.entries())
    for (const { actor } of step.symbols) if (!firstRow.has(actor)) firstRow.set(actor, row);
  const used = actors.filter(({ id }) => firstRow.has(id));
  const unused = actors.filter(({ id }) => !firstRow.has(id));
  return [...checkOrder(used, firstRow), ...unused.map(toUnused)];
}

function checkOrder(
  used: readonly Actor[],
  firstRow: ReadonlyMap<string, number>,
): readonly Finding[] {
  const rowOf = ({ id }: Actor) => firstRow.get(id) ?? 0;
  const sorted = [...used].sort((a, b) => rowOf(a) - rowOf(b));
  if (sorted.every((actor, index) => rowOf(actor) === rowOf(used[index] ?? actor))) return [];
  const order = sorted.map(({ name }) => name).join(', ');
  const place = { kind: 'procedure' } as const;
  return [{ rule: 'K4', level: 'warning', place, message: 'actor-order', parameters: { order } }];
}

function toUnused({ id, name }: Actor): Finding {
  const place = { kind: 'actor', actor: id } as const;
  return { rule: 'K5', level: 'warning', place, message: 'actor-unused', parameters: { name } };
}
