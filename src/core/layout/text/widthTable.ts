import type { Settings } from '#core/model/settings.ts';
import { arimoWidths } from './arimoWidths.ts';
import { bonumWidths } from './bonumWidths.ts';
import { fallbackWidths } from './fallbackWidths.ts';
import type { FontWidths } from './fontWidths.ts';
import { tinosWidths } from './tinosWidths.ts';

export type TypeFamily = NonNullable<Settings['typeFamily']>;
export type FontWeight = 'regular' | 'bold';

/** A family is data: its widths here, its files in `public/fonts`. */
const families: Readonly<Record<TypeFamily, FontWidths>> = {
  arial: arimoWidths,
  bookman: bonumWidths,
  times: tinosWidths,
};

/** How far letters reach above and below the baseline, in em. */
export function toLineReach(family: TypeFamily): { ascent: number; descent: number } {
  const { ascent, descent, unitsPerEm } = families[family];
  return { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm };
}

type Tables = Record<FontWeight, Float64Array | undefined>;

const tables: Readonly<Record<TypeFamily, Tables>> = {
  arial: { regular: undefined, bold: undefined },
  bookman: { regular: undefined, bold: undefined },
  times: { regular: undefined, bold: undefined },
};
let fallbackTable: Float64Array | undefined;

/** Advance widths in em by UTF-16 code unit; -1 where the font has no glyph. */
export function getWidthTable(family: TypeFamily, weight: FontWeight): Float64Array {
  const known = tables[family][weight];
  if (known) return known;
  const { [weight]: packed, unitsPerEm } = families[family];
  const table = unpack(packed, unitsPerEm, 0x10000);
  tables[family][weight] = table;
  return table;
}

/** Advance widths in em by code point of the font that draws what a family lacks; -1 as above. */
export function getFallbackTable(): Float64Array {
  const { packed, unitsPerEm } = fallbackWidths;
  fallbackTable ??= unpack(packed, unitsPerEm, 0x20000);
  return fallbackTable;
}

function unpack(packed: string, unitsPerEm: number, length: number): Float64Array {
  const table = new Float64Array(length).fill(-1);
  let character = 0;
  for (const run of packed.split(';')) {
    const [gap = '', widths = ''] = run.split(':');
    character += Number.parseInt(gap, 36);
    for (const part of widths.split(' ')) {
      const [width = '', times = '1'] = part.split('*');
      const end = character + Number.parseInt(times, 36);
      table.fill(Number.parseInt(width, 36) / unitsPerEm, character, end);
      character = end;
    }
  }
  return table;
}
