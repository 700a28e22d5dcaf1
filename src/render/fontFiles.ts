import type { FontWeight, TypeFamily } from '#core/layout/text/widthTable.ts';

/** Those in TrueType or OpenType that the widths of `#core/layout/text/widthTable.ts` were measured from. */
const names = {
  arial: { name: 'Arimo', ending: 'ttf' },
  bookman: { name: 'Bonum', ending: 'otf' },
  times: { name: 'Tinos', ending: 'ttf' },
} as const satisfies Readonly<Record<TypeFamily, unknown>>;

const styles: Readonly<Record<FontWeight, string>> = { regular: 'Regular', bold: 'Bold' };

/** `web` is the same font as `whole`, smaller, as a page or an SVG file embeds it. */
export type FontPacking = 'whole' | 'web';

/** The name of a font file in `public/fonts`. */
export function toFontFile(family: TypeFamily, weight: FontWeight, packing: FontPacking): string {
  const { name, ending } = names[family];
  return `${name}-${styles[weight]}.${packing === 'web' ? 'woff2' : ending}`;
}

/** The file with the characters that the families lack. */
export function toFallbackFile(packing: FontPacking): string {
  return packing === 'web' ? 'DejaVuSans.woff2' : 'DejaVuSans.ttf';
}
