/// <reference path="../../src/render/pdf/pdfkit.d.ts" />
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { readFonts } from '#render/node/fonts.ts';
import { registerFonts } from '#render/pdf/registerFonts.ts';

const letters = String.fromCodePoint(
  ...Array.from({ length: 0x230 }, (_, index) => 0x20 + index).filter(
    (letter) => (letter < 0x7f || letter > 0x9f) && letter !== 0xad,
  ),
);
const pairs = 'fi ffi fl AVATAR Tokyo IJ ij Dž “kutip” – … 1/2 ½ «x»';

describe('registerFonts', () => {
  it.each([
    ['arial', 'regular'],
    ['arial', 'bold'],
    ['bookman', 'regular'],
    ['times', 'bold'],
  ] as const)('sets %s %s letter for letter as a shaper would', (family, weight) => {
    const fonts = readFonts({ family }, 'whole');
    const own = new PDFDocument({ font: '' });
    registerFonts(own, fonts);
    const shaping = new PDFDocument({ font: '' });
    shaping.registerFont(weight, fonts[weight]);
    const features = { kern: false, liga: false, clig: false };

    for (const text of [letters, pairs]) {
      const { glyphs, positions } = own.font(weight)._font.layoutRun(text);
      const shaped = shaping.font(weight)._font.layoutRun(text, features);
      expect(glyphs.map(({ id }) => id)).toEqual(shaped.glyphs.map(({ id }) => id));
      expect(positions).toEqual(shaped.positions.map((position) => ({ ...position })));
    }
  });
});
