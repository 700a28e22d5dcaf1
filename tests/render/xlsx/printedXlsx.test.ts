import { beforeAll, describe, expect, it } from 'vitest';
import { type Scene, type SceneCell, toItemLines } from '#core/export/scene.ts';
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

/**
 * Our stand-in for Bookman has higher lines than any page, and a spreadsheet sets them as they are: by so
 * much more each line may be off, in em.
 */
const BOOKMAN_DISTANCE = 0.1;

interface Sample {
  readonly name: string;
  readonly procedure: Procedure;
}

const samples: readonly Sample[] = [
  ...readExamples(),
  { name: 'f4-with-everything', procedure: withEverything() },
  { name: 'upright-in-bookman', procedure: inBookman() },
  { name: 'without-title-and-number', procedure: withoutNames() },
  { name: 'a3-in-times', procedure: inTimes() },
];

const draft: Sample = {
  name: 'draft',
  procedure: { ...smallProcedure(), settings: { draftMark: true } },
};

const title = hasLibreOffice
  ? 'an Excel file in LibreOffice'
  : 'an Excel file in LibreOffice, which is not installed here';

describe.skipIf(!hasLibreOffice)(title, () => {
  let printed: ReadonlyMap<string, readonly PrintedPage[]>;

  beforeAll(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const { name, procedure } of [...samples, draft])
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

  it.each(samples)('has each line of the cells of $name where the page has it', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const cells = scene.items.filter((item) => item.kind === 'cell');
      const words = toWords(page).filter((word) => !isOfMark(word));
      const drift = scene.family === 'bookman' ? BOOKMAN_DISTANCE : 0;
      expect(cells.flatMap((cell) => findCellProblem(cell, words, drift))).toEqual([]);
    }
  });

  it('has the mark in its place, though the table ends above it', () => {
    for (const { scene, page } of pagesOf(draft)) {
      const ends = scene.items.map((item) => (item.kind === 'cell' ? item.y + item.height : 0));
      expect(Math.max(...ends)).toBeLessThan(page.height * 0.7);
      expect(findMarkShift(scene, page)).toBeLessThan(10);
    }
  });

  it.each(samples)('has each label and caption of $name where the page has it', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const loose = scene.items.filter(
        (item) => item.kind !== 'cell' && !(item.kind === 'text' && item.role === 'mark'),
      );
      const lines = loose.flatMap(toItemLines);
      const texts = page.texts.filter((text) => !isOfMark(text));
      expect(lines.flatMap((line) => findLineProblem(line, { ...page, texts }))).toEqual([]);
    }
  });
});

/** How far the mark's first letter is from its place, in pt. */
function findMarkShift({ items }: Scene, { texts }: PrintedPage): number {
  const mark = items.find((item) => item.kind === 'text' && item.role === 'mark');
  const first = texts.filter(isOfMark).toSorted((one, other) => one.x - other.x)[0];
  if (mark?.kind !== 'text' || !first) return Number.POSITIVE_INFINITY;
  const angle = ((mark.rotate ?? 0) * Math.PI) / 180;
  const x = mark.x - (mark.width / 2) * Math.cos(angle);
  return Math.hypot(first.x - x, first.y - mark.y + (mark.width / 2) * Math.sin(angle));
}

/** Letters of the mark, which may come in pieces, are many times as large as all others. */
function isOfMark({ text, width }: PrintedText): boolean {
  return 'DRAF'.includes(text) && width / text.length > 30;
}

/** Each word with about its place: a PDF may set the texts of two cells in one run. */
function toWords({ texts }: PrintedPage): readonly PrintedText[] {
  return texts.flatMap(({ text, x, y, width }) =>
    [...text.matchAll(/\S+/g)].map(([word], index, all) => {
      const share = width / text.length;
      return { text: word, x: x + (all[index]?.index ?? 0) * share, y, width: word.length * share };
    }),
  );
}

/** What is wrong with the lines of a cell: their words, or their places. */
function findCellProblem(
  cell: SceneCell,
  words: readonly PrintedText[],
  drift: number,
): readonly string[] {
  const wanted = toWantedLines(cell);
  if (wanted.length === 0) return [];
  const printed = joinLines(
    textsIn(cell, words).map(({ text, x, y, width }) => ({ text, left: x, right: x + width, y })),
  );
  const [expected, read] = [wanted, printed].map((lines) => lines.map(({ text }) => text));
  if (expected?.join('|') !== read?.join('|'))
    return [`${expected?.join('|')}: printed as ${read?.join('|')}`];
  const size = toItemLines(cell)[0]?.size ?? 0;
  return wanted.flatMap((line, index) => {
    const other = printed[index] ?? line;
    const above = cell.valign === 'top' ? index : Math.abs(index - (wanted.length - 1) / 2);
    const ways = [
      cell.align === 'start' ? other.left - line.left : 0,
      cell.align === 'middle' ? (other.left + other.right - line.left - line.right) / 2 : 0,
      Math.max(0, Math.abs(other.y - line.y) - above * drift * size),
    ];
    const isInPlace = ways.every((way) => Math.abs(way) <= TOLERANCE);
    return isInPlace ? [] : [`${line.text}, line ${index + 1}: off by ${ways}`];
  });
}

interface PlacedLine {
  /** Without spaces. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The lines of a cell on the page, an entry's first with its number. */
function toWantedLines(cell: SceneCell): readonly PlacedLine[] {
  return joinLines(
    toItemLines(cell).map((line) => {
      const left = toLeft(line);
      return { text: line.text, left, right: left + line.width, y: line.y };
    }),
  );
}

/** Pieces on one baseline as one line, from top to bottom. */
function joinLines(pieces: readonly PlacedLine[]): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  const sorted = pieces.toSorted((one, other) =>
    Math.abs(one.y - other.y) > 1 ? one.y - other.y : one.left - other.left,
  );
  for (const piece of sorted) {
    const last = lines.at(-1);
    if (!last || piece.y - last.y > 1) lines.push({ ...piece, text: squeeze(piece.text) });
    else
      lines[lines.length - 1] = {
        text: squeeze(last.text, piece.text),
        left: Math.min(last.left, piece.left),
        right: Math.max(last.right, piece.right),
        y: last.y,
      };
  }
  return lines;
}

function textsIn({ x, y, width, height }: Box, texts: readonly PrintedText[]) {
  return texts.filter(
    (text) =>
      text.x + text.width / 2 > x &&
      text.x + text.width / 2 < x + width &&
      text.y > y &&
      text.y < y + height + TOLERANCE,
  );
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

/** Larger type on larger paper. */
function inTimes(): Procedure {
  const example = readExample('penyusunan-dan-penetapan-sop');
  return { ...example, settings: { typeFamily: 'times', paper: 'a3', typeSizePt: 9 } };
}

/** Of generated steps, since small type and high letters meet in it. */
function inBookman(): Procedure {
  return {
    ...sampleProcedure(30, 6, 6),
    settings: { paper: 'f4', typeFamily: 'bookman', orientation: 'portrait', columnNumbers: true },
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
