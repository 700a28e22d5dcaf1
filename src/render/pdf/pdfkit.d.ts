/** What pdfkit can do beyond what its published types say. */
declare namespace PDFKit {
  interface PDFStructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
  }

  interface PDFDocument {
    /** The catalog. */
    readonly _root: { readonly data: Record<string, unknown> };
    /** The font that texts are set in now. */
    readonly _font: {
      layoutRun(text: string, features?: Readonly<Record<string, boolean>>): unknown;
    };
  }

  namespace Mixins {
    interface StructureElementOptions {
      /** Left, top, right and bottom, from the upper left corner of the current page. */
      readonly bbox?: readonly [number, number, number, number];
    }
  }
}
