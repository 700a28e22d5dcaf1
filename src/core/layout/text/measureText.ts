import { type FontWeight, getFallbackTable, getWidthTable, type TypeFamily } from './widthTable.ts';

/** How a text is set: the family's file, and the size in pt. */
export interface TextStyle {
  readonly size: number;
  readonly weight: FontWeight;
  readonly family: TypeFamily;
}

/** Advance width in pt of one line of text, without kerning. */
export function measureText(text: string, { size, weight, family }: TextStyle): number {
  return measureEm(text, getWidthTable(family, weight)) * size;
}

/** Advance width in em; what the font has no glyph for counts as the fallback font draws it. */
export function measureEm(text: string, table: Float64Array): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const known = table[text.charCodeAt(index)] ?? -1;
    if (known >= 0) width += known;
    else {
      const character = text.codePointAt(index) ?? 0;
      if (character > 0xffff) index += 1;
      width += measureFallback(character);
    }
  }
  return width;
}

/** Drawn for what no shipped font has. */
export const REPLACEMENT = '\ufffd';

function measureFallback(character: number): number {
  if (isInvisible(character)) return 0;
  const table = getFallbackTable();
  const width = table[character] ?? -1;
  return width >= 0 ? width : (table[REPLACEMENT.charCodeAt(0)] ?? 1);
}

/** Joiners, variation selectors, direction marks and combining marks add nothing to a line. */
export function isInvisible(character: number): boolean {
  return (
    character < 0x20 ||
    (character >= 0x0300 && character <= 0x036f) ||
    (character >= 0x0591 && character <= 0x05bd) ||
    (character >= 0x064b && character <= 0x065f) ||
    (character >= 0x200b && character <= 0x200f) ||
    (character >= 0x202a && character <= 0x202e) ||
    (character >= 0x2060 && character <= 0x206f) ||
    (character >= 0x20d0 && character <= 0x20ff) ||
    (character >= 0xfe00 && character <= 0xfe0f) ||
    character === 0xfeff ||
    (character >= 0x1f3fb && character <= 0x1f3ff) ||
    (character >= 0xe0000 && character <= 0xe01ef)
  );
}
