import { type Procedure, STEP_TEXTS, type Step, type StepText } from '#core/model/procedure.ts';
import type { StepArrangement } from './arrangeStep.ts';
import type { ExtraRoom } from './extraRoom.ts';
import { shapeStep } from './shapedStep.ts';
import { toMovedTexts } from './symbolTexts.ts';
import type { TableColumns } from './tableColumns.ts';
import type { TableStyle } from './tableStyle.ts';
import { shapeText } from './text/shapeText.ts';
import { type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT } from './textBlock.ts';

/** A row of the table with its text wrapped. */
interface TableRow {
  readonly step: Step;
  /** The step's number, from 1. */
  readonly number: number;
  readonly texts: Readonly<Record<StepText, readonly WrappedLine[]>>;
  /** What stands below the activity: texts that have no room in their symbols. */
  readonly symbolTexts: readonly WrappedSymbolText[];
  readonly arrangement: StepArrangement;
}

interface WrappedSymbolText {
  readonly symbol: string;
  readonly lines: readonly WrappedLine[];
}

/** What is never divided by a page break: a row, or some lines of one that is higher than a page. */
export interface RowPiece {
  readonly row: TableRow;
  /** Its lines: from the first up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  readonly height: number;
  /** How much higher it is when it is the first on a page: there it says that the row continues. */
  readonly lead: number;
}

/** A row, or its part on one page. */
export interface PageRow {
  readonly step: Step;
  readonly number: number;
  readonly height: number;
  readonly texts: TableRow['texts'];
  readonly symbolTexts: TableRow['symbolTexts'];
  /** Absent where the row continues: its symbols stand on the page where it begins. */
  readonly arrangement?: StepArrangement;
}

interface RowPlan {
  readonly procedure: Procedure;
  readonly arrangements: readonly StepArrangement[];
  readonly columns: TableColumns;
  readonly style: TableStyle;
  readonly extra: ExtraRoom;
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
      arrangement.above +
      arrangement.below +
      2 * toRowSpace(step, style) +
      crossings * style.clearance +
      (plan.extra.rows.get(step.id) ?? 0);
    const texts = wrapTexts(step, plan);
    const symbolTexts = wrapSymbolTexts(arrangement, plan);
    const row = { step, number: index + 1, texts, symbolTexts, arrangement };
    const lines = countLines(row);
    const height = Math.ceil(Math.max(symbols, toTextHeight(lines, style)));
    return height <= plan.maxHeight
      ? [{ row, start: 0, end: lines, height, lead: 0 }]
      : cutRow(row, symbols, style);
  });
}

/** Below a decision the label of an exit stands clear of the rule. */
function toRowSpace({ symbols }: Step, { rowSpace, labelText, clearance }: TableStyle): number {
  if (!symbols.some(({ kind }) => kind === 'decision')) return rowSpace;
  return Math.max(rowSpace, labelText.size * LINE_HEIGHT + clearance * LABEL_AIR);
}

/** What the router keeps free before a label, and a little for rounding, as a share of the clearance. */
const LABEL_AIR = 0.17;

const noSymbols: StepArrangement = { symbols: [], above: 0, below: 0, cellWidths: new Map() };

function wrapTexts(step: Step, { columns, style }: RowPlan): TableRow['texts'] {
  const shaped = shapeStep(step, style.cellText.family);
  const wrapField = (field: StepText) =>
    wrapText(shaped[field], toRoom(columns.texts[field].width, style));
  return {
    activity: wrapField('activity'),
    requirements: wrapField('requirements'),
    duration: wrapField('duration'),
    output: wrapField('output'),
    notes: wrapField('notes'),
  };
}

function wrapSymbolTexts(
  arrangement: StepArrangement,
  { procedure, columns, style }: RowPlan,
): TableRow['symbolTexts'] {
  const room = toRoom(columns.texts.activity.width, style);
  const moved = toMovedTexts(arrangement, procedure, style.cellText.family);
  return moved.map(({ symbol, shaped }) => ({ symbol, lines: wrapText(shaped, room) }));
}

/** The room for a line in a column, in em. */
function toRoom(width: number, { padX, cellText }: TableStyle): number {
  return (width - 2 * padX) / cellText.size;
}

function countLines({ texts, symbolTexts }: Pick<TableRow, 'texts' | 'symbolTexts'>): number {
  const below = symbolTexts.reduce((sum, { lines }) => sum + lines.length, 0);
  const others = STEP_TEXTS.map((field) => texts[field].length);
  return Math.max(1, texts.activity.length + below, ...others);
}

function toTextHeight(lines: number, { cellText, padY }: TableStyle): number {
  return lines * cellText.size * LINE_HEIGHT + 2 * padY;
}

/** Lines that stay together when a row is cut. */
const LINES_A_PIECE = 4;

/** Pieces of a row that is higher than a page; those on one page are joined again. */
function cutRow(row: TableRow, symbolHeight: number, style: TableStyle): readonly RowPiece[] {
  const line = style.cellText.size * LINE_HEIGHT;
  const lines = countLines(row);
  const first = Math.max(LINES_A_PIECE, Math.ceil((symbolHeight - 2 * style.padY) / line));
  const pieces: RowPiece[] = [
    { row, start: 0, end: first, height: toTextHeight(first, style), lead: 0 },
  ];
  const lead = toTextHeight(1, style);
  for (let start = first; start < lines; start += LINES_A_PIECE) {
    const end = Math.min(lines, start + LINES_A_PIECE);
    pieces.push({ row, start, end, height: (end - start) * line, lead });
  }
  return pieces;
}

/** The rows that the pieces on one page make up. */
export function joinPieces(pieces: readonly RowPiece[], style: TableStyle): readonly PageRow[] {
  const starts = pieces.flatMap(({ row }, at) => (pieces[at - 1]?.row === row ? [] : [at]));
  return starts.flatMap((start, at) => {
    const own = pieces.slice(start, starts[at + 1]);
    const [first] = own;
    if (!first) return [];
    const { step, number, texts, arrangement } = first.row;
    const end = own.at(-1)?.end ?? first.end;
    const shown = mapTexts(texts, (lines) => lines.slice(first.start, end));
    const symbolTexts = cutSymbolTexts(first.row, first.start, end);
    const height = own.reduce((sum, piece) => sum + piece.height, first.lead);
    return first.start === 0
      ? [{ step, number, height, texts: shown, symbolTexts, arrangement }]
      : [{ step, number, height, texts: toContinued(shown, style), symbolTexts }];
  });
}

/** Those of its lines that stand between two lines of the row. */
function cutSymbolTexts(
  { texts, symbolTexts }: TableRow,
  start: number,
  end: number,
): TableRow['symbolTexts'] {
  let top = texts.activity.length;
  return symbolTexts.flatMap(({ symbol, lines }) => {
    const shown = lines.slice(Math.max(0, start - top), Math.max(0, end - top));
    top += lines.length;
    return shown.length === 0 ? [] : [{ symbol, lines: shown }];
  });
}

function toContinued(texts: TableRow['texts'], { cellText }: TableStyle): TableRow['texts'] {
  const text = '(lanjutan)';
  const { longestLine: width } = shapeText(text, cellText.weight, cellText.family);
  const [first, ...rest] = texts.activity;
  const continued = first ? [{ ...first, start: 'paragraph' } as const, ...rest] : [];
  return { ...texts, activity: [{ text, width }, ...continued] };
}

function mapTexts(
  texts: TableRow['texts'],
  change: (lines: readonly WrappedLine[]) => readonly WrappedLine[],
): TableRow['texts'] {
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
