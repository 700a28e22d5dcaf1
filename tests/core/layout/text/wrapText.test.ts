import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '#core/layout/text/measureText.ts';
import { shapeText } from '#core/layout/text/shapeText.ts';
import { clipLines, wrapText } from '#core/layout/text/wrapText.ts';

describe('wrapText', () => {
  it('breaks at spaces', () => {
    expect(wrap('Memeriksa kelengkapan berkas', 'Memeriksa kelengkapan')).toEqual([
      'Memeriksa kelengkapan',
      'berkas',
    ]);
  });

  it('keeps the lines that were typed, blank ones too', () => {
    expect(wrap('1. KTP\n\n2. KK\n', 'a very long line indeed')).toEqual(['1. KTP', '', '2. KK']);
  });

  it('breaks after a slash or hyphen only where the whole word has no room', () => {
    expect(wrap('Kota Kabupaten/Kota', 'Kabupaten/Kota')).toEqual(['Kota', 'Kabupaten/Kota']);
    expect(wrap('Kota Kabupaten/Kota', 'Kabupaten/')).toEqual(['Kota', 'Kabupaten/', 'Kota']);
    expect(wrap('informasi serta-merta', 'informasi')).toEqual(['informasi', 'serta-', 'merta']);
  });

  it('breaks no abbreviation at its slash', () => {
    expect(wrap('ditandatangani a/n', 'ditandatangani')).toEqual(['ditandatangani', 'a/n']);
  });

  it('breaks between letters only what is longer than a line', () => {
    expect(wrap('Mempertanggungjawabkan', 'Mempertang')).toEqual([
      'Mempertang',
      'gungjawabk',
      'an',
    ]);
  });

  it('tears no emoji and no accent apart', () => {
    const lines = wrap('👩‍👩‍👧👩‍👩‍👧e\u0301e\u0301', '👩‍👩‍👧');

    expect(lines).toEqual(['👩‍👩‍👧', '👩‍👩‍👧', 'e\u0301e\u0301']);
  });

  it('never makes a line too wide, loses a letter, or breaks a word that has room', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z.,()/-]{1,14}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.double({ min: 2, max: 20, noNaN: true }), (list, maxWidth) => {
        const shaped = shapeText(list.join(' '), 'regular', 'arial');
        const lines = wrapText(shaped, maxWidth);
        const whole = list.filter((word) => em(word) <= maxWidth);
        const shown = new Set(lines.flatMap(({ text }) => text.split(' ')));

        expect(lines.map(({ text }) => text.replaceAll(' ', '')).join('')).toBe(list.join(''));
        for (const { text, width } of lines) {
          expect(width).toBeCloseTo(em(text), 6);
          if (text.length > 1) expect(width).toBeLessThanOrEqual(maxWidth + 1e-5);
        }
        for (const word of whole) expect(shown).toContain(word);
      }),
      { numRuns: 200 },
    );
  });
});

describe('clipLines', () => {
  it('ends in an ellipsis that fits when lines are left out', () => {
    const shaped = shapeText('satu dua tiga empat lima', 'regular', 'arial');
    const maxWidth = em('satu dua');

    const clipped = clipLines(wrapText(shaped, maxWidth), 2, { shaped, maxWidth });

    expect(clipped.map(({ text }) => text)).toEqual(['satu dua', 'tiga…']);
    expect(Math.max(...clipped.map(({ width }) => width))).toBeLessThanOrEqual(maxWidth);
  });

  it('leaves lines alone that fit', () => {
    const shaped = shapeText('satu dua', 'regular', 'arial');
    const lines = wrapText(shaped, 100);

    expect(clipLines(lines, 1, { shaped, maxWidth: 100 })).toBe(lines);
  });
});

/** The lines of a text in a column just as wide as another text. */
function wrap(text: string, asWideAs: string): readonly string[] {
  return wrapText(shapeText(text, 'regular', 'arial'), em(asWideAs)).map((line) => line.text);
}

function em(text: string): number {
  return measureText(text, { size: 1, weight: 'regular', family: 'arial' });
}
