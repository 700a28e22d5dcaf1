declare module 'fontkit' {
  interface Font {
    readonly unitsPerEm: number;
    /** Code points that have a glyph. */
    readonly characterSet: readonly number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
    layout(
      text: string,
      features: Readonly<Record<string, boolean>>,
    ): {
      readonly advanceWidth: number;
    };
  }

  export function openSync(path: string): Font;
}
