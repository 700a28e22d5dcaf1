import type { TypeFamily } from '#core/layout/text/widthTable.ts';

/**
 * CSS names, best first: the family shipped with Alur, those that look the same and are on most
 * machines, and the shipped font that draws what they lack.
 */
export const fontStacks: Readonly<Record<TypeFamily, string>> = {
  arial: "Arimo, Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif",
  bookman: "'TeX Gyre Bonum', 'Bookman Old Style', 'DejaVu Sans', serif",
  times: "Tinos, 'Times New Roman', 'Liberation Serif', 'DejaVu Sans', serif",
};
