import { IDENTITY_LISTS, type Procedure, type Step } from '#core/model/procedure.ts';
import { diffItems } from './diffItems.ts';
import { diffSymbols } from './diffSymbols.ts';
import { diffThings, isSameValue } from './diffThings.ts';
import { diffIdentity } from './identityFields.ts';
import type { ProcedureDiff, StepFields } from './procedureDiff.ts';
import { findRenamed, renameThings } from './rename.ts';

/**
 * What leads from one procedure to the other; `applyDiff` goes there. Things are matched by id. Where an
 * id is on one side only, as in an imported file, actors are matched by name, steps by the words of their
 * activity and by their actors (from 60 % agreement on), symbols within their step, arrows by their ends
 * and label, and list entries by their words (from 50 % on). Equal ids are taken for the same thing
 * whatever they say.
 */
export function diffProcedures(before: Procedure, after: Procedure): ProcedureDiff {
  const renamed = findRenamed(before, after);
  const named = renamed ? renameThings(before, renamed) : before;
  const hasOtherSettings =
    (before.settings === undefined) !== (after.settings === undefined) ||
    !isSameValue(before.settings ?? {}, after.settings ?? {});
  return {
    ...(renamed && { renamed }),
    identity: diffIdentity(before.identity, after.identity),
    lists: IDENTITY_LISTS.flatMap((list) =>
      diffItems(list, before.identity[list], after.identity[list]),
    ),
    actors: diffThings(named.actors, after.actors, toItself),
    steps: diffThings(named.steps, after.steps, toFields),
    symbols: diffSymbols(named, after),
    flows: diffThings(named.flows, after.flows, toItself),
    ...(hasOtherSettings && {
      settings: {
        ...(before.settings && { before: before.settings }),
        ...(after.settings && { after: after.settings }),
      },
    }),
  };
}

/** Whether the diff leads nowhere: both procedures are the same. */
export function isEmptyDiff(diff: ProcedureDiff): boolean {
  const { renamed, identity, lists, settings, actors, steps, symbols, flows } = diff;
  return (
    renamed === undefined &&
    settings === undefined &&
    identity.length + lists.length === 0 &&
    [actors, steps, symbols, flows].every(
      ({ removed, added, moved, changed }) =>
        removed.length + added.length + moved.length + changed.length === 0,
    )
  );
}

function toFields({ symbols: _, ...fields }: Step): StepFields {
  return fields;
}

function toItself<T>(thing: T): T {
  return thing;
}
