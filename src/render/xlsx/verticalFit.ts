import type { SceneCell } from '#core/export/scene.ts';

/** From the upper edge of a cell to its first line, and from there to the baseline, in pt and in em. */
export const CELL_TOP = 1.5;
export const ASCENT = 0.905;
/** Distance of two baselines where a program chooses it, in em. */
const OWN_LINE_HEIGHT = 1.12;
/** So much below the middle of a cell stands what is in the middle of it, in pt. */
const BELOW_MIDDLE = 0.7;
/** A text at the top stays there where another program breaks its lines elsewhere. In pt. */
const CLEARLY = 0.75;

export interface VerticalFit {
  readonly align: 'top' | 'middle';
  /** How far a line stands from its place then, at most, in pt. */
  readonly error: number;
}

/**
 * The alignment that puts the lines of a cell nearest to their places: cells of a spreadsheet know no
 * padding, and set lines a little closer.
 */
export function toVerticalFit(cell: SceneCell): VerticalFit {
  const lines = cell.paragraphs.flatMap((paragraph) => paragraph.lines);
  const height = lines.reduce((sum, { size }) => sum + size * OWN_LINE_HEIGHT, 0);
  const errorFrom = (start: number) => {
    let top = cell.y + start;
    return lines.reduce((most, { y, size }) => {
      const error = Math.abs(top + size * ASCENT - y);
      top += size * OWN_LINE_HEIGHT;
      return Math.max(most, error);
    }, 0);
  };
  const top: VerticalFit = { align: 'top', error: errorFrom(CELL_TOP) };
  const start = (cell.height - height) / 2 + BELOW_MIDDLE;
  const middle: VerticalFit = { align: 'middle', error: errorFrom(start) };
  if (cell.valign === 'middle') return middle;
  // The table's rows are lowered as a whole, which is what their texts at the top need.
  const isTop = cell.place?.table === 'steps' || top.error - middle.error < CLEARLY;
  return isTop ? top : middle;
}
