import type { SceneCell } from '#core/export/scene.ts';
import type { TextLine } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { toCellLines } from './cellLines.ts';
import { lineShapes } from './lineShapes.ts';

/** From the upper edge of a cell to its first line, in pt. */
export const CELL_TOP = 1.5;
/** So much below the middle of a cell stands what is in the middle of it, in pt. */
const BELOW_MIDDLE = 0.7;
/** A text at the top stays there, for whoever adds lines to it, unless the middle is so much nearer. In pt. */
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
  const lines = toOwnLines(cell, family);
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

/** The lines as the program sets them, and where. */
function toOwnLines(cell: SceneCell, family: TypeFamily): readonly OwnLine[] {
  const { height, ascent } = lineShapes[family];
  let top = 0;
  return toCellLines(cell, family).map(({ line, distance, highest }) => {
    const own = { line, top: top + (highest - line.size) * ascent };
    top += (highest + (distance - 1) * line.size) * height;
    return own;
  });
}
