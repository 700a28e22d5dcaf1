import type { FontWeight, TypeFamily } from '#core/layout/text/widthTable.ts';

/** Those that the widths of `#core/layout/text/widthTable.ts` were measured from. */
const names: Readonly<Record<TypeFamily, string>> = {
  arial: 'Arimo',
  bookman: 'Arimo',
  times: 'Arimo',
};

const styles: Readonly<Record<FontWeight, string>> = { regular: 'Regular', bold: 'Bold' };

/** The name of a font file in `public/fonts`; `woff2` is the same font, smaller. */
export function toFontFile(
  family: TypeFamily,
  weight: FontWeight,
  ending: 'ttf' | 'woff2' = 'ttf',
): string {
  return `${names[family]}-${styles[weight]}.${ending}`;
}
