import type { Settings } from '#core/model/settings.ts';
import { arimoWidths } from './arimoWidths.ts';
import type { FontWidths } from './fontWidths.ts';

export type TypeFamily = NonNullable<Settings['typeFamily']>;
export type FontWeight = 'regular' | 'bold';

/** A family is data: its widths here, its files in `public/fonts`. */
const families: Readonly<Partial<Record<TypeFamily, FontWidths>>> = { arial: arimoWidths };

/** The family that a text is measured and drawn in: the wanted one, or Arial where it isn't shipped. */
export function toShippedFamily(wanted: TypeFamily): TypeFamily {
  return families[wanted] ? wanted : 'arial';
}

function getFamily(family: TypeFamily): FontWidths {
  return families[family] ?? arimoWidths;
}

/** How far letters reach above and below the baseline, in em. */
export function toLineReach(family: TypeFamily): { ascent: number; descent: number } {
  const { ascent, descent, unitsPerEm } = getFamily(family);
  return { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm };
}

const tables = new Map<string, Float64Array>();

/** Advance widths in em by UTF-16 code unit; -1 where the font has no glyph. */
export function getWidthTable(family: TypeFamily, weight: FontWeight): Float64Array {
  const key = `${family} ${weight}`;
  const known = tables.get(key);
  if (known) return known;
  const { [weight]: packed, unitsPerEm } = getFamily(family);
  const table = unpack(packed, unitsPerEm);
  tables.set(key, table);
  return table;
}

function unpack(packed: string, unitsPerEm: number): Float64Array {
  const table = new Float64Array(0x10000).fill(-1);
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
