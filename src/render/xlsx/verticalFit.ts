import type { SceneCell } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { countBreaks } from './cellText.ts';
import { type LineShape, lineShapes } from './lineShapes.ts';

/** From the upper edge of a cell to its first line, in pt. */
export const CELL_TOP = 1.5;
/** So much below the middle of a cell stands what is in the middle of it, in pt. */
const BELOW_MIDDLE = 0.7;
/** A text at the top stays there where another program breaks its lines elsewhere. In pt. */
const CLEARLY = 0.4;

export interface VerticalFit {
  readonly align: 'top' | 'middle';
  /** How far a line stands from its place then, at most, in pt. */
  readonly error: number;
}

/**
 * The alignment that puts the lines of a cell nearest to their places: cells of a spreadsheet know no
 * padding, and set lines a little closer.
 */
export function toVerticalFit(cell: SceneCell, family: TypeFamily): VerticalFit {
  const shape = lineShapes[family];
  const lines = toOwnLines(cell, shape);
  const last = lines.at(-1);
  const height = last ? last.top + last.line.size * shape.height : 0;
  const errorFrom = (start: number) =>
    lines.reduce((most, { line, top }) => {
      const baseline = cell.y + start + top + line.size * shape.ascent;
      return Math.max(most, Math.abs(baseline - line.y));
    }, 0);
  const top: VerticalFit = { align: 'top', error: errorFrom(CELL_TOP) };
  const start = (cell.height - height) / 2 + BELOW_MIDDLE;
  const middle: VerticalFit = { align: 'middle', error: errorFrom(start) };
  if (cell.valign === 'middle') return middle;
  // The table's rows are lowered as a whole, which is what their texts at the top need.
  const isTop = cell.place?.table === 'steps' || top.error - middle.error < CLEARLY;
  return isTop ? top : middle;
}

interface OwnLine {
  readonly line: TextLine;
  /** Below the top of the first line. */
  readonly top: number;
}

/** The lines as the program sets them, and where: space between paragraphs is blank lines. */
function toOwnLines({ paragraphs }: SceneCell, { height }: LineShape): readonly OwnLine[] {
  const own: OwnLine[] = [];
  for (const line of paragraphs.flatMap((paragraph) => paragraph.lines)) {
    const above = own.at(-1);
    const breaks = above ? countBreaks(above.line, line) : 0;
    own.push({ line, top: (above?.top ?? 0) + breaks * line.size * height });
  }
  return own;
}
