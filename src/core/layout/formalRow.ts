import type { TextTarget } from '#core/edit/edit.ts';
import type { Cell, TextLine } from './geometry.ts';
import { measureText, type TextStyle } from './text/measureText.ts';
import { type ShapedText, shapeText } from './text/shapeText.ts';
import { clipLines, type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT, placeLines } from './textBlock.ts';

/** A row of a cover or decree page: texts beside each other, without rules. */
export interface FormalRow {
  readonly height: number;
  readonly parts: readonly FormalPart[];
  /** It stands on the same page as the next row. */
  readonly keepsNext?: boolean;
}

/** One text of a row, wrapped. */
export interface FormalPart {
  /** From the left edge of the page's content, in pt. */
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly align: TextLine['anchor'];
  readonly lines: readonly WrappedLine[];
  /** "a.", before the first line. */
  readonly marker?: string;
  /** Room for the marker, left of all lines. */
  readonly indent: number;
  /** Free on both sides, so that the lines of a centred text are about equally long. */
  readonly inset: number;
  readonly target?: TextTarget;
}

interface FormalText extends Pick<FormalPart, 'x' | 'width' | 'style' | 'marker' | 'target'> {
  readonly align?: TextLine['anchor'];
  readonly indent?: number;
  /** What doesn't fit into so many lines is cut. */
  readonly maxLines?: number;
}

/** Lines after which even the longest text is cut. */
const MOST_LINES = 400;

export function toFormalPart(
  text: string,
  { align = 'start', indent = 0, maxLines = MOST_LINES, ...rest }: FormalText,
): FormalPart {
  const { width, style } = rest;
  const shaped = shapeText(text, style.weight, style.family);
  const widest = (width - indent) / style.size;
  const maxWidth = align === 'middle' ? toEvenWidth(shaped, widest) : widest;
  const lines = clipLines(wrapText(shaped, maxWidth), maxLines, { shaped, maxWidth });
  return { ...rest, align, indent, lines, inset: ((widest - maxWidth) * style.size) / 2 };
}

/** Longer texts are no headings. */
const MOST_EVEN_LINES = 8;

/** The narrowest width, in em, in which a text has no more lines than in the widest one. */
function toEvenWidth(shaped: ShapedText, widest: number): number {
  const count = wrapText(shaped, widest).length;
  if (count < 2 || count > MOST_EVEN_LINES) return widest;
  let [low, high] = [Math.max(widest / 2, Math.min(widest, shaped.longestPart)), widest];
  for (let round = 0; round < 8; round += 1) {
    const middle = (low + high) / 2;
    if (wrapText(shaped, middle).length <= count) high = middle;
    else low = middle;
  }
  return high;
}

export function toFormalRow(parts: readonly FormalPart[], spaceBelow = 0): FormalRow {
  const heights = parts.map(({ lines, style }) => lines.length * style.size * LINE_HEIGHT);
  return { parts, height: Math.max(0, ...heights) + spaceBelow };
}

/** White space, as a row. */
export function toSpace(height: number, width: number): FormalRow {
  const style: TextStyle = { size: 6, weight: 'regular', family: 'arial' };
  return { height, parts: [toFormalPart('', { x: 0, width, style })] };
}

export function toHeight(rows: readonly FormalRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** The cells of rows below each other, from a corner on. */
export function placeRows(
  rows: readonly FormalRow[],
  { x, y }: { readonly x: number; readonly y: number },
): readonly Cell[] {
  let top = y;
  return rows.flatMap((row) => {
    const cells = row.parts.map((part) => toCell(part, { x, y: top, height: row.height }));
    top += row.height;
    return cells;
  });
}

function toCell(
  part: FormalPart,
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
): Cell {
  const { lines, style, align, indent, inset, marker, target } = part;
  const box = { x: x + part.x, y, width: part.width, height };
  const area = { ...box, x: box.x + indent, width: box.width - indent };
  const [hanging] = marker ? setMarker(marker, { style, area: box }) : [];
  return {
    ...{ role: 'page', ...box, border: false, align, valign: 'top', padding: { x: inset, y: 0 } },
    lines: placeLines(lines, area, { style, align, valign: 'top' }),
    ...(hanging && { marker: hanging }),
    ...(target && { target }),
  };
}

function setMarker(
  text: string,
  { style, area }: { readonly style: TextStyle; readonly area: Parameters<typeof placeLines>[1] },
): readonly TextLine[] {
  const line = { text, width: measureText(text, { ...style, size: 1 }) };
  return placeLines([line], area, { style, align: 'start', valign: 'top' });
}

/** The first lines of a row, and what is left of it. */
export function splitRow(row: FormalRow, count: number): readonly [FormalRow, FormalRow] {
  const first = row.parts.map((part) => ({ ...part, lines: part.lines.slice(0, count) }));
  const rest = row.parts.map(({ marker: _, target: __, ...part }) => ({
    ...part,
    lines: part.lines.slice(count),
  }));
  const space = row.height - toFormalRow(row.parts).height;
  return [toFormalRow(first), toFormalRow(rest, space)];
}
