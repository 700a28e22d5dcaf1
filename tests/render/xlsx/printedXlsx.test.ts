import { beforeAll, describe, expect, it } from 'vitest';
import { toArrow } from '#core/export/outline.ts';
import { type Scene, type SceneCell, toItemLines } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { Box, TextLine } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toWholeSheets } from '#core/sheets/wholeSheets.ts';
import { toBounds } from '#render/office/drawing.ts';
import { renderXlsx } from '#render/xlsx/renderXlsx.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import {
  hasLibreOffice,
  type PrintedPage,
  type PrintedText,
  printOfficeFiles,
} from '#tests/support/officePdf.ts';

/** How far a symbol, an arrow, a rule or a text may stand from where the page has it, in pt. */
const TOLERANCE = 2;
/** Cells of a spreadsheet know no padding, so a text at an edge of its cell stands this much nearer. */
const PADDING = 4;

interface Sample {
  readonly name: string;
  readonly procedure: Procedure;
}

const samples: readonly Sample[] = [
  ...readExamples(),
  { name: 'f4-with-everything', procedure: withEverything() },
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
    for (const { scene, page } of pagesOf(sample)) {
      const shapes = scene.items.filter((item) => item.kind === 'shape');
      expect(shapes.filter((shape) => findDistance(shape, page) > TOLERANCE)).toEqual([]);
    }
  });

  it.each(samples)('leads each arrow of $name as the page does', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const lines = scene.items.filter((item) => item.kind === 'polyline');
      const astray = lines.filter(({ points, strokeWidth, head }) => {
        const arrow = head ? toArrow(points, strokeWidth) : undefined;
        const parts = arrow ? [arrow.shaft, arrow.head] : [points];
        return parts.some((part) => findDistance(toBounds(part), page) > TOLERANCE);
      });
      expect(astray).toEqual([]);
    }
  });

  it.each(samples)('rules the tables of $name where the page does', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const cells = scene.items.filter((item) => item.kind === 'cell' && item.strokeWidth > 0);
      expect(cells.filter((cell) => cell.kind === 'cell' && !isRuled(cell, page))).toEqual([]);
    }
  });

  it.each(samples)('has the words of each cell of $name in it, none broken', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const cells = scene.items.filter((item) => item.kind === 'cell');
      const mark = scene.items.find((item) => item.kind === 'text' && item.role === 'mark');
      const words = toWords(page).filter(({ text }) => mark?.kind !== 'text' || text !== mark.text);
      expect(cells.flatMap((cell) => findCellProblem(cell, words))).toEqual([]);
    }
  });

  it.each(samples)('has each label and caption of $name where the page has it', (sample) => {
    for (const { scene, page } of pagesOf(sample)) {
      const loose = scene.items.filter(
        (item) => item.kind !== 'cell' && !(item.kind === 'text' && item.role === 'mark'),
      );
      const lines = loose.flatMap(toItemLines);
      expect(lines.flatMap((line) => findLineProblem(line, page))).toEqual([]);
    }
  });
});

const noPage: PrintedPage = { width: 0, height: 0, texts: [], drawn: [] };

function toPages(procedure: Procedure): readonly Scene[] {
  return toScenes(layoutDocument(procedure), procedure);
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

function findCellProblem(cell: SceneCell, all: readonly PrintedText[]): readonly string[] {
  const lines = toItemLines(cell);
  const [first] = lines;
  if (!first) return [];
  const own = textsIn(cell, all);
  const words = own.map(({ text }) => text);
  const wanted = cell.paragraphs.flatMap(({ marker, text }) =>
    `${marker?.text ?? ''} ${text}`.trim().split(/\s+|(?<=\/)/),
  );
  // Words that a break at a slash left whole on either side count as one.
  if (squeeze(words) !== squeeze(wanted)) return [`${wanted.join(' ')}: ${words.join(' ')}`];
  const top = Math.min(...own.map(({ y }) => y));
  return Math.abs(top - first.y) <= PADDING + TOLERANCE ? [] : [`${first.text}: at ${top}`];
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
  const left = line.x - { start: 0, middle: 0.5, end: 1 }[line.anchor] * line.width;
  const own = texts.filter(
    ({ x, y, width }) =>
      Math.abs(y - line.y) <= TOLERANCE && x < left + line.width && x + width > left,
  );
  const words = own.map(({ text }) => text);
  if (squeeze(words) !== squeeze([line.text])) return [`${line.text}: ${words.join(' ')}`];
  const start = Math.min(...own.map(({ x }) => x));
  return Math.abs(start - left) <= TOLERANCE ? [] : [`${line.text}: at ${start}, not ${left}`];
}

function squeeze(words: readonly string[]): string {
  return words.join('').replace(/[\s\u00a0]/g, '');
}

/** From a box to the nearest thing that is drawn in its place. */
function findDistance(box: Box, { drawn }: PrintedPage): number {
  return Math.min(
    ...drawn.map((other) =>
      Math.max(
        Math.abs(other.x - box.x),
        Math.abs(other.y - box.y),
        Math.abs(other.x + other.width - box.x - box.width),
        Math.abs(other.y + other.height - box.y - box.height),
      ),
    ),
  );
}

/** Whether something is drawn along each edge. */
function isRuled({ x, y, width, height }: Box, page: PrintedPage): boolean {
  const edges: readonly Box[] = [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ];
  return edges.every((edge) => page.drawn.some((other) => runsAlong(edge, other)));
}

function runsAlong(edge: Box, other: Box): boolean {
  const isFlat = edge.height === 0;
  const [across, start, end] = isFlat
    ? [
        other.y + other.height / 2 - edge.y,
        other.x - edge.x,
        other.x + other.width - edge.x - edge.width,
      ]
    : [
        other.x + other.width / 2 - edge.x,
        other.y - edge.y,
        other.y + other.height - edge.y - edge.height,
      ];
  return Math.abs(across) <= TOLERANCE && start <= TOLERANCE && end >= -TOLERANCE;
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
