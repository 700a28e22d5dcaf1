import { STEP_TEXTS, type StepText } from '#core/model/procedure.ts';
import type { Flowchart } from './flowchart.ts';
import type { Box, Cell, RowBand } from './geometry.ts';
import type { PageRow } from './tableRows.ts';
import type { TableStyle } from './tableStyle.ts';
import { measureText } from './text/measureText.ts';
import { LINE_HEIGHT, placeLines } from './textBlock.ts';

/** A row with the room that pentagons take from it at the page's edges. */
export interface PlacedRow extends RowBand {
  readonly piece: PageRow;
  /** Where its text and symbols begin and how much room they have. */
  readonly innerY: number;
  readonly innerHeight: number;
}

/** The cells of a row: its number, one for each actor, its texts. Written out: there are very many. */
export function toRowCells({ columns, style }: Flowchart, row: PlacedRow): readonly Cell[] {
  const { step, y, height, piece } = row;
  const padding = { x: style.padX, y: style.padY };
  const number = String(piece.number);
  const text = { text: number, width: measureText(number, { ...style.cellText, size: 1 }) };
  const numberBox = { ...columns.number, y, height };
  const actors = columns.actors.length > 0 ? columns.actors : [columns.actorArea];
  const cells: Cell[] = [
    {
      role: 'number',
      ...numberBox,
      border: true,
      step,
      padding,
      align: 'middle',
      lines: placeLines([text], toInner(numberBox, style), {
        style: style.cellText,
        align: 'middle',
        valign: 'top',
      }),
    },
  ];
  for (const { x, width } of actors)
    cells.push({
      role: 'actor',
      x,
      width,
      y,
      height,
      border: true,
      step,
      padding,
      lines: NO_LINES,
    });
  for (const field of STEP_TEXTS) cells.push(toTextCell(field, { columns, style }, row));
  if (piece.symbolTexts.length > 0) cells.push(...toSymbolTextCells({ columns, style }, row));
  return cells;
}

const NO_LINES: readonly never[] = [];

/** A table without steps shows one blank row. */
export function toBlankCells({ columns, style }: Flowchart, y: number): readonly Cell[] {
  const { number, texts, actors, actorArea } = columns;
  const spans = [number, ...(actors.length > 0 ? actors : [actorArea]), ...Object.values(texts)];
  return spans.map(({ x, width }) => ({
    role: 'text',
    x,
    y,
    width,
    height: style.bandHeight,
    lines: [],
    border: true,
  }));
}

function toTextCell(
  field: StepText,
  { columns, style }: Pick<Flowchart, 'columns' | 'style'>,
  { step, y, height, piece }: PlacedRow,
): Cell {
  const { x, width } = columns.texts[field];
  const box = { x, y, width, height };
  const align = field === 'duration' ? 'middle' : 'start';
  return {
    role: 'text',
    x,
    y,
    width,
    height,
    border: true,
    step,
    align,
    padding: { x: style.padX, y: style.padY },
    target: { of: 'step', step, field },
    lines: placeLines(piece.texts[field], toInner(box, style), {
      style: style.cellText,
      align,
      valign: 'top',
    }),
  };
}

/** Below the activity, inside its cell: texts that have no room in their symbols. */
function toSymbolTextCells(
  { columns, style }: Pick<Flowchart, 'columns' | 'style'>,
  { step, y, piece }: PlacedRow,
): readonly Cell[] {
  const { x, width } = columns.texts.activity;
  const line = style.cellText.size * LINE_HEIGHT;
  let top = y + style.padY + piece.texts.activity.length * line;
  return piece.symbolTexts.flatMap(({ symbol, lines: all }) => {
    const lines = all.slice(all.findIndex(({ text }) => text !== ''));
    const height = lines.length * line;
    top += all.length * line;
    const box = { x, y: top - height, width, height };
    const placed = placeLines(lines, toInner(box, { ...style, padY: 0 }), {
      style: style.cellText,
      align: 'start',
      valign: 'top',
    });
    if (placed.length === 0) return [];
    return [
      {
        role: 'text',
        ...box,
        border: false,
        step,
        align: 'start',
        padding: { x: style.padX, y: 0 },
        target: { of: 'symbol', symbol },
        lines: placed,
      },
    ];
  });
}

function toInner({ x, y, width, height }: Box, { padX, padY }: TableStyle): Box {
  return { x: x + padX, y: y + padY, width: width - 2 * padX, height: height - 2 * padY };
}
