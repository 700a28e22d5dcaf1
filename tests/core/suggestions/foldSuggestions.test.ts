import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEntry, type FiledEntry, foldSuggestions } from '#core/suggestions/foldSuggestions.ts';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import { decide, entryBy, reply, suggest, taken, unsent } from '#tests/support/suggesting.ts';

describe('suggestions', () => {
  it('are numbered as they arrived, those that did not arrive yet behind them', () => {
    const { list } = foldSuggestions([
      unsent('late', entryBy('ani', suggest('C'), '2026-01-01T00:00:00.000Z')),
      taken('second', entryBy('ani', suggest('B'), '2026-01-01T00:00:00.000Z'), 7),
      taken('first', entryBy('budi', suggest('A'), '2026-06-01T00:00:00.000Z'), 2),
    ]);

    expect(list.map(({ number, text, isSent }) => [number, text, isSent])).toEqual([
      [1, 'A', true],
      [2, 'B', true],
      [3, 'C', false],
    ]);
  });

  it('have the name and time that the server says, once it does', () => {
    const { list } = foldSuggestions([
      taken('a', entryBy('ani', suggest('A')), 1),
      unsent('b', entryBy('budi', suggest('B'))),
      taken('c', entryBy(null, suggest('C')), 2),
    ]);

    const facts = list.map(({ author, createdAt }) => [author?.name, createdAt]);
    expect(facts).toEqual([
      ['Bapak ani', '2026-06-02T02:00:00.000Z'],
      [undefined, '2026-06-02T02:00:00.000Z'],
      ['as budi says', '2026-06-02T01:00:00.000Z'],
    ]);
  });

  it('keep both of two decisions, and go by the one that arrived last', () => {
    const add = taken('a', entryBy('ani', suggest('A')), 1);
    const no = taken('no', entryBy('cici', decide('a', 'rejected', { reason: 'Sudah ada' })), 2);
    const yes = taken('yes', entryBy('dedi', decide('a', 'accepted')), 3);

    const [suggestion] = foldSuggestions([yes, add, no]).list;

    expect(suggestion?.status).toBe('accepted');
    expect(
      suggestion?.decisions.map(({ by, outcome, reason }) => [by.id, outcome, reason]),
    ).toEqual([
      ['cici', 'rejected', 'Sudah ada'],
      ['dedi', 'accepted', ''],
    ]);
  });

  it('are reworded by their author while they are open, and keep what they said', () => {
    const add = taken('a', entryBy('ani', suggest('A')), 1);
    const reword = (by: string, text: string) =>
      entryBy(by, { type: 'reword', suggestion: 'a', text });

    const [suggestion] = foldSuggestions([
      add,
      taken('1', reword('ani', 'A!'), 2),
      taken('2', reword('budi', 'mine'), 3),
      taken('3', entryBy('cici', decide('a', 'deferred')), 4),
      taken('4', reword('ani', 'too late'), 5),
      taken('5', entryBy('cici', decide('a', 'open')), 6),
      taken('6', reword('ani', 'A?'), 7),
    ]).list;

    expect(suggestion?.text).toBe('A?');
    expect(suggestion?.earlierTexts).toEqual(['A', 'A!']);
  });

  it('leave out what is about nothing', () => {
    expect(
      foldSuggestions([
        taken('r', entryBy('ani', reply('gone', 'Setuju')), 1),
        taken('d', entryBy('ani', decide('gone', 'accepted')), 2),
      ]).list,
    ).toEqual([]);
  });

  it('are the same for everybody, and the same one entry at a time', () => {
    fc.assert(
      fc.property(arbitraryEntries, fc.integer(), (entries, seed) => {
        const shuffled = [...entries].sort((a, b) => hash(a.id, seed) - hash(b.id, seed));
        const folded = foldSuggestions(entries);

        expect(foldSuggestions(shuffled)).toEqual(folded);
        expect(entries.reduce(addEntry, foldSuggestions([]))).toEqual(folded);
      }),
      { numRuns: 200 },
    );
  });
});

/** An edit by number of the entry that it is about. */
const arbitraryEdit: fc.Arbitrary<(about: string) => SuggestionEdit> = fc.oneof(
  fc.string().map((text) => () => suggest(text)),
  fc.string().map((text) => (about: string) => reply(about, text)),
  fc
    .constantFrom('open', 'accepted', 'rejected', 'deferred')
    .map((outcome) => (about: string) => decide(about, outcome)),
  fc.constant((suggestion: string) => ({ type: 'reword', suggestion, text: 'again' }) as const),
  fc.boolean().map((isAllowed) => () => ({ type: 'allowAnonymous', isAllowed }) as const),
);

/** In the order in which they arrived; none is about a later one. */
const arbitraryEntries: fc.Arbitrary<readonly FiledEntry[]> = fc
  .array(fc.tuple(fc.constantFrom('ani', 'budi', 'cici'), arbitraryEdit, fc.nat(100)), {
    maxLength: 30,
  })
  .map((all) =>
    all.map(([by, toEdit, about], index) =>
      taken(`e${index}`, entryBy(by, toEdit(`e${about % Math.max(index, 1)}`)), index + 1),
    ),
  );

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193), seed);
}
