import type { Point } from '#core/layout/geometry.ts';
import { findPinPoint } from '#core/suggestions/pinPlaces.ts';
import { findNext, type Pin, toPinText } from '#core/suggestions/pins.ts';
import { usePins } from '#session/react/pinBoard.ts';
import { PinMark } from '#ui/PinMark.tsx';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';

interface SuggestionPinsProps {
  readonly pages: readonly PageModel[];
  readonly placement: Placement;
}

/** Numbered flags over the pages where something is suggested. */
export function SuggestionPins({ pages, placement }: SuggestionPinsProps) {
  const { pins, picked, nameNumbers, onPick } = usePins();
  return pins.map(({ key, target, suggestions }) => {
    const place = findPlace(pages, target);
    const sheet = place && placement.pages[place.page];
    if (!place || !sheet) return null;
    const [x, y] = place.point;
    const { scale } = placement;
    return (
      <PinMark
        key={key}
        text={toPinText(suggestions)}
        label={nameNumbers(suggestions.map(({ number }) => number))}
        isPicked={suggestions.some(({ id }) => id === picked)}
        style={{
          left: sheet.x + x * scale,
          top: sheet.y + y * scale,
          transform: 'translate(-8px, -18px)',
        }}
        onPress={() => onPick(findNext(suggestions, picked))}
      />
    );
  });
}

/** The first place where the target is printed. */
function findPlace(
  pages: readonly PageModel[],
  target: Pin['target'],
): { readonly page: number; readonly point: Point } | undefined {
  for (const [page, { layout }] of pages.entries()) {
    const point = findPinPoint(layout, target);
    if (point) return { page, point };
  }
  return undefined;
}
