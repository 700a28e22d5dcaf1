import type { ActorColumn } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Selection } from '#session/session.ts';

/** Adjacent lanes under one header. */
export interface LaneGroup {
  readonly name: string;
  readonly actors: readonly string[];
  readonly x: number;
  readonly width: number;
}

/** The group headers above the lanes, left to right. */
export function toLaneGroups(
  actors: Procedure['actors'],
  columns: readonly ActorColumn[],
): readonly LaneGroup[] {
  const names = new Map(actors.map(({ id, group }) => [id, group]));
  const groups: LaneGroup[] = [];
  let before: string | undefined;
  for (const { actor, x, width } of columns) {
    const name = names.get(actor);
    const last = groups.at(-1);
    if (name && last && name === before) {
      const joined = { ...last, actors: [...last.actors, actor], width: x + width - last.x };
      groups.splice(-1, 1, joined);
    } else if (name) {
      groups.push({ name, actors: [actor], x, width });
    }
    before = name;
  }
  return groups;
}

/** Whom a group name typed at `actor` is for: its whole group, else the selected actors with it. */
export function findGroupMembers(
  { actors }: Procedure,
  selection: Selection,
  actor: string,
): readonly string[] {
  const index = actors.findIndex(({ id }) => id === actor);
  const group = actors[index]?.group;
  if (!group) {
    const selected = selection.filter(({ kind }) => kind === 'actor').map(({ id }) => id);
    return selected.includes(actor) ? selected : [actor];
  }
  const isOther = (other: { readonly group?: string }) => other.group !== group;
  const start = actors.findLastIndex((other, at) => at < index && isOther(other)) + 1;
  const end = actors.findIndex((other, at) => at > index && isOther(other));
  return actors.slice(start, end < 0 ? undefined : end).map(({ id }) => id);
}
