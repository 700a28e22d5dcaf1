import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '#core/layout/paginate.ts';

const noBands = () => 0;

describe('paginate', () => {
  it('fills pages evenly rather than one after the other', () => {
    expect(countRows({ heights: Array(11).fill(10), capacity: 100 })).toEqual([5, 6]);
  });

  it('leaves no row alone when it can be avoided', () => {
    expect(countRows({ heights: [30, 30, 30, 30, 10], capacity: 120 })).not.toContain(1);
  });

  it('counts the room for pentagons', () => {
    const toBands = () => 20;

    expect(countRows({ heights: Array(10).fill(10), capacity: 100 })).toEqual([10]);
    expect(countRows({ heights: Array(10).fill(10), capacity: 100, toBands })).toEqual([5, 5]);
  });

  it('leaves room for the note below the last row', () => {
    expect(countRows({ heights: Array(4).fill(25), capacity: 100, tail: 10 })).toEqual([2, 2]);
  });

  it('puts fewer rows on a first page with less room', () => {
    expect(countRows({ heights: Array(6).fill(20), capacity: 100, firstCapacity: 40 })).toEqual([
      2, 4,
    ]);
  });

  it('has one empty page without rows', () => {
    expect(countRows({ heights: [], capacity: 100 })).toEqual([0]);
  });

  it('keeps every row, in order, and never overfills a page', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, (list) => {
        const pages = paginate(toPagination({ heights: list, capacity: 100 }));

        expect(pages.flatMap(({ start, end }) => list.slice(start, end))).toEqual(list);
        for (const { start, end } of pages)
          expect(list.slice(start, end).reduce((sum, height) => sum + height, 0)).toBeLessThan(101);
      }),
    );
  });
});

interface Rows {
  readonly heights: readonly number[];
  readonly capacity: number;
  readonly firstCapacity?: number;
  readonly tail?: number;
  readonly toBands?: () => number;
}

function countRows(rows: Rows): readonly number[] {
  return paginate(toPagination(rows)).map(({ start, end }) => end - start);
}

function toPagination({
  heights,
  capacity,
  firstCapacity = capacity,
  tail = 0,
  toBands = noBands,
}: Rows) {
  const rows = heights.map((height) => ({ height, lead: 0 }));
  return { rows, capacity, firstCapacity, tail, toBands };
}
