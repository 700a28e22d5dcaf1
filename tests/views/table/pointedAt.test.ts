import { describe, expect, it } from 'vitest';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { toPrintedPages } from '#views/table/pageModel.ts';
import { findPointedAt } from '#views/table/pointedAt.ts';

describe('findPointedAt', () => {
  const page = toPrintedPages(smallProcedure()).models[1]?.layout;
  if (!page) throw new RangeError('No flowchart page');

  it('finds the symbol under the pointer before an arrow that ends there', () => {
    const box = page.symbols.find(({ symbol }) => symbol === 's2');
    if (!box) throw new RangeError('No s2');

    expect(findPointedAt(page, [box.x + box.width / 2, box.y + 1])).toEqual({
      kind: 'symbol',
      id: 's2',
    });
  });

  it('finds an arrow near its line, and nothing in an empty place', () => {
    const [start, end] = page.connectors.find(({ flow }) => flow === 'f1')?.points ?? [];
    if (!start || !end) throw new RangeError('No f1');
    const middle = [(start[0] + end[0]) / 2 + 1, (start[1] + end[1]) / 2 + 1] as const;

    expect(findPointedAt(page, middle)).toEqual({ kind: 'flow', id: 'f1' });
    expect(findPointedAt(page, [1, 1])).toBeUndefined();
  });
});
