import type { Identity } from '#core/model/procedure.ts';
import {
  type FormalRow,
  placeRows,
  toFormalPart,
  toFormalRow,
  toHeight,
  toSpace,
} from './formalRow.ts';
import type { Box, Cell, PictureBox } from './geometry.ts';
import type { FontWeight, TypeFamily } from './text/widthTable.ts';

/** What stands on a cover or decree page. */
export interface FormalPage {
  readonly cells: readonly Cell[];
  readonly pictures: readonly PictureBox[];
}

interface CoverPlan {
  readonly identity: Identity;
  readonly family: TypeFamily;
  readonly width: number;
  /** Of the sizes of type, logo and gaps. */
  readonly scale: number;
}

const LOGO_SIZE = 104;
const LOGO_GAP = 16;
/** Long titles are easier to read in lines that are not too long, as a share of the page. */
const TEXT_SHARE = 0.78;
/** Tried from the largest on until everything fits on the page. */
const scales = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/** Halaman Judul: office at the top, name of the SOP in the middle, year and address at the foot. */
export function layCover(identity: Identity, box: Box, family: TypeFamily): FormalPage {
  const plans = scales.map((scale) => ({ identity, family, width: box.width, scale }));
  const parts = plans.map(toCoverParts);
  const fitting = parts.findIndex((each) => toHeight(each.flat()) <= box.height);
  const at = fitting < 0 ? parts.length - 1 : fitting;
  const [head = [], name = [], foot = []] = parts[at] ?? [];
  const kept = keepFitting(head, box.height - toHeight([...name, ...foot]));
  const free = box.height - toHeight([...kept, ...name, ...foot]);
  // The eye takes a little above the middle for the middle.
  const above = free * 0.42;
  const rows = [
    ...kept,
    toSpace(above, box.width),
    ...name,
    toSpace(free - above, box.width),
    ...foot,
  ];
  const size = LOGO_SIZE * (plans[at]?.scale ?? 1);
  const place = { x: box.x + (box.width - size) / 2, y: box.y, width: size, height: size };
  return {
    cells: placeRows(rows, box),
    pictures: identity.logo ? [{ ...place, href: identity.logo }] : [],
  };
}

/** The rows from the first on that fit into a height. */
function keepFitting(rows: readonly FormalRow[], height: number): readonly FormalRow[] {
  const count = rows.findIndex((_, index) => toHeight(rows.slice(0, index + 1)) > height);
  return count < 0 ? rows : rows.slice(0, count);
}

type CoverParts = readonly [
  head: readonly FormalRow[],
  name: readonly FormalRow[],
  foot: readonly FormalRow[],
];

function toCoverParts(plan: CoverPlan): CoverParts {
  const { identity, width, scale } = plan;
  const addresses = identity.unit.filter(isAddress);
  const office = identity.unit.filter((text) => text.trim() !== '' && !isAddress(text));
  const year = findYear(identity);
  return [
    [
      ...(identity.logo ? [toSpace((LOGO_SIZE + LOGO_GAP) * scale, width)] : []),
      ...office.map((text, at) =>
        toCentred(text, plan, { size: at === 0 ? 17 : 15, weight: 'bold', spaceBelow: 2 }),
      ),
    ],
    [
      toCentred('STANDAR OPERASIONAL PROSEDUR', plan, { size: 20, spaceBelow: 10 }),
      toCentred(identity.title.trim(), plan, {
        ...{ size: 28, weight: 'bold', maxLines: 7, spaceBelow: 16 },
        target: { of: 'title' },
      }),
      ...(identity.number.trim() === ''
        ? []
        : [toCentred(`Nomor: ${identity.number.trim()}`, plan, { size: 14, maxLines: 2 })]),
    ],
    [
      ...(year
        ? [toCentred(`TAHUN ${year}`, plan, { size: 15, weight: 'bold', spaceBelow: 6 })]
        : []),
      ...addresses.map((text) => toCentred(text, plan, { size: 10 })),
    ],
  ];
}

interface Centred extends Partial<Pick<Parameters<typeof toFormalPart>[1], 'target' | 'maxLines'>> {
  readonly size: number;
  readonly weight?: FontWeight;
  readonly spaceBelow?: number;
}

function toCentred(
  text: string,
  { family, width, scale }: CoverPlan,
  { size, weight = 'regular', spaceBelow = 0, maxLines = 3, target }: Centred,
): FormalRow {
  const style = { size: size * scale, weight, family };
  const x = (width * (1 - TEXT_SHARE)) / 2;
  const place = { x, width: width * TEXT_SHARE, style, align: 'middle', maxLines } as const;
  return toFormalRow(
    [toFormalPart(text, { ...place, ...(target && { target }) })],
    spaceBelow * scale,
  );
}

/** A line of the letterhead that says where the office is, not what it is called. */
function isAddress(line: string): boolean {
  return /^\s*(?:jl\b|jln\b|jalan\b|alamat\b|telp|telepon\b|email\b|laman\b|kode pos\b)/i.test(
    line,
  );
}

/** The year of the SOP: when it took effect, else when it was made, else what its number ends in. */
export function findYear({ effectiveOn, createdOn, number }: Identity): string | undefined {
  return (effectiveOn ?? createdOn)?.slice(0, 4) ?? /\b(20\d\d)\s*$/.exec(number)?.[1];
}
