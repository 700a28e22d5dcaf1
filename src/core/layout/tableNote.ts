import type { Box, Caption } from './geometry.ts';
import type { TableStyle } from './tableStyle.ts';
import type { TextStyle } from './text/measureText.ts';
import { shapeText } from './text/shapeText.ts';
import { clipLines, type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT, placeLines } from './textBlock.ts';

/** The lines under the table, wrapped, with the height that they take. */
export interface TableNote {
  readonly lines: readonly WrappedLine[];
  readonly style: TextStyle;
  readonly height: number;
  /** Whether a part of it has no room. */
  readonly isCut: boolean;
}

const GAP = 4;
/** It takes no more of a page, so that rows have room above it. */
const MAX_SHARE = 0.5;

export function toTableNote(
  text: string,
  { width, height: pageHeight }: Box,
  { cellText }: TableStyle,
): TableNote {
  const shaped = shapeText(text, cellText.weight, cellText.family);
  const maxWidth = width / cellText.size;
  const lineHeight = cellText.size * LINE_HEIGHT;
  const all = wrapText(shaped, maxWidth);
  const most = Math.max(1, Math.floor((pageHeight * MAX_SHARE - GAP) / lineHeight));
  const lines = clipLines(all, most, { shaped, maxWidth });
  const height = lines.length === 0 ? 0 : GAP + lines.length * lineHeight;
  return { lines, style: cellText, height, isCut: all.length > most };
}

/** The note's lines, `box.y` being where the table ends. */
export function setTableNote({ lines, style }: TableNote, box: Box): readonly Caption[] {
  const area = { ...box, y: box.y + GAP };
  const placed = placeLines(lines, area, { style, align: 'start', valign: 'top' });
  return placed.map((line) => ({ ...line, role: 'note' }));
}
