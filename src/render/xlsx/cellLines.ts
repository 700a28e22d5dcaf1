import type { SceneCell } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { LINE_HEIGHT } from '#core/layout/textBlock.ts';
import { lineShapes } from './lineShapes.ts';

/** A line as a cell of a spreadsheet has it. */
export interface CellLine {
  readonly line: TextLine;
  /** With the number of a list's entry, and what leads to the next line. */
  readonly runs: readonly LineRun[];
  /** How many lines further down the next one is; 0 for the last. */
  readonly distance: number;
  /** The size that decides how high the line is, in pt. */
  readonly highest: number;
}

interface LineRun {
  readonly text: string;
  readonly size: number;
}

/**
 * The lines of a cell's text, so that a program breaks them where the page does, though a cell has a
 * little more room: it gets a line break where the next word would still fit, and no other. One space
 * of a line is so large that the lines stand as far apart as on the page.
 */
export function toCellLines(cell: SceneCell, family: TypeFamily): readonly CellLine[] {
  const all = cell.paragraphs.flatMap(({ marker, lines }) => toParagraphLines(marker, lines));
  const enlarging = Math.max(0, LINE_HEIGHT / lineShapes[family].height - 1);
  let owed = 0;
  return all.map(({ line, text }, index) => {
    const next = all[index + 1];
    const end = next ? toEnd({ line, next: next.line, isLast: next.isFirst }, cell, family) : '';
    const distance = countDistance(end);
    owed += line.size * enlarging * distance;
    const share = index > 0 ? 1 : toFirstShare(all.slice(1));
    const at = owed * share === 0 ? -1 : findSpace(text, end);
    const highest = line.size + (at < 0 ? 0 : owed * share);
    if (at >= 0) owed = 0;
    return {
      line,
      runs: toRuns(text + end, at, { ordinary: line.size, highest }),
      distance,
      highest,
    };
  });
}

/**
 * The first line keeps its place beside those of other cells, or nearly, where the only other line has
 * no space.
 */
function toFirstShare([second, ...others]: readonly ParagraphLine[]): number {
  return second && others.length === 0 && !second.text.includes(' ') ? 0.5 : 0;
}

function countDistance(end: string): number {
  return end === '' ? 0 : Math.max(1, end.split('\n').length - 1);
}

/** Where the space is that may be larger: the last of the line, or before its last word. */
function findSpace(text: string, end: string): number {
  return end.startsWith(' ') ? text.length : text.lastIndexOf(' ');
}

function toRuns(
  text: string,
  at: number,
  { ordinary, highest }: { readonly ordinary: number; readonly highest: number },
): readonly LineRun[] {
  if (at < 0) return [{ text, size: ordinary }];
  return [
    { text: text.slice(0, at), size: ordinary },
    { text: text.slice(at, at + 1), size: highest },
    { text: text.slice(at + 1), size: ordinary },
  ];
}

interface ParagraphLine {
  readonly line: TextLine;
  readonly text: string;
  readonly isFirst: boolean;
}

function toParagraphLines(
  marker: TextLine | undefined,
  lines: readonly TextLine[],
): readonly ParagraphLine[] {
  const [first = marker] = lines;
  if (!first) return [];
  const lead = marker && marker !== first ? `${marker.text} ` : '';
  return [
    { line: first, text: lead + first.text, isFirst: true },
    ...lines.slice(1).map((line) => ({ line, text: line.text, isFirst: false })),
  ];
}

interface LineEnd {
  readonly line: TextLine;
  readonly next: TextLine;
  /** Of its paragraph. */
  readonly isLast: boolean;
}

function toEnd({ line, next, isLast }: LineEnd, cell: SceneCell, family: TypeFamily): string {
  // A space before the break would move a line that stands in the middle.
  const space = cell.align === 'start' ? ' ' : '';
  if (isLast) return space + '\n'.repeat(countBreaks(line, next));
  if (next.start === 'inside-word') return '\n';
  return isRoomFor(next, line, { cell, family }) ? `${space}\n` : ' ';
}

/** Space between paragraphs, as that for a signature, becomes blank lines. */
function countBreaks(above: TextLine, below: TextLine): number {
  return Math.max(1, Math.round((below.y - above.y) / (below.size * LINE_HEIGHT)));
}

/** A column may be so much wider than on the page, in pt. */
const WIDER = 0.5;

/** Whether a program could set the next line's first word, or a part of it, behind a line. */
function isRoomFor(
  next: TextLine,
  { width, size, weight, x }: TextLine,
  { cell, family }: { readonly cell: SceneCell; readonly family: TypeFamily },
): boolean {
  const [part = ''] = /^[^\s/\u2010-\u2014-]*[/\u2010-\u2014-]?/.exec(next.text) ?? [];
  const hanging = cell.align === 'start' ? Math.max(0, x - cell.x - cell.padding.x) : 0;
  const added = measureText(` ${part}`, { size, weight, family });
  return hanging + width + added <= cell.width + WIDER;
}
