import type { Procedure } from '#core/model/procedure.ts';
import type {
  ActorEntry,
  ChangeList,
  IdentityEntry,
  ItemEntry,
  SettingEntry,
  Sign,
} from './changeList.ts';
import { diffProcedures, isEmptyDiff } from './diffProcedures.ts';
import { diffWords } from './diffWords.ts';
import { listSteps } from './listSteps.ts';
import { toSide } from './namedSides.ts';
import { toPlace, wholly } from './places.ts';
import type { IdentityChange, ListDiff, ProcedureDiff } from './procedureDiff.ts';
import { renameThings } from './rename.ts';

/** What a person reads about the way from one procedure to the other. */
export function listChanges(before: Procedure, after: Procedure): ChangeList {
  return compareProcedures(before, after).changes;
}

/** The list, and the earlier procedure with the ids of the later one, by which the list names things. */
export function compareProcedures(
  before: Procedure,
  after: Procedure,
): { readonly before: Procedure; readonly changes: ChangeList } {
  const diff = diffProcedures(before, after);
  const named = diff.renamed ? renameThings(before, diff.renamed) : before;
  const entries = {
    identity: [
      ...diff.identity.map(toIdentityEntry),
      ...diff.lists.map((list) => toListEntry(list, before.identity[list.list])),
    ],
    actors: listActors(named, after, diff),
    steps: listSteps({ before: toSide(named), after: toSide(after) }, diff),
    settings: listSettings(diff),
  };
  const isSilent = Object.values(entries).every(({ length }) => length === 0);
  const changes = { ...entries, isOnlyWriting: isSilent && !isEmptyDiff(diff) };
  return { before: named, changes };
}

/** How many lines the list has. */
export function countChanges({ identity, actors, steps, settings }: ChangeList): number {
  return identity.length + actors.length + steps.length + settings.length;
}

function toIdentityEntry({ field, before, after }: IdentityChange): IdentityEntry {
  switch (field) {
    case 'logo':
      return { of: 'logo', sign: toSign(before, after) };
    case 'createdOn':
    case 'revisedOn':
    case 'effectiveOn':
      return { of: 'date', field, before, after };
    case 'title':
    case 'number':
    case 'position':
    case 'name':
    case 'nip':
      return { of: 'text', field, words: diffWords(before ?? '', after ?? '') };
  }
}

function toSign(before: string | null, after: string | null): Sign {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function toListEntry(diff: ListDiff, before: readonly string[]): IdentityEntry {
  const { list, removed, added, moved, changed } = diff;
  const moves = new Map(moved.map(({ from, to }) => [to, from]));
  const texts = new Map(changed.map((each) => [each.to, each]));
  const kept = [...new Set([...moves.keys(), ...texts.keys()])].map((at): ItemEntry => {
    const [from, text] = [moves.get(at), texts.get(at)];
    const words = text
      ? diffWords(text.before, text.after)
      : wholly('same', before[from ?? at] ?? '');
    const signs = [from !== undefined && 'moved', text && 'changed'] as const;
    return { ...toPlace(signs, at, from), words };
  });
  const items = [
    ...added.map(({ at, thing }) => ({ ...toPlace(['added'], at), words: wholly('added', thing) })),
    ...kept,
  ].toSorted(byNumber);
  const gone = removed.map(({ at, thing }) => ({
    ...toPlace(['removed'], at),
    words: wholly('removed', thing),
  }));
  return { of: 'list', list, items: [...gone, ...items] };
}

function listActors(
  before: Procedure,
  after: Procedure,
  { actors }: ProcedureDiff,
): readonly ActorEntry[] {
  const old = new Map(before.actors.map((actor) => [actor.id, actor]));
  const moves = new Map(actors.moved.map(({ id, from }) => [id, from]));
  const entries = after.actors.flatMap((actor, at): readonly ActorEntry[] => {
    const was = old.get(actor.id);
    const { id, name, group = '' } = actor;
    if (!was) {
      const brought = group && { group: wholly('added', group) };
      return [{ ...toPlace(['added'], at), id, name: wholly('added', name), ...brought }];
    }
    const from = moves.get(id);
    const hasOtherGroup = group !== (was.group ?? '');
    const isChanged = name !== was.name || hasOtherGroup;
    if (from === undefined && !isChanged) return [];
    return [
      {
        ...toPlace([from !== undefined && 'moved', isChanged && 'changed'], at, from),
        id,
        name: diffWords(was.name, name),
        ...(hasOtherGroup && { group: diffWords(was.group ?? '', group) }),
      },
    ];
  });
  const gone = actors.removed.map(({ at, thing: { id, name } }) => ({
    ...toPlace(['removed'], at),
    id,
    name: wholly('removed', name),
  }));
  return [...gone, ...entries];
}

function listSettings({ settings }: ProcedureDiff): readonly SettingEntry[] {
  if (!settings) return [];
  const { before = {}, after = {} } = settings;
  const keys = Object.keys({ ...before, ...after }) as (keyof typeof before)[];
  return keys.flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    if (was === is) return [];
    return [
      { key, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) },
    ];
  });
}

function byNumber(a: { readonly number: number }, b: { readonly number: number }): number {
  return a.number - b.number;
}
