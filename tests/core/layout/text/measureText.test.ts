import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { measureText } from '#core/layout/text/measureText.ts';
import { getWidthTable } from '#core/layout/text/widthTable.ts';

const files = [
  { family: 'arial', weight: 'regular', file: 'public/fonts/Arimo-Regular.ttf' },
  { family: 'arial', weight: 'bold', file: 'public/fonts/Arimo-Bold.ttf' },
  { family: 'bookman', weight: 'regular', file: 'public/fonts/Bonum-Regular.otf' },
  { family: 'bookman', weight: 'bold', file: 'public/fonts/Bonum-Bold.otf' },
  { family: 'times', weight: 'regular', file: 'public/fonts/Tinos-Regular.ttf' },
  { family: 'times', weight: 'bold', file: 'public/fonts/Tinos-Bold.ttf' },
] as const;

describe('measureText', () => {
  it.each(files)('knows the characters that it measures from $file', ({ file, family, weight }) => {
    const font = openSync(file);
    const style = { size: font.unitsPerEm, weight, family };
    const table = getWidthTable(family, weight);
    const characters = [...table.keys()].filter((character) => (table[character] ?? -1) >= 0);

    const wrong = characters.filter((character) => {
      const { advanceWidth } = font.glyphForCodePoint(character);
      return Math.abs(measureText(String.fromCodePoint(character), style) - advanceWidth) > 0.001;
    });

    expect(wrong).toEqual([]);
    expect(characters.filter((character) => !font.hasGlyphForCodePoint(character))).toEqual([]);
  });

  it.each(files)('adds up a sentence as $file sets it', ({ file, family, weight }) => {
    const font = openSync(file);
    const text = 'Menyusun Daftar Pemilih (Model A-KPU) – 100% “selesai”';

    const drawn = font.layout(text, { kern: false, liga: false }).advanceWidth / font.unitsPerEm;

    expect(measureText(text, { size: 8, weight, family })).toBeCloseTo(drawn * 8, 6);
  });

  it('measures what a family lacks as the fallback font draws it, or the sign for it', () => {
    const fallback = openSync('public/fonts/DejaVuSans.ttf');
    const widthOf = (character: string) =>
      (fallback.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth * 10) /
      fallback.unitsPerEm;
    const measure = (text: string) =>
      measureText(text, { size: 10, weight: 'bold', family: 'times' });

    expect(measure('☑')).toBeCloseTo(widthOf('☑'), 9);
    expect(measure('😀')).toBeCloseTo(widthOf('😀'), 9);
    expect(measure('選')).toBeCloseTo(widthOf('\ufffd'), 9);
    expect(measure('👩‍👩‍👧')).toBeCloseTo(3 * widthOf('\ufffd'), 9);
    expect(measure('e\u0301')).toBeCloseTo(measure('e'), 9);
  });
});
