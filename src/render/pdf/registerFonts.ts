import type { FontBytes } from '#render/renderTools.ts';

// The layout measured without kerning and ligatures, so the text is set without them.
const features = { kern: false, liga: false, clig: false };

/** Makes the fonts known as `regular`, `bold` and, where it is needed, `fallback`. */
export function registerFonts(document: PDFKit.PDFDocument, fonts: FontBytes): void {
  for (const [name, bytes] of Object.entries(fonts)) {
    document.registerFont(name, bytes);
    // Told with each text instead, pdfkit would shape every word of it four times, remembering none.
    const font = document.font(name)._font;
    const layoutRun = font.layoutRun.bind(font);
    font.layoutRun = (text) => layoutRun(text, features);
  }
}
