import type { Actor, Flow, Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import { arrangeStep, type StackRank, type StepArrangement } from './arrangeStep.ts';
import { type ExtraRoom, findPlaces, layWithRoom } from './extraRoom.ts';
import { type FittedSymbol, fillSymbol, fitSymbol, type SymbolForm } from './fitSymbol.ts';
import type { ActorColumn, CanvasLayout, RowBand, SymbolBox } from './geometry.ts';
import { toJointLines } from './jointLines.ts';
import { drawRoutes, toRouteFlow, toRouteNodes } from './routeConnectors.ts';
import type { RouteRequest } from './router/routeRequest.ts';
import { routeSheet } from './sheet/routeSheet.ts';
import type { TextStyle } from './text/measureText.ts';
import { joinTexts, type ShapedText, shapeText } from './text/shapeText.ts';
import { wrapText } from './text/wrapText.ts';
import { placeLines } from './textBlock.ts';

const LANE_WIDTH = 208;
const ROW_HEIGHT = 96;
/** Free above and below the symbols of a row, for arrows. */
const ROW_SPACE = 22;
/** Free beside the symbols of a lane, for arrows. */
const LANE_SPACE = 24;
const NUMBER_WIDTH = 44;
const STACK_GAP = 28;
const MAX_STACK_HEIGHT = 520;
const CLEARANCE = 9;
/** Everything is larger than on a printed page. */
const ROOM_SCALE = 2;

const text = { size: 12, weight: 'regular', family: 'arial' } as const satisfies TextStyle;
/** A text that has no room is set smaller, and only then shortened. */
const textSizes = [text.size, 11, 10] as const;
const markSizes = [11, 10] as const;

const headText = { size: 13, weight: 'bold', family: 'arial' } as const satisfies TextStyle;
const labelText = { size: 11, weight: 'regular', family: 'arial' } as const satisfies TextStyle;

const forms: Readonly<Record<StepSymbol['kind'], SymbolForm>> = {
  process: toForm([150, 56], [150, 92, 140], 8),
  terminator: toForm([156, 52], [164, 96, 130], 8),
  decision: toForm([164, 80], [192, 150, 200], 4),
};

/** A capsule that only marks the start or end of the box in its cell. */
const markForm = toForm([96, 30], [156, 52, 75], 6);

function toForm(
  [minWidth, minHeight]: readonly [number, number],
  [maxWidth, maxHeight, tallest]: readonly [number, number, number],
  padding: number,
): SymbolForm {
  return { minWidth, maxWidth, minHeight, maxHeight, tallest, padding };
}

/** The procedure on one endless sheet. Cheap after an edit: what steps look like is remembered. */
export function layoutCanvas(procedure: Procedure): CanvasLayout {
  const arrangements = procedure.steps.map((step) => arrange(step, procedure.flows));
  return layWithRoom(
    (extra) => laySheet(procedure, arrangements, extra),
    (layout) => findPlaces(layout, procedure.flows, 'crowded'),
    (layout) => findPlaces(layout, procedure.flows, 'poorLabel'),
    'sheet',
  );
}

function laySheet(
  { actors, steps, flows }: Procedure,
  arrangements: readonly StepArrangement[],
  extra: ExtraRoom,
): CanvasLayout {
  const columns = toColumns(actors, arrangements, extra);
  const headHeight = toHeadHeight(actors, columns);
  const rows = toRows(steps, arrangements, { top: headHeight, extra });
  const cells = rows.map((row, index) => placeSymbols(row, arrangements[index], columns));
  const symbols = cells.flat();
  const joints = steps.flatMap((step, index) => toJointLines(step, cells[index] ?? []));
  const width = columns.reduce((sum, column) => sum + column.width, NUMBER_WIDTH);
  const end = rows.reduce((sum, row) => sum + row.height, headHeight);
  const request: RouteRequest = {
    area: { x: NUMBER_WIDTH, y: headHeight, width: width - NUMBER_WIDTH, height: end - headHeight },
    columns,
    rows,
    nodes: toRouteNodes(symbols, columns, rows),
    joints: joints.map(({ points }) => points),
    flows: flows.map((flow) => toRouteFlow(flow, flow.label ?? '', labelText)),
    clearance: CLEARANCE,
  };
  const connectors = drawRoutes(request, routeSheet(request), labelText);
  return {
    width: Math.max(width, NUMBER_WIDTH + LANE_WIDTH),
    height: Math.max(end, headHeight + 2 * ROW_HEIGHT),
    headHeight,
    numberWidth: NUMBER_WIDTH,
    columns,
    rows,
    symbols,
    connectors,
    joints,
  };
}

function toColumns(
  actors: readonly Actor[],
  arrangements: readonly StepArrangement[],
  extra: ExtraRoom,
): readonly ActorColumn[] {
  const needs = new Map<string, number>();
  for (const { cellWidths } of arrangements)
    for (const [actor, width] of cellWidths)
      needs.set(actor, Math.max(needs.get(actor) ?? 0, width));
  let x = NUMBER_WIDTH;
  return actors.map(({ id }) => {
    const least = Math.max(LANE_WIDTH, (needs.get(id) ?? 0) + 2 * LANE_SPACE);
    const width = least + (extra.actors.get(id) ?? 0) * ROOM_SCALE;
    const column = { actor: id, x, width };
    x += width;
    return column;
  });
}

/** The heads show an actor's whole name, below the group's. */
function toHeadHeight(actors: readonly Actor[], columns: readonly ActorColumn[]): number {
  const lineCounts = actors.map(({ name, group }, index) => {
    const room = ((columns[index]?.width ?? LANE_WIDTH) - 2 * LANE_SPACE) / headText.size;
    const shaped = shapeText(name, headText.weight, headText.family);
    return Math.min(6, wrapText(shaped, room).length) + (group ? 1 : 0);
  });
  return 22 + 17 * Math.max(2, ...lineCounts);
}

function toRows(
  steps: readonly Step[],
  arrangements: readonly StepArrangement[],
  { top, extra }: { readonly top: number; readonly extra: ExtraRoom },
): readonly RowBand[] {
  let y = top;
  return steps.map(({ id }, index) => {
    const arrangement = arrangements[index];
    const symbols = arrangement ? arrangement.above + arrangement.below : 0;
    const room = (extra.rows.get(id) ?? 0) * ROOM_SCALE;
    const height = Math.max(ROW_HEIGHT, symbols + 2 * ROW_SPACE) + room;
    const row = { step: id, y, height };
    y += height;
    return row;
  });
}

function placeSymbols(
  row: RowBand,
  arrangement: StepArrangement | undefined,
  columns: readonly ActorColumn[],
): readonly SymbolBox[] {
  if (!arrangement) return [];
  const { above, below } = arrangement;
  const line = row.y + (row.height + above - below) / 2;
  return arrangement.symbols.flatMap(({ symbol, dx, dy, width, height, ...fitted }) => {
    const column = columns.find(({ actor }) => actor === symbol.actor);
    if (!column) return [];
    const x = column.x + column.width / 2 + dx - width / 2;
    const box = { x, y: line + dy - height / 2, width, height };
    const style = { ...text, size: fitted.size };
    const isShortened = fitted.isWhole ? {} : { isShortened: true as const };
    return [
      {
        symbol: symbol.id,
        step: row.step,
        kind: symbol.kind,
        ...box,
        lines: placeLines(fitted.lines, box, { style, align: 'middle', valign: 'middle' }),
        ...isShortened,
      },
    ];
  });
}

const arrangedSteps = new WeakMap<Step, StepArrangement>();

function arrange(step: Step, flows: readonly Flow[]): StepArrangement {
  const known = arrangedSteps.get(step);
  if (known) return known;
  const activity = shapeText(step.activity, text.weight, text.family);
  const arrangement = arrangeStep(step, {
    fitted: (symbol, rank) => fitActivity(symbol, rank, activity),
    gap: STACK_GAP,
    maxStackHeight: MAX_STACK_HEIGHT,
    flows,
  });
  // Two symbols in one cell are stacked as their flows say, so the step alone does not tell.
  if (arrangement.cellWidths.size === step.symbols.length) arrangedSteps.set(step, arrangement);
  return arrangement;
}

/** A symbol shows the activity; a decision its question too; a capsule beside its box just a mark. */
function fitActivity(symbol: StepSymbol, rank: StackRank, activity: ShapedText): FittedSymbol {
  if (rank !== 0) {
    const mark = symbol.text || (rank < 0 ? 'Mulai' : 'Selesai');
    const shaped = shapeText(mark, 'regular', text.family);
    return fitOrFill(symbol.kind, markForm, { shaped, sizes: markSizes });
  }
  const shaped = symbol.text
    ? joinTexts(activity, shapeText(symbol.text, text.weight, text.family))
    : activity;
  return fitOrFill(symbol.kind, forms[symbol.kind], { shaped, sizes: textSizes });
}

function fitOrFill(...symbol: Parameters<typeof fitSymbol>): FittedSymbol {
  return fitSymbol(...symbol) ?? fillSymbol(...symbol);
}
