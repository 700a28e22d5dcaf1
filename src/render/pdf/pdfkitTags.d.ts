/** What pdfkit's tagged PDF can do beyond what its published types say. */
declare namespace PDFKit {
  interface PDFStructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
  }

  namespace Mixins {
    interface StructureElementOptions {
      /** Left, top, right and bottom, from the upper left corner of the current page. */
      readonly bbox?: readonly [number, number, number, number];
    }
  }
}
