import { describe, expect, it } from 'vitest';
import { toInitials, toPersonColor } from '#ui/personColor.ts';

describe('toInitials', () => {
  it.each([
    ['Siti Rahma Dewi', 'SD'],
    ['budi', 'B'],
    ['  ', '?'],
    ['𝒜lam Öz', '𝒜Ö'],
  ])('of “%s” are %s', (name, initials) => {
    expect(toInitials(name)).toBe(initials);
  });
});

describe('toPersonColor', () => {
  it('is always the same for the same person', () => {
    expect(toPersonColor('u1')).toBe(toPersonColor('u1'));
    expect(toPersonColor('u1')).toMatch(/^#[0-9a-f]{6}$/);
  });
});
