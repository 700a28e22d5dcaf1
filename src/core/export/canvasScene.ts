import type {
  ActorColumn,
  Box,
  CanvasLayout,
  Cell,
  Connector,
  JointLine,
  PageLayout,
  Point,
  RowBand,
  SymbolBox,
  TextLine,
} from '#core/layout/geometry.ts';
import type { TextStyle } from '#core/layout/text/measureText.ts';
import { shapeText } from '#core/layout/text/shapeText.ts';
import { wrapText } from '#core/layout/text/wrapText.ts';
import { placeLines } from '#core/layout/textBlock.ts';
import type { Actor, Procedure } from '#core/model/procedure.ts';
import type { Scene } from './scene.ts';
import { toScenes } from './toScene.ts';

/** Free around what is shown. */
const MARGIN = 12;
/** Free beside a name in its head. */
const HEAD_PADDING = 8;

const headText = { size: 13, weight: 'bold', family: 'arial' } as const satisfies TextStyle;
const groupText = { ...headText, size: 11 } as const satisfies TextStyle;
const numberText = { size: 12, weight: 'regular', family: 'arial' } as const satisfies TextStyle;

/** What the name of a group takes of its lanes' heads. */
const GROUP_HEIGHT = 22;

/**
 * The sheet as a picture to paste elsewhere: the chosen symbols with the arrows between them, or, when
 * none is chosen, everything with its lanes.
 */
export function toCanvasScene(
  procedure: Procedure,
  layout: CanvasLayout,
  chosen: ReadonlySet<string> = new Set(),
): Scene | undefined {
  return toCanvasPage(procedure, layout, chosen)?.scene;
}

/** The same picture with the places of what is on it; undefined where there is nothing to draw. */
export function toCanvasPage(
  procedure: Procedure,
  layout: CanvasLayout,
  chosen: ReadonlySet<string> = new Set(),
): { readonly layout: PageLayout; readonly scene: Scene } | undefined {
  const drawing = chosen.size > 0 ? choose(procedure, layout, chosen) : toWhole(procedure, layout);
  const bounds = toBounds(drawing);
  if (!bounds) return undefined;
  const page = toPage(drawing, bounds);
  // The canvas shows the document without its ways of printing, always in one family.
  const [scene] = toScenes({ pages: [page] }, { ...procedure, settings: {} });
  return scene && { layout: page, scene };
}

interface Drawing {
  readonly rows: readonly RowBand[];
  readonly columns: readonly ActorColumn[];
  readonly cells: readonly Cell[];
  readonly symbols: readonly SymbolBox[];
  readonly connectors: readonly Connector[];
  readonly joints: readonly JointLine[];
}

function choose(
  { steps, flows }: Procedure,
  { symbols, connectors, joints }: CanvasLayout,
  chosen: ReadonlySet<string>,
): Drawing {
  const inside = new Set(
    flows.filter(({ from, to }) => chosen.has(from) && chosen.has(to)).map(({ id }) => id),
  );
  const whole = new Set(
    steps.filter((step) => step.symbols.every(({ id }) => chosen.has(id))).map(({ id }) => id),
  );
  return {
    rows: [],
    columns: [],
    cells: [],
    symbols: symbols.filter(({ symbol }) => chosen.has(symbol)),
    connectors: connectors.filter(({ flow }) => inside.has(flow)),
    joints: joints.filter(({ step }) => whole.has(step)),
  };
}

function toWhole(procedure: Procedure, layout: CanvasLayout): Drawing {
  const { rows, columns, symbols, connectors, joints } = layout;
  return { rows, columns, symbols, connectors, joints, cells: toLaneCells(procedure, layout) };
}

/** Lanes with their heads, and the steps' numbers at the left. */
function toLaneCells({ actors }: Procedure, layout: CanvasLayout): readonly Cell[] {
  const { headHeight, numberWidth, rows, columns } = layout;
  const last = rows.at(-1);
  const end = last ? last.y + last.height : layout.height;
  const body = { y: headHeight, height: end - headHeight };
  if (columns.length === 0) return [];
  return [
    toHead('No', { x: 0, y: 0, width: numberWidth, height: headHeight }, headText),
    ...toHeads(actors, layout),
    ...rows.map((row, index) => toNumber(index, row, numberWidth)),
    ...columns.map(({ x, width }) => toCell('actor', { x, width, ...body })),
  ];
}

