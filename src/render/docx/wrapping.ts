import type { SceneCell, SceneParagraph } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { isStretched } from './textStyles.ts';

/** How far the text's width may differ from the page's, in pt. */
const MOST_SHIFT = 1;

/** Beyond the widest line, so that rounding breaks nothing. */
const LEAST_ROOM = 0.3;

/**
 * The width in which a cell's text breaks where the page breaks it, in pt: as far as possible both from
 * its widest line and from where the next word would fit, since every program measures a little
 * differently.
 */
export function toWrapWidth(cell: SceneCell, family: TypeFamily): number {
  const room = cell.width - 2 * cell.padding.x;
  let widest = 0;
  let overflow = Number.POSITIVE_INFINITY;
  for (const { lines } of cell.paragraphs)
    for (const [index, line] of lines.entries()) {
      const end = toLead(cell, line) + line.width;
      widest = Math.max(widest, end);
      const wider = end + toNextWidth(line, lines[index + 1], family);
      overflow = Math.min(overflow, isStretched(line.size) ? wider * STRETCHED : wider);
    }
  const middle = overflow === Number.POSITIVE_INFINITY ? room : (widest + overflow) / 2;
  const near = Math.min(room + MOST_SHIFT, Math.max(room - MOST_SHIFT, middle));
  return Math.max(near, Math.min(widest + LEAST_ROOM, cell.width));
}

/** LibreOffice sets stretched letters this much narrower. */
const STRETCHED = 0.985;

/** From the edge of the cell's text to where a line begins; only lines at the left have one. */
export function toLead({ x, padding, align }: SceneCell, line: TextLine): number {
  return align === 'start' ? Math.max(0, line.x - x - padding.x) : 0;
}

/** How much wider the line would be with the next one's first word. */
function toNextWidth(line: TextLine, next: TextLine | undefined, family: TypeFamily): number {
  if (!next || next.start === 'paragraph') return Number.POSITIVE_INFINITY;
  const { size, weight } = line;
  const [word = ''] = next.text.split(' ');
  if (next.start === undefined) return measureText(` ${word}`, { size, weight, family });
  // After a slash or hyphen the next part is tried, inside a word the next letter.
  const part = /[-/]$/.test(line.text) ? /^[^-/]*[-/]?/.exec(word)?.[0] : Array.from(word)[0];
  return measureText(part ?? '', { size, weight, family });
}

/** Word breaks no line after a slash by itself; this has no width and lets it. */
const BREAK = '\u200b';

/**
 * The paragraph's text, with a place to break where the page breaks it after a slash, and a line break
 * where Word would set more on a line than the page does.
 */
export function toBreakableText(
  { text, lines }: SceneParagraph,
  cell: SceneCell,
  family: TypeFamily,
): string {
  if (lines.length < 2) return text;
  const room = toWrapWidth(cell, family);
  return lines.reduce((whole, line, index) => {
    const next = lines[index + 1];
    if (!next) return whole + line.text;
    if (next.start === 'inside-word')
      return whole + line.text + (line.text.endsWith('/') ? BREAK : '');
    const end = toLead(cell, line) + line.width;
    return `${whole}${line.text}${isPulledUp(next, { line, end, room, family }) ? '\n' : ' '}`;
  }, '');
}

/** Programs break a word after each hyphen, the page only where it must. */
const HYPHENATED = /^[^\s-]+-(?=[^\s-])/;

interface LineRoom {
  readonly line: TextLine;
  /** Where it ends, and where its text must, in pt. */
  readonly end: number;
  readonly room: number;
  readonly family: TypeFamily;
}

/** Whether the first part of the next line's hyphenated word would be set at a line's end. */
function isPulledUp(
  next: TextLine,
  { line: { size, weight }, end, room, family }: LineRoom,
): boolean {
  const [part] = HYPHENATED.exec(next.text) ?? [];
  if (part === undefined) return false;
  return end + measureText(` ${part}`, { size, weight, family }) <= room + MOST_SHIFT;
}
