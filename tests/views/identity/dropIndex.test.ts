import { describe, expect, it } from 'vitest';
import { toDropIndex } from '#views/identity/dropIndex.ts';

const rows = [
  { top: 0, height: 40 },
  { top: 40, height: 80 },
  { top: 120, height: 40 },
];

describe('toDropIndex', () => {
  it('stays until the edge passes the middle of the neighbour', () => {
    expect(toDropIndex(rows, 0, 30)).toBe(0);
    expect(toDropIndex(rows, 0, 45)).toBe(1);
    expect(toDropIndex(rows, 2, -30)).toBe(2);
    expect(toDropIndex(rows, 2, -45)).toBe(1);
  });

  it('goes to the ends, however far the pointer is', () => {
    expect(toDropIndex(rows, 0, 900)).toBe(2);
    expect(toDropIndex(rows, 2, -900)).toBe(0);
  });
});
