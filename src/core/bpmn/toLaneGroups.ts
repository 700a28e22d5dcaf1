import type { Actor } from '#core/model/procedure.ts';
import type { LaneGroup } from './layoutDiagram.ts';

/** Adjacent actors of one group stand in one outer lane, in the order of the columns. */
export function toLaneGroups(actors: readonly Actor[]): readonly LaneGroup[] {
  const groups: { name?: string; actors: Actor[] }[] = [];
  for (const actor of actors) {
    const last = groups.at(-1);
    if (last && actor.group && last.name === actor.group) last.actors.push(actor);
    else groups.push({ ...(actor.group && { name: actor.group }), actors: [actor] });
  }
  return groups;
}
