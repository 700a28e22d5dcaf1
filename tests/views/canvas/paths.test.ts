import { describe, expect, it } from 'vitest';
import { toArrowPath, toEdgeMiddles, toHeadPath, toMiddle } from '#views/canvas/paths.ts';

describe('toArrowPath', () => {
  it('rounds the corners', () => {
    expect(
      toArrowPath(
        [
          [0, 0],
          [0, 50],
          [80, 50],
        ],
        false,
      ),
    ).toBe('M0,0L0,46Q0,50 4,50L80,50');
  });

  it('rounds no further than halfway along a short piece', () => {
    expect(
      toArrowPath(
        [
          [0, 0],
          [0, 4],
          [80, 4],
        ],
        false,
      ),
    ).toBe('M0,0L0,2Q0,4 2,4L80,4');
  });

  it('ends inside the head, whose tip is the last point', () => {
    const points = [
      [0, 0],
      [0, 50],
    ] as const;

    expect(toArrowPath(points, true)).toBe('M0,0L0,45.1');
    expect(toHeadPath(points)).toMatch(/^M0,50L/);
  });

  it('draws nothing for a single point', () => {
    expect(toArrowPath([[3, 3]], true)).toBe('');
  });
});

describe('toMiddle', () => {
  it('is halfway along the line, not between its ends', () => {
    expect(
      toMiddle([
        [0, 0],
        [0, 30],
        [10, 30],
      ]),
    ).toEqual([0, 20]);
  });
});

describe('toEdgeMiddles', () => {
  it('goes round clockwise from the top', () => {
    expect(toEdgeMiddles({ x: 10, y: 20, width: 40, height: 20 })).toEqual([
      [30, 20],
      [50, 30],
      [30, 40],
      [10, 30],
    ]);
  });
});
