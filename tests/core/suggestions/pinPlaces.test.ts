import { describe, expect, it } from 'vitest';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { foldSuggestions } from '#core/suggestions/foldSuggestions.ts';
import { findPinPoint, findStepSuggestions, placePins } from '#core/suggestions/pinPlaces.ts';
import { toPins } from '#core/suggestions/pins.ts';
import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';
import { noteTarget } from '#core/suggestions/targets.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { entryBy, suggest, taken } from '#tests/support/suggesting.ts';

const procedure = smallProcedure();

function pinsAbout(...targets: readonly SuggestionTarget[]) {
  const entries = targets.map((target, index) => {
    const edit = suggest('Perbaiki', { target, place: noteTarget(procedure, target) });
    return taken(`a${index + 1}`, entryBy('dewi', edit), index + 1);
  });
  return toPins(foldSuggestions(entries).list, procedure);
}

const numbersOf = (suggestions: readonly { readonly number: number }[]) =>
  suggestions.map(({ number }) => number);

describe('placePins', () => {
  it('lets what comes to one point share a flag, by number, and leaves out what is not drawn', () => {
    const pins = pinsAbout(
      { of: 'step', step: 'check' },
      { of: 'identity', field: 'title' },
      { of: 'symbol', symbol: 's1' },
      { of: 'cell', step: 'check', field: 'duration' },
    );

    const placed = placePins(pins, (target) => {
      if (target.of === 'identity') return undefined;
      return target.of === 'symbol' ? [9, 9] : [1, 2];
    });

    expect(placed.map(({ point, suggestions }) => [point, numbersOf(suggestions)])).toEqual([
      [
        [1, 2],
        [1, 4],
      ],
      [[9, 9], [3]],
    ]);
  });
});

describe('findStepSuggestions', () => {
  it('gathers what is about the step, its cells, its symbols and its exits, and nothing else', () => {
    const [exit] = procedure.flows.filter(({ from }) => from === 's2');
    const pins = pinsAbout(
      { of: 'flow', flow: exit?.id ?? '' },
      { of: 'step', step: 'sign' },
      { of: 'symbol', symbol: 's2' },
      { of: 'cell', step: 'check', field: 'output' },
      { of: 'identity', field: 'title' },
      { of: 'step', step: 'check' },
    );

    expect(numbersOf(findStepSuggestions(pins, procedure, 'check'))).toEqual([1, 3, 4, 6]);
  });
});

describe('findPinPoint', () => {
  it('marks a row at its left, and a cell at its upper right corner', () => {
    const page = layoutDocument(procedure).pages.find(({ kind }) => kind === 'flowchart');
    const cell = page?.cells.find(
      ({ target }) =>
        target?.of === 'step' && target.step === 'check' && target.field === 'duration',
    );
    const row = page?.rows.find(({ step }) => step === 'check');
    if (!page || !cell || !row) throw new RangeError('The page has no such row');

    expect(findPinPoint(page, { of: 'cell', step: 'check', field: 'duration' })).toEqual([
      cell.x + cell.width - 2,
      cell.y,
    ]);
    const left = Math.min(...page.cells.map(({ x }) => x));
    expect(findPinPoint(page, { of: 'step', step: 'check' })).toEqual([
      left,
      row.y + row.height / 2,
    ]);
    expect(findPinPoint(page, { of: 'step', step: 'gone' })).toBeUndefined();
  });
});
