import { useDeferredValue, useMemo } from 'react';
import type { ChangeList } from '#core/diff/changeList.ts';
import { compareProcedures } from '#core/diff/listChanges.ts';
import type { Procedure } from '#core/model/procedure.ts';
import {
  type ComparedPage,
  type DrawnPage,
  type Surface,
  toComparedPages,
  toDrawnPages,
} from './comparedPages.ts';

/** How one of several states differs from the first; what the first has none of is in `changes` too. */
interface VariantPages {
  /** Of the first one of all: what differs in the second, where there are no more than two. */
  readonly changes: ChangeList;
  /** Undefined until they are drawn. */
  readonly pages: readonly ComparedPage[] | undefined;
}

/**
 * Several states of one SOP, each with what differs from the first marked. Of more than two, the first has
 * no marks: each of the others would put other ones there. Throws where there are fewer than two.
 */
export function useVariantPages(
  states: readonly Procedure[],
  surface: Surface,
): readonly VariantPages[] {
  const isShown = useDeferredValue(true, false);
  const chosen = useDeferredValue(surface);
  const compared = useMemo(() => compareWithFirst(states), [states]);
  const drawn = useMemo(
    () => compared.map(({ procedure }) => (isShown ? toDrawnPages(procedure, chosen) : undefined)),
    [compared, isShown, chosen],
  );
  return useMemo(
    () =>
      compared.map(({ changes, marked, side }, index) => {
        const pages = compared.some((each) => each.changes.identity.length > 0)
          ? drawn[index]
          : drawn[index]?.filter(hasSteps);
        return { changes, pages: pages && toComparedPages(pages, marked, side) };
      }),
    [compared, drawn],
  );
}

/** Pages without any are the same in all of them where the identity is. */
function hasSteps({ layout }: DrawnPage): boolean {
  return layout.rows.length > 0;
}

function compareWithFirst([first, ...others]: readonly Procedure[]) {
  const [second] = others;
  if (!first || !second) throw new RangeError('Nothing to compare with');
  const toSecond = compareProcedures(first, second);
  const isPair = others.length === 1;
  return [
    {
      procedure: isPair ? toSecond.before : first,
      changes: toSecond.changes,
      marked: isPair ? toSecond.changes : noChanges,
      side: 'before' as const,
    },
    ...others.map((procedure) => {
      const { changes } = compareProcedures(first, procedure);
      return { procedure, changes, marked: changes, side: 'after' as const };
    }),
  ];
}

const noChanges: ChangeList = {
  identity: [],
  actors: [],
  steps: [],
  settings: [],
  isOnlyWriting: false,
};
