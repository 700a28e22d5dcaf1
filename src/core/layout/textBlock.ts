import type { Box, TextLine } from './geometry.ts';
import type { TextStyle } from './text/measureText.ts';
import { toLineReach } from './text/widthTable.ts';
import type { WrappedLine } from './text/wrapText.ts';

/** Distance of two baselines, in em. */
export const LINE_HEIGHT = 1.2;

export interface TextPlacement {
  readonly style: TextStyle;
  readonly align: TextLine['anchor'];
  readonly valign: 'top' | 'middle';
}

/** Sets wrapped lines into a box; the caller has seen to it that they fit. */
export function placeLines(
  lines: readonly WrappedLine[],
  box: Box,
  { style, align, valign }: TextPlacement,
): readonly TextLine[] {
  const { size, weight, family } = style;
  const { ascent, descent } = toLineReach(family);
  const lineHeight = size * LINE_HEIGHT;
  const x = box.x + box.width * anchorShare[align];
  const slack = valign === 'middle' ? (box.height - lines.length * lineHeight) / 2 : 0;
  const first = box.y + slack + (lineHeight - (ascent + descent) * size) / 2 + ascent * size;
  const placed: TextLine[] = [];
  for (const [index, { text, width: em, start }] of lines.entries()) {
    if (text === '') continue;
    const y = first + index * lineHeight;
    const line = { text, x, y, width: em * size, size, weight, anchor: align };
    placed.push(start ? { ...line, start } : line);
  }
  return placed;
}

const anchorShare = { start: 0, middle: 0.5, end: 1 } as const;
