import type { Identity } from '#core/model/procedure.ts';
import { type FormalPage, findYear } from './coverPage.ts';
import {
  type FormalPart,
  type FormalRow,
  placeRows,
  splitRow,
  toFormalPart,
  toFormalRow,
  toHeight,
  toSpace,
} from './formalRow.ts';
import type { Box } from './geometry.ts';
import { toPrintedDate } from './printedDate.ts';
import type { TextStyle } from './text/measureText.ts';
import type { FontWeight, TypeFamily } from './text/widthTable.ts';
import { LINE_HEIGHT } from './textBlock.ts';

interface DecreePlan {
  readonly identity: Identity;
  readonly family: TypeFamily;
  readonly width: number;
  readonly size: number;
}

const LOGO_SIZE = 66;
const LOGO_GAP = 10;
/** Free between position and name, for signature and stamp. */
const SIGNATURE_HEIGHT = 62;
/** Tried from the largest on until the decree fits on one page. */
const sizes = [12, 11.5, 11, 10.5, 10, 9.5];
/** What nobody knows yet is filled in by hand. */
const BLANK = '.'.repeat(24);
const LONG_BLANK = '.'.repeat(72);

/**
 * The decision that puts the SOP into force, in the form of official letters, with blanks for what
 * only the office knows. On further pages where the legal basis is long.
 */
export function layDecree(identity: Identity, box: Box, family: TypeFamily): readonly FormalPage[] {
  const drafts = sizes.map((size) => toDecreeRows({ identity, family, width: box.width, size }));
  const fitting = drafts.find((rows) => toHeight(rows) <= box.height);
  const pages = fitting ? [fitting] : toPages(drafts[2] ?? [], box);
  return pages.map((rows, index) => {
    const hasLogo = identity.logo !== undefined && index === 0;
    const x = box.x + (box.width - LOGO_SIZE) / 2;
    const place = { x, y: box.y, width: LOGO_SIZE, height: LOGO_SIZE };
    const pictures = identity.logo && hasLogo ? [{ ...place, href: identity.logo }] : [];
    return { cells: placeRows(rows, box), pictures };
  });
}

/** Rows page by page; one that doesn't fit goes on line by line. The signature stays together. */
function toPages(rows: readonly FormalRow[], box: Box): readonly (readonly FormalRow[])[] {
  const pages: FormalRow[][] = [[]];
  const waiting = [...rows];
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    const page = pages.at(-1) ?? [];
    const free = box.height - toHeight(page);
    const most = Math.min(Math.floor(free / toLineHeight(row)), countLines(row) - 1);
    const isWhole = toHeight([row, ...toFollowers(row, waiting)]) <= free;
    const isSplit = !isWhole && !row.keepsNext && most >= 1;
    if (isWhole || (page.length === 0 && !isSplit)) {
      page.push(row);
      continue;
    }
    const [first, rest] = isSplit ? splitRow(row, most) : [undefined, row];
    if (first) page.push(first);
    pages.push([]);
    waiting.unshift(rest);
  }
  return pages;
}

/** The rows that must stand on the page of this one. */
function toFollowers(row: FormalRow, waiting: readonly FormalRow[]): readonly FormalRow[] {
  if (!row.keepsNext) return [];
  const end = waiting.findIndex(({ keepsNext }) => !keepsNext);
  return waiting.slice(0, end + 1);
}

function countLines({ parts }: FormalRow): number {
  return Math.max(0, ...parts.map(({ lines }) => lines.length));
}

function toLineHeight({ parts }: FormalRow): number {
  return Math.max(1, ...parts.map(({ style }) => style.size * LINE_HEIGHT));
}

function toDecreeRows(plan: DecreePlan): readonly FormalRow[] {
  const { identity, size } = plan;
  const title = identity.title.trim() || LONG_BLANK;
  const position = identity.approver.position.trim() || BLANK;
  const [TITLE, POSITION] = [title.toUpperCase(), position.toUpperCase()];
  const subject = `PENETAPAN STANDAR OPERASIONAL PROSEDUR ${TITLE}`;
  return [
    ...(identity.logo ? [toSpace(LOGO_SIZE + LOGO_GAP, plan.width)] : []),
    toCentred(`KEPUTUSAN ${POSITION}`, plan),
    toCentred(`NOMOR ${BLANK} TAHUN ${findYear(identity) ?? '........'}`, plan, size * 0.6),
    toCentred('TENTANG', plan, size * 0.6),
    toCentred(subject, plan, size),
    toCentred(`${POSITION},`, plan, size),
    ...toClauses('Menimbang', toReasons(title, position), plan),
    ...toClauses('Mengingat', toLegalBasis(identity), plan),
    toSpace(size * 0.4, plan.width),
    { ...toCentred('MEMUTUSKAN:', plan, size * 0.6), keepsNext: true },
    toClause('Menetapkan', `KEPUTUSAN ${POSITION} TENTANG ${subject}.`, plan),
    ...toRulings(identity, title).map(([label, text]) => toClause(label, text, plan)),
    toSpace(size, plan.width),
    ...toSignature(plan, POSITION),
  ];
}

