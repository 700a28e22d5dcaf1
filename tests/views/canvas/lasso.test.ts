import { describe, expect, it } from 'vitest';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { toEdgePan } from '#ui/edgePan.ts';
import { findInFrame, joinSelections, toFrame } from '#views/canvas/lasso.ts';

const layout = layoutCanvas(smallProcedure());
const boxOf = (id: string) => layout.symbols.find(({ symbol }) => symbol === id);

describe('a frame over the sheet', () => {
  it('finds what it touches, drawn from whichever corner', () => {
    const [second, third] = [boxOf('s2'), boxOf('s3')];
    if (!second || !third) throw new RangeError('Two symbols are needed');
    const frame = toFrame([third.x + 5, third.y + 5], [second.x, second.y + 10]);

    expect(findInFrame(layout, frame).map(({ id }) => id)).toEqual(['s2', 's3']);
    expect(findInFrame(layout, toFrame([0, 0], [4, 4]))).toEqual([]);
  });

  it('adds to what Shift keeps, each thing once', () => {
    const first = { kind: 'symbol', id: 's1' } as const;
    const row = { kind: 'step', id: 's1' } as const;

    expect(joinSelections([first], [first, row])).toEqual([first, row]);
  });
});

describe('toEdgePan', () => {
  const frame = { x: 100, y: 50, width: 800, height: 600 };

  it('rests in the middle and moves faster the nearer the edge is', () => {
    expect(toEdgePan(frame, [500, 300])).toEqual([0, 0]);
    expect(toEdgePan(frame, [100, 300])[0]).toBeGreaterThan(toEdgePan(frame, [125, 300])[0]);
    expect(toEdgePan(frame, [1000, 700])).toEqual([-14, -14]);
  });
});
