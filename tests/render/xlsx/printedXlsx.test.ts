import { beforeAll, describe, expect, it } from 'vitest';
import { type SceneCell, toItemLines } from '#core/export/scene.ts';
import type { Box, TextLine } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toWholeSheets } from '#core/sheets/wholeSheets.ts';
import { renderXlsx } from '#render/xlsx/renderXlsx.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import {
  hasLibreOffice,
  type PrintedPage,
  type PrintedText,
  printOfficeFiles,
} from '#tests/support/officePdf.ts';
import {
  findAstrayLines,
  findAstrayShapes,
  findUnruledCells,
  noPage,
  squeeze,
  TOLERANCE,
  toLeft,
  toPages,
} from '#tests/support/printedPlaces.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

/** Spreadsheets choose the distance of lines themselves; by so much more they may be off, in em a line. */
const OWN_DISTANCE = 0.1;

interface Sample {
  readonly name: string;
  readonly procedure: Procedure;
}

const samples: readonly Sample[] = [
  ...readExamples(),
  { name: 'f4-with-everything', procedure: withEverything() },
  { name: 'upright-in-bookman', procedure: inBookman() },
  { name: 'without-title-and-number', procedure: withoutNames() },
];

const title = hasLibreOffice
  ? 'an Excel file in LibreOffice'
  : 'an Excel file in LibreOffice, which is not installed here';

describe.skipIf(!hasLibreOffice)(title, () => {
  let printed: ReadonlyMap<string, readonly PrintedPage[]>;

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const { name, procedure } of samples)
      files[`${name}.xlsx`] = await renderXlsx(toPages(procedure), {
        title: name,
        data: toWholeSheets(procedure),
      });
    printed = await printOfficeFiles(files);
  }, 120_000);

  /** The printed pages; those of the data sheets come after. */
  const pagesOf = ({ name, procedure }: Sample) => {
    const pages = printed.get(`${name}.xlsx`) ?? [];
    return toPages(procedure).map((scene, index) => ({ scene, page: pages[index] ?? noPage }));
  };

  it.each(samples)('has each page of $name on paper of its size', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      expect(Math.abs(page.width - scene.width)).toBeLessThan(3);
      expect(Math.abs(page.height - scene.height)).toBeLessThan(3);
    }
  });

  it.each(samples)('has each symbol of $name where the page has it', (sample) => {
    for (const { scene, page } of pagesOf(sample))
      expect(findAstrayShapes(scene, page)).toEqual([]);
  });

  it.each(samples)('leads each arrow of $name as the page does', (sample) => {
    for (const { scene, page } of pagesOf(sample)) expect(findAstrayLines(scene, page)).toEqual([]);
  });

  it.each(samples)('rules the tables of $name where the page does', (sample) => {
    for (const { scene, page } of pagesOf(sample))
      expect(findUnruledCells(scene, page)).toEqual([]);
  });

  it.each(samples)(
    'has the words of each cell of $name where the page has them, none broken',
    (sample) => {
      for (const { scene, page } of pagesOf(sample)) {
        const cells = scene.items.filter((item) => item.kind === 'cell');
        const mark = scene.items.find((item) => item.kind === 'text' && item.role === 'mark');
        const words = toWords(page).filter(
          ({ text }) => mark?.kind !== 'text' || text !== mark.text,
        );
        expect(cells.flatMap((cell) => findCellProblem(cell, words))).toEqual([]);
      }
    },
  );

  it.each(samples)('has each label and caption of $name where the page has it', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const loose = scene.items.filter(
        (item) => item.kind !== 'cell' && !(item.kind === 'text' && item.role === 'mark'),
      );
      const lines = loose.flatMap(toItemLines);
      // A PDF sets a mark that crosses a line of text into that line.
      const texts = page.texts.filter(({ text }) => text !== 'DRAF');
      expect(lines.flatMap((line) => findLineProblem(line, { ...page, texts }))).toEqual([]);
    }
  });
});

/** Each word with about its place: a PDF may set the texts of two cells in one run. */
function toWords({ texts }: PrintedPage): readonly PrintedText[] {
  return texts.flatMap(({ text, x, y, width }) =>
    [...text.matchAll(/\S+/g)].map(([word], index, all) => {
      const share = width / text.length;
      return { text: word, x: x + (all[index]?.index ?? 0) * share, y, width: word.length * share };
    }),
  );
}

function findCellProblem(cell: SceneCell, all: readonly PrintedText[]): readonly string[] {
  if (toItemLines(cell).length === 0) return [];
  const own = textsIn(cell, all);
  const words = own.map(({ text }) => text);
  const wanted = cell.paragraphs.flatMap(({ marker, text }) =>
    `${marker?.text ?? ''} ${text}`.trim().split(/\s+|(?<=\/)/),
  );
  // Words that a break at a slash left whole on either side count as one.
  if (squeeze(...words) !== squeeze(...wanted)) return [`${wanted.join(' ')}: ${words.join(' ')}`];
  return findPlaceProblem(cell, toTextLines(own));
}

