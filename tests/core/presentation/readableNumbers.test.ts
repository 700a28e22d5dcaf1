import { describe, expect, it } from 'vitest';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { findReadableNumbers } from '#core/presentation/readableNumbers.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';

/** `count` steps, by turns in two columns. */
function longFlow(count: number) {
  const cells = Array.from({ length: count }, (_, row) => `${row % 2 ? 'B' : 'A'}${row + 1}`);
  const procedure = gridProcedure('AB', cells.join(' > '));
  const numbers = new Map(procedure.steps.map(({ id }, row) => [id, row + 1]));
  return { ...layoutCanvas(procedure), numbers };
}

describe('findReadableNumbers', () => {
  it('writes every number where there is room', () => {
    const { symbols, numbers } = longFlow(60);

    expect(findReadableNumbers({ symbols, numbers, own: new Set(), size: 24 }).size).toBe(60);
  });

  it('thins out a long flow that is drawn small: the present step, the ends, the tens stay', () => {
    const { symbols, numbers } = longFlow(60);

    const readable = findReadableNumbers({ symbols, numbers, own: new Set(['A33']), size: 300 });

    expect([...readable].slice(0, 3)).toEqual(['A33', 'A1', 'B60']);
    for (const ten of ['B10', 'B20', 'B50']) expect(readable).toContain(ten);
    expect(readable.size).toBeLessThan(40);
    const tops = symbols
      .filter(({ symbol }) => symbol.startsWith('A') && readable.has(symbol))
      .map(({ y, height }) => y + height / 2)
      .toSorted((a, b) => a - b);
    for (const [index, top] of tops.entries())
      if (index > 0) expect(top - (tops[index - 1] ?? 0)).toBeGreaterThan(300 * 0.8);
  });
});
