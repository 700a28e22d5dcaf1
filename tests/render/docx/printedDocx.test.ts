import { beforeAll, describe, expect, it } from 'vitest';
import { toArrow } from '#core/export/outline.ts';
import { type Scene, toItemLines } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { Box, Point, TextLine } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { renderDocx } from '#render/docx/renderDocx.ts';
import { toBounds } from '#render/office/drawing.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import { hasLibreOffice, type PrintedPage, printOfficeFiles } from '#tests/support/officePdf.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

/** How far a text or shape may stand from where the page, and so the PDF, has it, in pt. */
const TOLERANCE = 2;

const samples: readonly { readonly name: string; readonly procedure: Procedure }[] = [
  ...readExamples(),
  { name: 'f4-with-everything', procedure: withEverything() },
  { name: 'bookman-in-one-page', procedure: inOnePage() },
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
    for (const { scene, page } of pagesOf(sample)) {
      const shapes = scene.items.filter((item) => item.kind === 'shape');
      expect(shapes.filter((shape) => findDistance(shape, page) > TOLERANCE)).toEqual([]);
    }
  });

  it.each(samples)('leads each arrow of $name as the page does', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const lines = scene.items.filter((item) => item.kind === 'polyline');
      const astray = lines.filter(({ points, strokeWidth, head }) => {
        const shaft = head ? toArrow(points, strokeWidth)?.shaft : points;
        return findDistance(toBounds(shaft ?? points), page) > TOLERANCE;
      });
      expect(astray).toEqual([]);
    }
  });

  it.each(samples)('rules the tables of $name where the page does', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const cells = scene.items.filter((item) => item.kind === 'cell' && item.strokeWidth > 0);
      const astray = cells.filter((cell) => cell.kind === 'cell' && !isRuled(cell, page));
      expect(astray).toEqual([]);
    }
  });
});

const noPage: PrintedPage = { width: 0, height: 0, texts: [], drawn: [] };

function toPages(procedure: Procedure): readonly Scene[] {
  return toScenes(layoutDocument(procedure), procedure);
}

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

function toExpected({ text, x, y, width, anchor }: TextLine): ExpectedLine {
  const left = x - { start: 0, middle: 0.5, end: 1 }[anchor] * width;
  return { text, left, right: left + width, y };
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
  const words = own.map(({ text }) => text).join('');
  if (squeeze(words) !== squeeze(line.text)) return [`${line.text}: ${words || 'missing'}`];
  const left = Math.min(...own.map(({ x }) => x));
  const right = Math.max(...own.map(({ x, width }) => x + width));
  const isInPlace =
    Math.abs(left - line.left) <= TOLERANCE && Math.abs(right - line.right) <= TOLERANCE;
  return isInPlace ? [] : [`${line.text}: from ${left} to ${right}, not ${line.left}`];
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200b]/g, '');
}

/** From a box to the nearest thing that is drawn in its place. */
function findDistance(box: Box, { drawn }: PrintedPage): number {
  return Math.min(...drawn.map((other) => toEdgeDistance(box, other)));
}

function toEdgeDistance(box: Box, other: Box): number {
  return Math.max(
    Math.abs(other.x - box.x),
    Math.abs(other.y - box.y),
    Math.abs(other.x + other.width - box.x - box.width),
    Math.abs(other.y + other.height - box.y - box.height),
  );
}

/** Whether lines run along all four edges. */
function isRuled({ x, y, width, height }: Box, page: PrintedPage): boolean {
  const [right, bottom] = [x + width, y + height];
  const edges: readonly (readonly [Point, Point])[] = [
    [
      [x, y],
      [right, y],
    ],
    [
      [x, bottom],
      [right, bottom],
    ],
    [
      [x, y],
      [x, bottom],
    ],
    [
      [right, y],
      [right, bottom],
    ],
  ];
  return edges.every(([start, end]) => page.drawn.some((line) => isAlong(line, start, end)));
}

function isAlong(line: Box, [x0, y0]: Point, [x1, y1]: Point): boolean {
  const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const isThin = x0 === x1 ? line.width < 2 : line.height < 2;
  return (
    isThin &&
    line.x - TOLERANCE <= middleX &&
    line.x + line.width + TOLERANCE >= middleX &&
    line.y - TOLERANCE <= middleY &&
    line.y + line.height + TOLERANCE >= middleY
  );
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
