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

  it('is dark enough for white initials (WCAG 1.4.3)', () => {
    const colors = new Set(Array.from({ length: 200 }, (_, index) => toPersonColor(`u${index}`)));

    expect(colors.size).toBe(10);
    for (const color of colors)
      expect(1.05 / (luminanceOf(color) + 0.05), color).toBeGreaterThanOrEqual(4.5);
  });
});

/** Relative luminance as WCAG defines it. */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
