import { describe, expect, it } from 'vitest';
import { moveDivider, toDividerShare } from '#app/editor/dividerShare.ts';

describe('toDividerShare', () => {
  it.each([
    [0.37, 0.37],
    ['0.4', 0.4],
    [0.01, 0.2],
    [1.5, 0.8],
    ['', 0.5],
    ['lebar', 0.5],
    [Number.NaN, 0.5],
  ])('takes %s as %s', (value, share) => {
    expect(toDividerShare(value)).toBe(share);
  });
});

describe('moveDivider', () => {
  it('moves by the arrow keys, to both ends, and by no other key', () => {
    expect(moveDivider(0.5, 'ArrowRight')).toBeCloseTo(0.55);
    expect(moveDivider(0.5, 'ArrowLeft')).toBeCloseTo(0.45);
    expect(moveDivider(0.5, 'Home')).toBe(0.2);
    expect(moveDivider(0.5, 'End')).toBe(0.8);
    expect(moveDivider(0.5, 'a')).toBeUndefined();
  });
});
