import type { ChangeList } from '#core/diff/changeList.ts';
import { type ChangePlace, findRowBox } from '#core/diff/changePlaces.ts';
import { toStepKey } from '#core/diff/entryKeys.ts';
import type { Box } from '#core/layout/geometry.ts';
import type { ComparedPage } from './comparedPages.ts';

/** A box on one of the pages, in pt. */
export interface Spot {
  readonly page: number;
  readonly box: Box;
}

/**
 * Where a line of the list stands on one side. A step that this side does not have is shown by the listed
 * or the nearest earlier one that it has; undefined where nothing of it can be seen.
 */
export function findSpot(
  pages: readonly ComparedPage[],
  changes: ChangeList,
  entry: string,
): Spot | undefined {
  const own = findIn(pages, ({ places }) => {
    const place = places.find((candidate) => candidate.entry === entry);
    return place && toBox(place);
  });
  if (own) return own;
  const at = changes.steps.findIndex((step) => toStepKey(step) === entry);
  const nearest = changes.steps.slice(0, at + 1).toReversed();
  for (const { id } of nearest) {
    const spot = findIn(pages, ({ layout }) => findRowBox(layout, id));
    if (spot) return spot;
  }
  return undefined;
}

function findIn(
  pages: readonly ComparedPage[],
  find: (page: ComparedPage) => Box | undefined,
): Spot | undefined {
  for (const [page, each] of pages.entries()) {
    const box = find(each);
    if (box) return { page, box };
  }
  return undefined;
}

function toBox(place: ChangePlace): Box {
  if (place.kind !== 'line') return place.box;
  const xs = place.points.map(([x]) => x);
  const ys = place.points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
