import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import { foldSuggestions } from '#core/suggestions/foldSuggestions.ts';
import { findNext, toPins, toPinText } from '#core/suggestions/pins.ts';
import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';
import { noteTarget } from '#core/suggestions/targets.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { entryBy, suggest, taken } from '#tests/support/suggesting.ts';

const procedure = smallProcedure();

function suggestAbout(...targets: readonly SuggestionTarget[]) {
  const entries = targets.map((target, index) => {
    const edit = suggest('Perbaiki', { target, place: noteTarget(procedure, target) });
    return taken(`a${index + 1}`, entryBy('dewi', edit), index + 1);
  });
  return foldSuggestions(entries).list;
}

function procedureAfter(edit: Edit) {
  const result = applyEdit(procedure, edit);
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}

describe('toPins', () => {
  it('gathers what is about one place, and leaves out what is about the whole', () => {
    const list = suggestAbout(
      { of: 'symbol', symbol: 's2' },
      { of: 'whole' },
      { of: 'cell', step: 'check', field: 'duration' },
      { of: 'symbol', symbol: 's2' },
    );

    const pins = toPins(list, procedure);

    expect(pins.map(({ key, suggestions }) => [key, toPinText(suggestions)])).toEqual([
      ['symbol:s2', '1+'],
      ['cell:duration:check', '3'],
    ]);
  });

  it('goes to the step when the arrow is gone, and away with the step', () => {
    const list = suggestAbout({ of: 'flow', flow: 'f2' });

    expect(toPins(list, procedureAfter({ type: 'removeFlow', flow: 'f2' }))).toMatchObject([
      { target: { of: 'step', step: 'check' } },
    ]);
    expect(toPins(list, procedureAfter({ type: 'removeStep', step: 'check' }))).toEqual([]);
  });
});

describe('findNext', () => {
  it('goes round the suggestions of a place', () => {
    const list = suggestAbout({ of: 'step', step: 'sign' }, { of: 'step', step: 'sign' });

    expect(findNext(list, null)).toBe('a1');
    expect(findNext(list, 'a1')).toBe('a2');
    expect(findNext(list, 'a2')).toBe('a1');
  });
});
