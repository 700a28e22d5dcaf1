import type { StepText } from '#core/model/procedure.ts';
import type { ShapedStep } from './shapedStep.ts';
import type { TableStyle } from './tableStyle.ts';
import type { ShapedText } from './text/shapeText.ts';
import { LINE_HEIGHT } from './textBlock.ts';

export type TextWidths = Readonly<Record<StepText, number>>;

interface Sharing {
  /** The texts of each step. */
  readonly steps: readonly ShapedStep[];
  readonly style: TableStyle;
  /** Height that rows have anyway, for their symbols. */
  readonly rowHeight: number;
}

/** Steps that are looked at, evenly chosen: enough to tell which column needs how much. */
const SAMPLE = 120;
/** Widths grow by this much at a time, in pt: small edits then leave most columns alone. */
const PORTION = 6;
/** Wrapped lines are never quite full. */
const RAGGED = 1.12;

const fields = ['activity', 'requirements', 'duration', 'output', 'notes'] as const;

/**
 * Gives `rest` pt to the text columns, a portion at a time to the one that makes the rows lowest.
 * Returns the widths and what no row needs.
 */
export function shareWidths(
  least: TextWidths,
  rest: number,
  { steps, style, rowHeight }: Sharing,
): { readonly widths: TextWidths; readonly unused: number } {
  const widths = { ...least };
  const rows = sample(steps);
  const heights: (readonly number[])[] = fields.map((field) =>
    rows.map((row) => toHeight(row[field], widths[field], style)),
  );
  let unused = rest;
  while (unused >= PORTION) {
    const best = findBest({ widths, heights, rows, style, rowHeight });
    if (!best) break;
    widths[fields[best.index] ?? 'activity'] += PORTION;
    heights[best.index] = best.heights;
    unused -= PORTION;
  }
  return { widths, unused };
}

function sample(steps: readonly ShapedStep[]): readonly ShapedStep[] {
  const every = Math.ceil(steps.length / SAMPLE);
  return every <= 1 ? steps : steps.filter((_, index) => index % every === 0);
}

interface Trial {
  readonly widths: TextWidths;
  /** By field, then row. */
  readonly heights: readonly (readonly number[])[];
  readonly rows: readonly ShapedStep[];
  readonly style: TableStyle;
  readonly rowHeight: number;
}

function findBest(
  trial: Trial,
): { readonly index: number; readonly heights: readonly number[] } | undefined {
  const { widths, rows, style } = trial;
  let best: { index: number; heights: readonly number[]; gain: number } | undefined;
  for (const [index, field] of fields.entries()) {
    const wider = rows.map((row) => toHeight(row[field], widths[field] + PORTION, style));
    const gain = toGain(trial, index, wider);
    if (gain > 0.01 && (!best || gain > best.gain)) best = { index, heights: wider, gain };
  }
  return best;
}

/** How much lower the rows get; what no longer is a row's highest text counts a little as well. */
function toGain({ heights, rowHeight }: Trial, index: number, wider: readonly number[]): number {
  let gain = 0;
  for (const [row, height] of wider.entries()) {
    const before = heights[index]?.[row] ?? 0;
    let others = rowHeight;
    for (const [other, column] of heights.entries())
      if (other !== index) others = Math.max(others, column[row] ?? 0);
    gain += Math.max(others, before) - Math.max(others, height);
    gain += (Math.max(rowHeight, before) - Math.max(rowHeight, height)) * 0.2;
  }
  return gain;
}

function toHeight(text: ShapedText, width: number, style: TableStyle): number {
  if (text.longestLine <= 0) return 0;
  const { size } = style.cellText;
  const room = Math.max(1, width - 2 * style.padX) / size;
  let lines = 0;
  for (const words of text.paragraphs) {
    let length = 0;
    for (const word of words) length += word.width + text.spaceWidth;
    lines += Math.max(1, (length * (length > room ? RAGGED : 1)) / room);
  }
  return lines * size * LINE_HEIGHT + 2 * style.padY;
}
