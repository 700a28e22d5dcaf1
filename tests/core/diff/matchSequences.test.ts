import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchSequences } from '#core/diff/matchSequences.ts';
import { findMoved, placeAmong } from '#core/diff/order.ts';

const arbitraryList = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 });

describe('matchSequences', () => {
  it('pairs equals, in order, and as many as possible', () => {
    fc.assert(
      fc.property(arbitraryList, arbitraryList, (before, after) => {
        const pairs = matchSequences(before, after);

        for (const [index, pair] of pairs.entries()) {
          expect(before[pair.before]).toBe(after[pair.after]);
          const last = pairs[index - 1] ?? { before: -1, after: -1 };
          expect(pair.before).toBeGreaterThan(last.before);
          expect(pair.after).toBeGreaterThan(last.after);
        }
        expect(pairs).toHaveLength(countCommon(before, after));
      }),
    );
  });

  it('pairs the beginning and the end where too much differs between them', () => {
    const toLong = (word: string) => Array.from({ length: 800 }, (_, index) => `${word}${index}`);

    const pairs = matchSequences(
      ['first', ...toLong('x'), 'last'],
      ['first', ...toLong('y'), 'more', 'last'],
    );

    expect(pairs).toEqual([
      { before: 0, after: 0 },
      { before: 801, after: 802 },
    ]);
  });
});

describe('findMoved', () => {
  it('moves as few as possible, so that all stand where they should', () => {
    const arbitraryOrder = fc
      .uniqueArray(fc.nat(30), { maxLength: 10 })
      .chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length }));
    fc.assert(
      fc.property(arbitraryOrder, (after) => {
        const before = after.toSorted((a, b) => a - b);
        const pairs = after.map((id, index) => ({ before: before.indexOf(id), after: index }));

        const moved = findMoved(pairs);

        const placed = moved.map((pair) => ({ at: pair.after, thing: before[pair.before] }));
        const leaving = new Set(moved.map((pair) => pair.before));
        const steady = before.filter((_, index) => !leaving.has(index));
        expect(placeAmong<number | undefined>(steady, placed)).toEqual(after);
        expect(moved).toHaveLength(after.length - countCommon(before, after));
      }),
    );
  });
});

describe('placeAmong', () => {
  it('refuses a place that does not exist', () => {
    expect(() => placeAmong(['a'], [{ at: 3, thing: 'b' }])).toThrow(RangeError);
  });
});

/** The length of the longest common subsequence, by the table of every textbook. */
function countCommon<T>(before: readonly T[], after: readonly T[]): number {
  let row = after.map(() => 0);
  for (const each of before) {
    const next: number[] = [];
    for (const [index, other] of after.entries()) {
      const diagonal = row[index - 1] ?? 0;
      next.push(each === other ? diagonal + 1 : Math.max(row[index] ?? 0, next[index - 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