interface PlacedLine {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** What is wrong with the places of a cell's lines. */
function findPlaceProblem(cell: SceneCell, lines: readonly PlacedLine[]): readonly string[] {
  const all = toItemLines(cell);
  const sizes = new Map(all.map(({ y, size }) => [y, size]));
  const wanted = joinLines(
    all.map((line) => ({ left: toLeft(line), right: toLeft(line) + line.width, y: line.y })),
  );
  // Another program may break lines elsewhere; then the first one, or the middle of all, has its place.
  const isAlike = wanted.length === lines.length;
  const pairs = isAlike || cell.valign === 'top' ? wanted : [toMiddle(wanted)];
  const printed = isAlike || cell.valign === 'top' ? lines : [toMiddle(lines)];
  return pairs.slice(0, isAlike ? undefined : 1).flatMap((line, index) => {
    const other = printed[index];
    const size = sizes.get(line.y) ?? 0;
    const above = cell.valign === 'top' ? index : (pairs.length - 1) / 2;
    const ways = other && [
      cell.align === 'start' ? other.left - line.left : 0,
      cell.align === 'middle' ? (other.left + other.right - line.left - line.right) / 2 : 0,
      Math.max(0, Math.abs(other.y - line.y) - above * OWN_DISTANCE * size),
    ];
    const isInPlace = ways?.every((way) => Math.abs(way) <= TOLERANCE);
    return isInPlace ? [] : [`${all[0]?.text}, line ${index + 1}: off by ${ways}`];
  });
}

function toTextLines(texts: readonly PrintedText[]): readonly PlacedLine[] {
  return joinLines(texts.map(({ x, width, y }) => ({ left: x, right: x + width, y })));
}

/** Pieces on one baseline as one line, from top to bottom. */
function joinLines(pieces: readonly PlacedLine[]): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (const piece of pieces.toSorted((one, other) => one.y - other.y)) {
    const last = lines.at(-1);
    if (!last || piece.y - last.y > 1) lines.push(piece);
    else
      lines[lines.length - 1] = {
        left: Math.min(last.left, piece.left),
        right: Math.max(last.right, piece.right),
        y: last.y,
      };
  }
  return lines;
}

function toMiddle(lines: readonly PlacedLine[]): PlacedLine {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return { left: 0, right: 0, y: 0 };
  return { ...first, y: (first.y + last.y) / 2 };
}

function textsIn({ x, y, width, height }: Box, texts: readonly PrintedText[]) {
  return texts
    .filter(
      (text) =>
        text.x + text.width / 2 > x &&
        text.x + text.width / 2 < x + width &&
        text.y > y &&
        text.y < y + height + TOLERANCE,
    )
    .toSorted((one, other) => (Math.abs(one.y - other.y) > 1 ? one.y - other.y : one.x - other.x));
}

function findLineProblem(line: TextLine, { texts }: PrintedPage): readonly string[] {
  const left = toLeft(line);
  const own = texts.filter(
    ({ x, y, width }) =>
      Math.abs(y - line.y) <= TOLERANCE && x < left + line.width && x + width > left,
  );
  const words = own.map(({ text }) => text);
  if (squeeze(...words) !== squeeze(line.text)) return [`${line.text}: ${words.join(' ')}`];
  const start = Math.min(...own.map(({ x }) => x));
  return Math.abs(start - left) <= TOLERANCE ? [] : [`${line.text}: at ${start}, not ${left}`];
}

/** Of generated steps, since small type and high letters meet in it. */
function inBookman(): Procedure {
  return {
    ...sampleProcedure(30, 6, 6),
    settings: { typeFamily: 'bookman', orientation: 'portrait', columnNumbers: true },
  };
}

function withoutNames(): Procedure {
  const small = smallProcedure();
  return { ...small, identity: { ...small.identity, title: '', number: '' } };
}

/** Folio, upright logo, groups, numbers of columns, a note, a mark, and the table below the identity. */
function withEverything(): Procedure {
  const example = readExample('permohonan-informasi-publik');
  return {
    ...example,
    actors: example.actors.map((actor, index) => (index < 2 ? { ...actor, group: 'Desk' } : actor)),
    settings: {
      paper: 'f4',
      columnNumbers: true,
      startsOnIdentityPage: true,
      draftMark: true,
      cover: true,
      decreePage: true,
      tableNote: 'Keterangan: waktu dihitung dalam hari kerja.',
    },
  };
}
