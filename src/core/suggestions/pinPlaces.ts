import { findRowBox } from '#core/diff/changePlaces.ts';
import type { Box, Cell, PageLayout, Point } from '#core/layout/geometry.ts';
import { findLongestMiddle } from '#core/layout/longestPart.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Pin } from './pins.ts';
import type { Suggestion } from './suggestion.ts';

/** A flag where something is suggested. */
export interface PlacedPin extends Pick<Pin, 'suggestions'> {
  /** Unique among those that are placed together. */
  readonly key: string;
  readonly point: Point;
}

/**
 * Puts pins where `toPoint` says, in its unit; what it has no place for is left out. Those that come to one
 * point, such as a step and its cells where cells are not drawn, share one flag.
 */
export function placePins(
  pins: readonly Pin[],
  toPoint: (target: Pin['target']) => Point | undefined,
): readonly PlacedPin[] {
  const placed = new Map<string, PlacedPin>();
  for (const pin of pins) {
    const point = toPoint(pin.target);
    if (!point) continue;
    const key = point.join(' ');
    const suggestions = sortByNumber([...(placed.get(key)?.suggestions ?? []), ...pin.suggestions]);
    placed.set(key, { key, point, suggestions });
  }
  return [...placed.values()];
}

/**
 * Where a printed page, in pt, marks what is suggested: a row at its left, everything else at its upper right
 * corner. Undefined where the page does not have it.
 */
export function findPinPoint(page: PageLayout, target: Pin['target']): Point | undefined {
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

/** By number: what is suggested about a step, its cells, its symbols and the arrows from them. */
export function findStepSuggestions(
  pins: readonly Pin[],
  { steps, flows }: Procedure,
  step: string,
): readonly Suggestion[] {
  const symbols = new Set(steps.find(({ id }) => id === step)?.symbols.map(({ id }) => id));
  const exits = new Set(flows.filter(({ from }) => symbols.has(from)).map(({ id }) => id));
  const isOfStep = ({ target }: Pin): boolean => {
    switch (target.of) {
      case 'step':
      case 'cell':
        return target.step === step;
      case 'symbol':
        return symbols.has(target.symbol);
      case 'flow':
        return exits.has(target.flow);
      case 'identity':
        return false;
    }
  };
  return sortByNumber(pins.filter(isOfStep).flatMap(({ suggestions }) => suggestions));
}

function sortByNumber(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions.toSorted((a, b) => a.number - b.number);
}

function isAbout({ target, date, list }: Cell, field: string): boolean {
  return date === field || list === field || target?.of === field;
}

function toCorner(box: Box | undefined): Point | undefined {
  return box && [box.x + box.width - 2, box.y];
}
