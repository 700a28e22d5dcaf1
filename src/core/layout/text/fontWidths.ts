/** The advance widths of a type family's two files, packed by scripts/fontWidths.mjs. */
export interface FontWidths {
  readonly unitsPerEm: number;
  /** Above and below the baseline, in font units. */
  readonly ascent: number;
  readonly descent: number;
  readonly regular: string;
  readonly bold: string;
}
