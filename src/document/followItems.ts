import type { Edit } from '#core/edit/edit.ts';
import { newId } from '#core/edit/newId.ts';
import type { IdentityList } from '#core/model/procedure.ts';
import type { Random } from './orderKeys.ts';

/** The entries of an identity list after some edits, and which of them the edits moved. */
export interface FollowedItems {
  readonly ids: readonly string[];
  readonly moving: ReadonlySet<string>;
}

/**
 * Which entry is which after the edits. Edits name entries by index, the document by id, so that two
 * people who change a list at once change the entries that each of them saw.
 */
export function followItems(
  edits: readonly Edit[],
  list: IdentityList,
  idsBefore: readonly string[],
  random: Random,
): FollowedItems {
  const ids = [...idsBefore];
  const moving = new Set<string>();
  for (const edit of edits) {
    if (edit.type === 'addItem' && edit.list === list) ids.splice(edit.index, 0, newId(random));
    if (edit.type === 'removeItem' && edit.list === list) ids.splice(edit.index, 1);
    if (edit.type === 'moveItem' && edit.list === list) {
      const moved = ids.splice(edit.from, 1);
      ids.splice(edit.to, 0, ...moved);
      for (const id of moved) moving.add(id);
    }
  }
  return { ids, moving };
}
