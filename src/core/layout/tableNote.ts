import type { Box, Caption } from './geometry.ts';
import type { TableStyle } from './tableStyle.ts';
import type { TextStyle } from './text/measureText.ts';
import { shapeText } from './text/shapeText.ts';
import { clipLines, type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT, placeLines } from './textBlock.ts';

/** The line under the table, wrapped, with the height that it takes. */
export interface TableNote {
  readonly lines: readonly WrappedLine[];
  readonly style: TextStyle;
  readonly height: number;
}

const GAP = 4;
const MAX_LINES = 6;

export function toTableNote(text: string, width: number, { cellText }: TableStyle): TableNote {
  const shaped = shapeText(text, cellText.weight, cellText.family);
  const maxWidth = width / cellText.size;
  const lines = clipLines(wrapText(shaped, maxWidth), MAX_LINES, { shaped, maxWidth });
  const height = lines.length === 0 ? 0 : GAP + lines.length * cellText.size * LINE_HEIGHT;
  return { lines, style: cellText, height };
}

/** The note's lines, `box.y` being where the table ends. */
export function setTableNote({ lines, style }: TableNote, box: Box): readonly Caption[] {
  const area = { ...box, y: box.y + GAP };
  const placed = placeLines(lines, area, { style, align: 'start', valign: 'top' });
  return placed.map((line) => ({ ...line, role: 'note' }));
}
