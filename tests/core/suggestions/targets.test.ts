import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { foldSuggestions } from '#core/suggestions/foldSuggestions.ts';
import {
  filterSuggestions,
  listDivisions,
  listUnsettled,
  suggestionRows,
} from '#core/suggestions/listSuggestions.ts';
import { type SuggestionTarget, suggestionLimits } from '#core/suggestions/suggestion.ts';
import { captureTarget, locateTarget, noteTarget } from '#core/suggestions/targets.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { decide, entryBy, reply, suggest, taken } from '#tests/support/suggesting.ts';

const procedure = smallProcedure();
const [first, second] = procedure.steps;
const symbol = second?.symbols[0];
if (!first || !second || !symbol) throw new RangeError('The procedure is too small');

function procedureAfter(...edits: readonly Edit[]): Procedure {
  const result = applyEdit(procedure, { type: 'batch', edits });
  if (!result.ok) throw new RangeError(result.rejection.message);
  return result.procedure;
}

const about = (target: SuggestionTarget) => ({ target, place: noteTarget(procedure, target) });

describe('a target', () => {
  it('is described by its step when the suggestion is made', () => {
    expect(noteTarget(procedure, { of: 'symbol', symbol: symbol.id })).toEqual({
      step: second.id,
      row: 2,
      text: second.activity,
    });
    expect(noteTarget(procedure, { of: 'identity', field: 'title' })).toEqual({
      step: null,
      row: null,
      text: procedure.identity.title,
    });
  });

  it('is found where its step has moved', () => {
    const moved = procedureAfter({
      type: 'moveStep',
      step: second.id,
      place: { before: first.id },
    });

    for (const target of [
      { of: 'step', step: second.id },
      { of: 'cell', step: second.id, field: 'duration' },
      { of: 'symbol', symbol: symbol.id },
    ] as const)
      expect(locateTarget(moved, about(target))).toEqual({
        state: 'there',
        step: second.id,
        row: 1,
      });
  });

  it('falls back to its step, and is gone with it', () => {
    const target = about({ of: 'symbol', symbol: symbol.id });

    const withoutSymbol = procedureAfter({ type: 'removeSymbol', symbol: symbol.id });
    expect(locateTarget(withoutSymbol, target)).toEqual({
      state: 'stepOnly',
      step: second.id,
      row: 2,
    });
    const withoutStep = procedureAfter({ type: 'removeStep', step: second.id });
    expect(locateTarget(withoutStep, target)).toEqual({ state: 'removed' });
    expect(captureTarget(withoutStep, target)).toBeNull();
  });

  it('is kept as it is before and after, cut where it is very long', () => {
    const target = about({ of: 'cell', step: second.id, field: 'notes' });
    const long = procedureAfter({
      type: 'setText',
      target: { of: 'step', step: second.id, field: 'notes' },
      text: 'x'.repeat(20_000),
    });

    expect(captureTarget(procedure, target)).toEqual({ kind: 'step', row: 2, step: second });
    expect(captureTarget(long, target)).toMatchObject({
      step: { notes: `${'x'.repeat(suggestionLimits.maxSnapshotText - 1)}…` },
    });
  });
});

describe('a list of suggestions', () => {
  const { list } = foldSuggestions([
    taken(
      'a',
      {
        ...entryBy('ani', suggest('A', about({ of: 'step', step: second.id }))),
        division: 'Keuangan',
      },
      1,
    ),
    taken('b', { ...entryBy('budi', suggest('B', { mentions: ['ani'] })), division: 'Hukum' }, 2),
    taken('c', entryBy('cici', suggest('C')), 3),
    taken('r', entryBy('budi', reply('a', 'Setuju')), 4),
    taken('d1', entryBy('cici', decide('a', 'deferred', { dueOn: '2026-07-01' })), 5),
    taken('d2', entryBy('cici', decide('b', 'accepted', { reason: 'Benar' })), 6),
  ]);
  const numbers = (some: readonly { readonly number: number }[]) => some.map((each) => each.number);

  it('is filtered by state, person and division', () => {
    expect(numbers(filterSuggestions(list, {}))).toEqual([1, 2, 3]);
    expect(numbers(filterSuggestions(list, { status: 'open' }))).toEqual([3]);
    expect(numbers(filterSuggestions(list, { person: 'ani' }))).toEqual([1, 2]);
    expect(numbers(filterSuggestions(list, { person: 'budi' }))).toEqual([1, 2]);
    expect(numbers(filterSuggestions(list, { division: 'Hukum' }))).toEqual([2]);
    expect(listDivisions(list)).toEqual(['Hukum', 'Keuangan']);
  });

  it('shows its owner what is not settled, the earliest due first', () => {
    expect(numbers(listUnsettled(list))).toEqual([1, 3]);
  });

  it('becomes the rows of the minutes, also about a step that is gone', () => {
    const rows = suggestionRows(list, procedureAfter({ type: 'removeStep', step: second.id }));

    expect(rows[0]).toMatchObject({
      number: 1,
      row: 2,
      isTargetRemoved: true,
      place: second.activity,
      author: 'Bapak ani',
      division: 'Keuangan',
      replies: [{ author: 'Bapak budi', text: 'Setuju' }],
      status: 'deferred',
      decision: { dueOn: '2026-07-01' },
      earlierDecisions: [],
    });
    expect(rows[1]).toMatchObject({ row: null, isTargetRemoved: false, status: 'accepted' });
  });
});