function toHeads(actors: readonly Actor[], { columns, headHeight }: CanvasLayout): readonly Cell[] {
  const groups: { name: string; box: Box }[] = [];
  const heads = actors.flatMap(({ id, name, group }, index): readonly Cell[] => {
    const column = columns[index];
    if (!column) return [];
    const { x, width } = column;
    const last = groups.at(-1);
    if (group && group === actors[index - 1]?.group && last)
      last.box = { ...last.box, width: x + width - last.box.x };
    else if (group) groups.push({ name: group, box: { x, y: 0, width, height: GROUP_HEIGHT } });
    const y = group ? GROUP_HEIGHT : 0;
    const head = toHead(name, { x, y, width, height: headHeight - y }, headText);
    return [{ ...head, target: { of: 'actor', actor: id } }];
  });
  return [...groups.map(({ name, box }) => toHead(name, box, groupText)), ...heads];
}

function toHead(text: string, box: Box, style: TextStyle): Cell {
  const shaped = shapeText(text, style.weight, style.family);
  const wrapped = wrapText(shaped, (box.width - 2 * HEAD_PADDING) / style.size);
  const lines = placeLines(wrapped, box, { style, align: 'middle', valign: 'middle' });
  return { ...toCell('header', box), lines, fill: 'header', align: 'middle', valign: 'middle' };
}

function toNumber(index: number, { step, y, height }: RowBand, width: number): Cell {
  const box = { x: 0, y, width, height };
  const shaped = shapeText(`${index + 1}`, numberText.weight, numberText.family);
  const lines = placeLines(wrapText(shaped, box.width / numberText.size), box, {
    ...{ style: numberText, align: 'middle', valign: 'middle' },
  });
  return { ...toCell('number', box), step, lines, align: 'middle', valign: 'middle' };
}

function toCell(role: Cell['role'], { x, y, width, height }: Box): Cell {
  return { role, x, y, width, height, lines: [], border: true };
}

function toBounds({ cells, symbols, connectors, joints }: Drawing): Box | undefined {
  const labels = connectors.flatMap(({ label }) => label ?? []);
  const corners = [...cells, ...symbols, ...labels].flatMap(({ x, y, width, height }): Point[] => [
    [x, y],
    [x + width, y + height],
  ]);
  const points = [...corners, ...[...connectors, ...joints].flatMap((line) => line.points)];
  if (points.length === 0) return undefined;
  const [left, right] = toRange(points.map(([x]) => x));
  const [top, bottom] = toRange(points.map(([, y]) => y));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function toRange(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** A page as large as what is shown, with a margin. */
function toPage(drawing: Drawing, bounds: Box): PageLayout {
  const shift = toShift(MARGIN - bounds.x, MARGIN - bounds.y);
  const height = bounds.height + 2 * MARGIN;
  return {
    kind: 'flowchart',
    width: bounds.width + 2 * MARGIN,
    height,
    ...{ offPage: [], captions: [], footer: { y: height } },
    columns: drawing.columns.map((column) => ({ ...column, x: column.x + MARGIN - bounds.x })),
    rows: drawing.rows.map((row) => ({ ...row, y: row.y + MARGIN - bounds.y })),
    cells: drawing.cells.map(shift.withLines),
    symbols: drawing.symbols.map(shift.withLines),
    joints: drawing.joints.map((joint) => ({ ...joint, points: joint.points.map(shift.point) })),
    connectors: drawing.connectors.map(({ label, points, ...connector }) => ({
      ...connector,
      points: points.map(shift.point),
      ...(label && { label: { ...shift.box(label), lines: label.lines.map(shift.line) } }),
    })),
  };
}

function toShift(dx: number, dy: number) {
  const box = <T extends { readonly x: number; readonly y: number }>(at: T): T => ({
    ...at,
    x: at.x + dx,
    y: at.y + dy,
  });
  const line = (at: TextLine) => box(at);
  return {
    box,
    line,
    point: ([x, y]: Point): Point => [x + dx, y + dy],
    withLines: <T extends Box & { readonly lines: readonly TextLine[] }>(at: T): T => ({
      ...box(at),
      lines: at.lines.map(line),
    }),
  };
}
