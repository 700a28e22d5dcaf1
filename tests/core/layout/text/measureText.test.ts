import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { measureText } from '#core/layout/text/measureText.ts';

const weights = [
  { weight: 'regular', file: 'public/fonts/Arimo-Regular.ttf' },
  { weight: 'bold', file: 'public/fonts/Arimo-Bold.ttf' },
] as const;

describe('measureText', () => {
  it.each(weights)('knows the width of every character of $file', ({ weight, file }) => {
    const font = openSync(file);
    const style = { size: font.unitsPerEm, weight, family: 'arial' } as const;
    const characters = font.characterSet.filter((each) => each >= 0x20 && each < 0xffff);

    const wrong = characters.filter((character) => {
      const { advanceWidth } = font.glyphForCodePoint(character);
      return Math.abs(measureText(String.fromCodePoint(character), style) - advanceWidth) > 0.001;
    });

    expect(characters.length).toBeGreaterThan(3000);
    expect(wrong).toEqual([]);
  });

  it.each(weights)('adds up a sentence as $file sets it without kerning', ({ weight, file }) => {
    const font = openSync(file);
    const text = 'Menyusun Daftar Pemilih (Model A-KPU) – 100% “selesai”';

    const drawn = font.layout(text, { kern: false, liga: false }).advanceWidth / font.unitsPerEm;

    expect(measureText(text, { size: 8, weight, family: 'arial' })).toBeCloseTo(drawn * 8, 6);
  });

  it('gives characters that the font lacks the width that a fallback font needs', () => {
    const measure = (text: string) =>
      measureText(text, { size: 10, weight: 'regular', family: 'arial' });

    expect(measure('選挙')).toBe(20);
    expect(measure('🗳️')).toBe(10);
    expect(measure('👩‍👩‍👧')).toBe(30);
    expect(measure('ก')).toBe(7.5);
  });
});
