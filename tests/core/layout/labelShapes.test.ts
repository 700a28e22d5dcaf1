import { describe, expect, it } from 'vitest';
import { toLabelShapes } from '#core/layout/labelShapes.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Flow } from '#core/model/procedure.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';
import { flowchartPages } from '#tests/support/pageTexts.ts';

const style = { size: 7, weight: 'regular', family: 'arial' } as const;
const LONG = 'Tidak, dokumen pendukung belum lengkap atau tidak sesuai';

describe('toLabelShapes', () => {
  it('keeps a short label on one line', () => {
    expect(toLabelShapes('Tidak', style).map(({ lines }) => lines.length)).toEqual([1]);
  });

  it('offers a long label on more and more lines, each narrower and none breaking a word', () => {
    const shapes = toLabelShapes(LONG, style);

    expect(shapes.map(({ lines }) => lines.length)).toEqual([1, 2, 3, 4]);
    expect(shapes.map(({ width }) => width)).toEqual(
      shapes.map(({ width }) => width).toSorted((a, b) => b - a),
    );
    for (const { lines } of shapes) expect(lines.map(({ text }) => text).join(' ')).toBe(LONG);
  });

  it('gives a label of spaces no room', () => {
    expect(toLabelShapes('  ', style)).toEqual([]);
  });
});

describe('layoutDocument with long labels', () => {
  const procedure = gridProcedure(
    'ABCDE',
    'A1! > B2 > C3? >Ya D4 > E5? >Ya B6!; C3 >Tidak B2; E5 >Tidak C3',
  );
  const labelled = (label: string) => ({
    ...procedure,
    flows: procedure.flows.map(
      (flow): Flow => (flow.label === 'Tidak' ? { ...flow, label } : flow),
    ),
  });
  const drawn = flowchartPages(layoutDocument(labelled(LONG))).flatMap(({ connectors, rows }) =>
    connectors.flatMap(({ flow, points, label }) =>
      label?.text === LONG ? [{ flow, start: points[0] ?? [0, 0], label, rows }] : [],
    ),
  );

  it('breaks them into lines beside their own exit', () => {
    expect(drawn.map(({ flow }) => flow)).toEqual(['C3>B2', 'E5>C3']);
    for (const { start, label } of drawn) {
      const [x, y] = start;
      const across = Math.max(label.x - x, 0, x - label.x - label.width);
      const down = Math.max(label.y - y, 0, y - label.y - label.height);

      expect(label.lines.length).toBeGreaterThan(1);
      expect(across + down).toBeLessThan(12);
    }
  });

  it('strikes none of them out with the line between two rows', () => {
    for (const { label, rows } of drawn)
      expect(rows.filter(({ y }) => y > label.y && y < label.y + label.height)).toEqual([]);
  });
});
