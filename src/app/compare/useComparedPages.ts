import { useDeferredValue, useMemo } from 'react';
import type { ChangeList } from '#core/diff/changeList.ts';
import type { ComparedSide } from '#core/diff/changePlaces.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { type ComparedPage, type Surface, toComparedPages, toDrawnPages } from './comparedPages.ts';

interface Compared {
  /** With the ids of the later one. */
  readonly before: Procedure;
  readonly after: Procedure;
  /** What is marked. */
  readonly changes: ChangeList;
}

/** The pages of both sides; undefined until they are drawn, since the list can be read before. */
export function useComparedPages(
  { before, after, changes }: Compared,
  surface: Surface,
): Readonly<Record<ComparedSide, readonly ComparedPage[]>> | undefined {
  const isShown = useDeferredValue(true, false);
  const chosen = useDeferredValue(surface);
  const drawnBefore = useMemo(
    () => (isShown ? toDrawnPages(before, chosen) : undefined),
    [isShown, before, chosen],
  );
  const drawnAfter = useMemo(
    () => (isShown ? toDrawnPages(after, chosen) : undefined),
    [isShown, after, chosen],
  );
  return useMemo(
    () =>
      drawnBefore &&
      drawnAfter && {
        before: toComparedPages(drawnBefore, changes, 'before'),
        after: toComparedPages(drawnAfter, changes, 'after'),
      },
    [drawnBefore, drawnAfter, changes],
  );
}
