import { limits } from '#core/model/limits.ts';
import type { Actor, Procedure } from '#core/model/procedure.ts';
import type { Edit, EditResult } from './edit.ts';
import { hasActor, idsOf } from './find.ts';
import { takeOutSymbols } from './heal.ts';
import { indexOfPlace, insertAt, moveTo } from './order.ts';
import {
  accept,
  checkCount,
  checkLength,
  checkNewId,
  firstRejection,
  printable,
  reject,
} from './result.ts';
import { forgetChannel } from './routes.ts';
import { changeOptional } from './texts.ts';

export function addActor(
  procedure: Procedure,
  { actor, place }: Extract<Edit, { type: 'addActor' }>,
): EditResult {
  const problem = firstRejection(
    checkNewId(actor.id, idsOf(procedure.actors)),
    checkLength(actor.name, actor.group),
    checkCount(procedure.actors.length + 1, limits.maxActors, 'actors'),
  );
  if (problem) return reject(problem.code, problem.message);
  const index = indexOfPlace(procedure.actors, place);
  if (index === undefined) return reject('unknown-actor', 'The neighbouring actor is gone.');
  const group = printable(actor.group ?? '');
  const added: Actor = { id: actor.id, name: printable(actor.name), ...(group && { group }) };
  return accept({ ...procedure, actors: insertAt(procedure.actors, index, added) });
}

export function moveActor(
  procedure: Procedure,
  { actor, place }: Extract<Edit, { type: 'moveActor' }>,
): EditResult {
  const actors = moveTo(procedure.actors, actor, place);
  if (!actors) return reject('unknown-actor', `No actor "${actor}", or its neighbour is gone.`);
  return accept(actors === procedure.actors ? procedure : { ...procedure, actors });
}

export function removeActor(
  procedure: Procedure,
  { actor }: Extract<Edit, { type: 'removeActor' }>,
): EditResult {
  if (!hasActor(procedure, actor)) return reject('unknown-actor', `No actor "${actor}".`);
  const symbols = procedure.steps.flatMap((step) =>
    step.symbols.filter((symbol) => symbol.actor === actor).map((symbol) => symbol.id),
  );
  const healed = takeOutSymbols(procedure, symbols);
  return accept({
    ...healed,
    actors: healed.actors.filter((each) => each.id !== actor),
    flows: forgetChannel(healed.flows, actor),
  });
}

export function groupActors(
  procedure: Procedure,
  { actors, group }: Extract<Edit, { type: 'groupActors' }>,
): EditResult {
  const unknown = actors.find((actor) => !hasActor(procedure, actor));
  if (unknown !== undefined) return reject('unknown-actor', `No actor "${unknown}".`);
  const name = printable(group);
  const problem = checkLength(name);
  if (problem) return reject(problem.code, problem.message);
  const changed = procedure.actors.filter(
    (actor) => actors.includes(actor.id) && (actor.group ?? '') !== name,
  );
  if (changed.length === 0) return accept(procedure);
  const grouped = changed.reduce(
    (all: readonly Actor[], actor) => changeOptional(all, actor.id, 'group', name),
    procedure.actors,
  );
  return accept({ ...procedure, actors: grouped });
}
