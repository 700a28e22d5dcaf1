import type { Box, Cell, PageLayout, Point } from '#core/layout/geometry.ts';
import { findLongestMiddle } from '#core/layout/longestPart.ts';
import { findNext, type Pin, toPinText } from '#core/suggestions/pins.ts';
import { usePins } from '#session/react/pinBoard.ts';
import { PinMark } from '#ui/PinMark.tsx';
import { findRowBox } from './marks.ts';
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
    const point = findPoint(layout, target);
    if (point) return { page, point };
  }
  return undefined;
}

/** A row is marked at its left, everything else at its upper right corner. */
function findPoint(page: PageLayout, target: Pin['target']): Point | undefined {
  switch (target.of) {
    case 'step': {
      const row = findRowBox(page, target.step);
      return row && [row.x, row.y + row.height / 2];
    }
    case 'symbol':
      return toCorner(page.symbols.find(({ symbol }) => symbol === target.symbol));
    case 'flow':
      return findLongestMiddle(
        page.connectors.find(({ flow }) => flow === target.flow)?.points ?? [],
      );
    case 'cell':
      return toCorner(
        page.cells.find(
          (cell) =>
            cell.target?.of === 'step' &&
            cell.target.step === target.step &&
            cell.target.field === target.field,
        ),
      );
    case 'identity':
      return target.field === 'logo'
        ? toCorner(page.pictures?.[0])
        : toCorner(page.cells.find((cell) => isAbout(cell, target.field)));
  }
}

function isAbout({ target, date, list }: Cell, field: string): boolean {
  return date === field || list === field || target?.of === field;
}

function toCorner(box: Box | undefined): Point | undefined {
  return box && [box.x + box.width - 2, box.y];
}
