import { beforeAll, describe, expect, it } from 'vitest';
import { type Scene, toItemLines } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { renderDocx } from '#render/docx/renderDocx.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import { hasLibreOffice, type PrintedPage, printOfficeFiles } from '#tests/support/officePdf.ts';
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

const samples: readonly { readonly name: string; readonly procedure: Procedure }[] = [
  ...readExamples(),
  { name: 'f4-with-everything', procedure: withEverything() },
  { name: 'bookman-in-one-page', procedure: inOnePage() },
  { name: 'a3-with-hyphens', procedure: withHyphens() },
];

const title = hasLibreOffice
  ? 'a Word file in LibreOffice'
  : 'a Word file in LibreOffice, which is not installed here';

describe.skipIf(!hasLibreOffice)(title, () => {
  let printed: ReadonlyMap<string, readonly PrintedPage[]>;

  beforeAll(async () => {
    const files = samples.map(({ name, procedure }) => [
      `${name}.docx`,
      renderDocx(toPages(procedure), { title: name, procedure }),
    ]);
    printed = await printOfficeFiles(Object.fromEntries(files));
  }, 120_000);

  const pagesOf = ({ name, procedure }: (typeof samples)[number]) => {
    const scenes = toPages(procedure);
    const pages = printed.get(`${name}.docx`) ?? [];
    expect(pages.length).toBe(scenes.length);
    return scenes.map((scene, index) => ({ scene, page: pages[index] ?? noPage }));
  };

  it.each(samples)('has each text of $name where the page has it', (sample) => {
    for (const { scene, page } of pagesOf(sample))
      expect(toLines(scene).flatMap((line) => findTextProblem(line, page))).toEqual([]);
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
});

interface ExpectedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** All lines but the watermark's, which is drawn as a shape; an entry's first with its number. */
function toLines({ items }: Scene): readonly ExpectedLine[] {
  return items.flatMap((item): readonly ExpectedLine[] => {
    if (item.kind === 'text' && item.role === 'mark') return [];
    if (item.kind !== 'cell') return toItemLines(item).map(toExpected);
    return item.paragraphs.flatMap(({ marker, lines: [first, ...others] }) => {
      const own = first ? [first, ...others].map(toExpected) : [];
      const [start, ...rest] = own;
      if (!marker || !start) return own;
      const number = toExpected(marker);
      return [{ ...start, text: `${number.text}${start.text}`, left: number.left }, ...rest];
    });
  });
}

function toExpected(line: TextLine): ExpectedLine {
  const left = toLeft(line);
  return { text: line.text, left, right: left + line.width, y: line.y };
}

/** What is wrong with a line: it is not there, or it begins or ends elsewhere. */
function findTextProblem(line: ExpectedLine, { texts }: PrintedPage): readonly string[] {
  // A PDF may set one line in several runs.
  const own = texts.filter(
    ({ x, y, width }) =>
      Math.abs(y - line.y) <= TOLERANCE &&
      x < line.right + TOLERANCE &&
      x + width > line.left - TOLERANCE,
  );
  const words = own.map(({ text }) => text);
  if (squeeze(...words) !== squeeze(line.text)) return [`${line.text}: ${words.join(' ')}`];
  const left = Math.min(...own.map(({ x }) => x));
  const right = Math.max(...own.map(({ x, width }) => x + width));
  const isInPlace =
    Math.abs(left - line.left) <= TOLERANCE && Math.abs(right - line.right) <= TOLERANCE;
  return isInPlace ? [] : [`${line.text}: from ${left} to ${right}, not ${line.left}`];
}

/** Another paper, a group of actors, column numbers, a note, a logo-less letterhead, a draft mark. */
function withEverything(): Procedure {
  const example = readExample('penggantian-antarwaktu-dprd');
  return {
    ...example,
    actors: example.actors.map((actor, index) =>
      index < 3 ? { ...actor, group: 'Sekretariat' } : actor,
    ),
    settings: {
      paper: 'f4',
      draftMark: true,
      columnNumbers: true,
      startsOnIdentityPage: true,
      terminatorStyle: 'extra',
      tableNote: 'Waktu dihitung dalam hari kerja. '.repeat(9).trim(),
    },
  };
}

/** Words that the page keeps whole, though their first part would fit on the line before. */
function withHyphens(): Procedure {
  const example = readExample('penyusunan-dan-penetapan-sop');
  return {
    ...example,
    steps: example.steps.map((step, index) => ({
      ...step,
      activity: `Menyusun ${'di '.repeat(3 * index)}serta-merta`,
      output: `Berkas ${'di '.repeat(index)}(RKA-KL)`,
    })),
    settings: { typeFamily: 'times', paper: 'a3', typeSizePt: 9 },
  };
}

/** Cover and decree, and then identity and table on one page, in another type. */
function inOnePage(): Procedure {
  return {
    ...smallProcedure(),
    settings: {
      orientation: 'portrait',
      typeFamily: 'bookman',
      startsOnIdentityPage: true,
      cover: true,
      decreePage: true,
    },
  };
}
