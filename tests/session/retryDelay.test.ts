import { describe, expect, it } from 'vitest';
import { retryDelay } from '#session/retryDelay.ts';

describe('retryDelay', () => {
  it('doubles with each failure up to 15 seconds', () => {
    const delays = [0, 1, 2, 3, 6, 50].map((failures) => retryDelay(failures, 1));

    expect(delays).toEqual([300, 600, 1200, 2400, 15_000, 15_000]);
  });

  it('spreads clients over the second half of the pause', () => {
    expect(retryDelay(1, 0)).toBe(300);
    expect(retryDelay(1, 0.5)).toBe(450);
  });
});
