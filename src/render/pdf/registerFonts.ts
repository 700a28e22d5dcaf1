import type { FontBytes } from '#render/renderTools.ts';

// The layout measured without kerning and ligatures, so the text is set without them.
const features = { kern: false, liga: false, clig: false };

/** Each letter of Latin is one glyph, whatever rules the font has; the soft hyphen would be hidden. */
const PLAIN = /^[\u0020-\u00ac\u00ae-\u024f\u2010-\u2027]*$/;

/** Makes the fonts known as `regular`, `bold` and, where it is needed, `fallback`. */
export function registerFonts(document: PDFKit.PDFDocument, fonts: FontBytes): void {
  for (const [name, bytes] of Object.entries(fonts)) {
    document.registerFont(name, bytes);
    // Told with each text instead, pdfkit would shape every word of it four times, remembering none.
    const font = document.font(name)._font;
    const layoutRun = font.layoutRun.bind(font);
    // Plain text needs none of the font's rules, whose reading and use take most of the time.
    font.layoutRun = (text) =>
      PLAIN.test(text) ? toPlainRun(font, text) : layoutRun(text, features);
  }
}

function toPlainRun({ font, scale }: PDFKit.EmbeddedFont, text: string): PDFKit.GlyphRun {
  const glyphs = font.glyphsForString(text);
  const positions = glyphs.map(({ advanceWidth }) => {
    const width = advanceWidth * scale;
    return { xAdvance: width, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: width };
  });
  const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  return { glyphs, positions, advanceWidth };
}