interface Clause {
  readonly marker: string;
  readonly text: string;
}

function toReasons(title: string, position: string): readonly Clause[] {
  const named = `Standar Operasional Prosedur ${title}`;
  return [
    {
      marker: 'a.',
      text: `bahwa agar tugas dilaksanakan secara tertib, terukur, dan dapat dipertanggungjawabkan, diperlukan ${named};`,
    },
    {
      marker: 'b.',
      text: `bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan ${position} tentang Penetapan ${named};`,
    },
  ];
}

function toLegalBasis({ legalBasis }: Identity): readonly Clause[] {
  const known = legalBasis.map((text) => text.trim().replace(/[;.,\s]+$/, '')).filter(Boolean);
  const texts = known.length > 0 ? known : [LONG_BLANK, LONG_BLANK];
  return texts.map((text, index) => ({ marker: `${index + 1}.`, text: `${text};` }));
}

function toRulings({ number }: Identity, title: string): readonly (readonly [string, string])[] {
  const named = `Standar Operasional Prosedur ${title}`;
  const numbered = number.trim() === '' ? named : `${named} Nomor ${number.trim()}`;
  return [
    [
      'KESATU',
      `Menetapkan ${numbered} sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.`,
    ],
    [
      'KEDUA',
      'Standar Operasional Prosedur sebagaimana dimaksud dalam Diktum KESATU menjadi pedoman bagi setiap pelaksana dalam menjalankan tugasnya.',
    ],
    ['KETIGA', 'Keputusan ini mulai berlaku pada tanggal ditetapkan.'],
  ];
}

function toStyle({ family, size }: DecreePlan, weight: FontWeight = 'regular'): TextStyle {
  return { size, family, weight };
}

function toCentred(text: string, plan: DecreePlan, spaceBelow = 0): FormalRow {
  const place = { x: 0, width: plan.width, style: toStyle(plan), align: 'middle' } as const;
  return toFormalRow([toFormalPart(text, place)], spaceBelow);
}

/** A label with its lettered or numbered clauses below each other. */
function toClauses(
  label: string,
  clauses: readonly Clause[],
  plan: DecreePlan,
): readonly FormalRow[] {
  return clauses.map(({ marker, text }, index) =>
    toClauseRow(index === 0 ? label : '', text, { plan, marker, indent: plan.size * 1.9 }),
  );
}

function toClause(label: string, text: string, plan: DecreePlan): FormalRow {
  return toClauseRow(label, text, { plan, indent: 0 });
}

function toClauseRow(
  label: string,
  text: string,
  {
    plan,
    marker,
    indent,
  }: { readonly plan: DecreePlan; readonly marker?: string; readonly indent: number },
): FormalRow {
  const { size, width } = plan;
  const [labelWidth, colonWidth] = [size * 7.4, size * 1.2];
  const style = toStyle(plan);
  const left = labelWidth + colonWidth;
  const texts: readonly FormalPart[] = [
    toFormalPart(label, { x: 0, width: labelWidth, style }),
    toFormalPart(label === '' ? '' : ':', { x: labelWidth, width: colonWidth, style }),
    toFormalPart(text, {
      ...{ x: left, width: width - left, style, indent },
      ...(marker !== undefined && { marker }),
    }),
  ];
  return toFormalRow(texts, size * 0.35);
}

/** Place, date, position, room for the signature, and name, in the right half. */
function toSignature(plan: DecreePlan, POSITION: string): readonly FormalRow[] {
  const { identity, width, size } = plan;
  const x = width * 0.5;
  const row = (text: string, spaceBelow = 0, weight: FontWeight = 'regular') =>
    toFormalRow(
      [
        toFormalPart('', { x: 0, width: x, style: toStyle(plan) }),
        toFormalPart(text, { x, width: width - x, style: toStyle(plan, weight), maxLines: 4 }),
      ],
      spaceBelow,
    );
  const date = identity.effectiveOn === null ? BLANK : toPrintedDate(identity.effectiveOn);
  return [
    { ...row(`Ditetapkan di ${BLANK}`), keepsNext: true },
    { ...row(`pada tanggal ${date}`, size * 0.5), keepsNext: true },
    { ...row(`${POSITION},`, SIGNATURE_HEIGHT), keepsNext: true },
    row(identity.approver.name.trim() || BLANK, 0, 'bold'),
  ];
}
