/** What pdfkit can do beyond what its published types say. */
declare namespace PDFKit {
  interface PDFStructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
  }

  interface PDFDocument {
    /** The catalog. */
    readonly _root: { readonly data: Record<string, unknown> };
    /** The font that texts are set in now. */
    readonly _font: EmbeddedFont;
  }

  interface EmbeddedFont {
    /** What fontkit read of the file. */
    readonly font: { glyphsForString(text: string): readonly Glyph[] };
    /** From the font's units to thousandths of an em. */
    readonly scale: number;
    layoutRun(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
  }

  interface Glyph {
    readonly id: number;
    /** In the font's units. */
    readonly advanceWidth: number;
  }

  interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
    readonly advanceWidth: number;
  }

  /** In thousandths of an em. */
  interface GlyphPosition {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
    readonly advanceWidth: number;
  }

  namespace Mixins {
    interface StructureElementOptions {
      /** Left, top, right and bottom, from the upper left corner of the current page. */
      readonly bbox?: readonly [number, number, number, number];
    }
  }
}
