import { type Procedure, STEP_TEXTS, type Step, type StepText } from '#core/model/procedure.ts';
import type { StepArrangement } from './arrangeStep.ts';
import { shapeStep } from './shapedStep.ts';
import type { TableColumns } from './tableColumns.ts';
import type { TableStyle } from './tableStyle.ts';
import { shapeText } from './text/shapeText.ts';
import { type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT } from './textBlock.ts';

/** A row of the table, or the part of one that is too high for a page. */
export interface RowPiece {
  readonly step: Step;
  /** The step's number, from 1. */
  readonly number: number;
  readonly height: number;
  readonly texts: Readonly<Record<StepText, readonly WrappedLine[]>>;
  /** Only the first piece of a row holds its symbols. */
  readonly arrangement?: StepArrangement;
}

interface RowPlan {
  readonly procedure: Procedure;
  readonly arrangements: readonly StepArrangement[];
  readonly columns: TableColumns;
  readonly style: TableStyle;
  /** The height that a page has for rows when pentagons stand above and below them. */
  readonly maxHeight: number;
}

export function toRowPieces(plan: RowPlan): readonly RowPiece[] {
  const { procedure, arrangements, style } = plan;
  const tracks = countRowTracks(procedure);
  return procedure.steps.flatMap((step, index) => {
    const arrangement = arrangements[index] ?? noSymbols;
    const crossings = Math.max(0, (tracks[index] ?? 0) + (tracks[index + 1] ?? 0) - 2) / 2;
    const symbols =
      arrangement.above + arrangement.below + 2 * style.rowSpace + crossings * style.clearance;
    const texts = wrapTexts(step, plan);
    const whole = { step, number: index + 1, texts, arrangement };
    const height = Math.ceil(Math.max(symbols, toTextHeight(texts, style)));
    return height <= plan.maxHeight
      ? [{ ...whole, height }]
      : cutRow({ ...whole, height: Math.ceil(symbols) }, plan);
  });
}

const noSymbols: StepArrangement = { symbols: [], above: 0, below: 0, cellWidths: new Map() };

function wrapTexts(step: Step, { columns, style }: RowPlan): RowPiece['texts'] {
  const shaped = shapeStep(step, style.cellText.family);
  const wrapField = (field: StepText) =>
    wrapText(shaped[field], (columns.texts[field].width - 2 * style.padX) / style.cellText.size);
  return {
    activity: wrapField('activity'),
    requirements: wrapField('requirements'),
    duration: wrapField('duration'),
    output: wrapField('output'),
    notes: wrapField('notes'),
  };
}

function toTextHeight(texts: RowPiece['texts'], style: TableStyle): number {
  const lines = Math.max(1, ...STEP_TEXTS.map((field) => texts[field].length));
  return lines * style.cellText.size * LINE_HEIGHT + 2 * style.padY;
}

/** Cuts a row that is higher than a page; each further piece says that it continues. */
function cutRow(row: RowPiece, plan: RowPlan): readonly RowPiece[] {
  const { style, maxHeight } = plan;
  const line = style.cellText.size * LINE_HEIGHT;
  const perPiece = Math.max(2, Math.floor((maxHeight - 2 * style.padY) / line));
  const pieces: RowPiece[] = [];
  let rest = row.texts;
  while (pieces.length === 0 || STEP_TEXTS.some((field) => rest[field].length > 0)) {
    const isFirst = pieces.length === 0;
    const texts = isFirst ? rest : { ...rest, activity: [continued(style), ...rest.activity] };
    const taken = mapTexts(texts, (lines) => lines.slice(0, perPiece));
    const least = isFirst ? row.height : 0;
    const { arrangement: _, ...bare } = row;
    pieces.push({
      ...(isFirst ? row : bare),
      texts: taken,
      height: Math.ceil(Math.max(least, toTextHeight(taken, style))),
    });
    rest = mapTexts(texts, (lines) => lines.slice(perPiece));
  }
  return pieces;
}

function continued({ cellText }: TableStyle): WrappedLine {
  const text = '(lanjutan)';
  return { text, width: shapeText(text, cellText.weight, cellText.family).longestLine };
}

function mapTexts(
  texts: RowPiece['texts'],
  change: (lines: readonly WrappedLine[]) => readonly WrappedLine[],
): RowPiece['texts'] {
  return {
    activity: change(texts.activity),
    requirements: change(texts.requirements),
    duration: change(texts.duration),
    output: change(texts.output),
    notes: change(texts.notes),
  };
}

/**
 * How many arrows need a horizontal track above each row (the last entry: below the last row):
 * those that change columns, counted where they leave downwards or arrive from above.
 */
function countRowTracks({ steps, flows }: Procedure): Int32Array {
  const places = new Map(
    steps.flatMap(({ symbols }, row) => symbols.map(({ id, actor }) => [id, { row, actor }])),
  );
  const tracks = new Int32Array(steps.length + 2);
  const merged = new Set<string>();
  for (const { from, to } of flows) {
    const source = places.get(from);
    const target = places.get(to);
    if (!source || !target || (source.actor === target.actor && target.row === source.row + 1))
      continue;
    // Arrows into one symbol share the last part of their way.
    if (!merged.has(to)) tracks[target.row] = (tracks[target.row] ?? 0) + 1;
    merged.add(to);
    if (target.row !== source.row + 1) tracks[source.row + 1] = (tracks[source.row + 1] ?? 0) + 1;
  }
  return tracks;
}
