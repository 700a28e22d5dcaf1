import type { TextTarget } from '#core/edit/edit.ts';
import type { Box, PageLayout, TextLine } from '#core/layout/geometry.ts';
import { toLineReach } from '#core/layout/text/widthTable.ts';
import { toTargetKey } from '#session/targetKey.ts';
import type { PageModel } from './pageModel.ts';
import type { Editing } from './tableState.ts';

/** Where a text is typed so that its letters stand where they are printed; in pt, on its page. */
export interface EditPlace {
  readonly page: number;
  readonly box: Box;
  readonly style: TextStyle;
}

export interface TextStyle {
  readonly size: number;
  readonly weight: TextLine['weight'];
  readonly lineHeight: number;
  readonly align: 'left' | 'center' | 'right';
  /** From the box's edges to the text. */
  readonly padTop: number;
  readonly padLeft: number;
  readonly padRight: number;
}

/** Where the text is typed; undefined when it is printed nowhere. */
export function findEditPlace(
  pages: readonly PageModel[],
  { target, key }: Editing,
): EditPlace | undefined {
  return findCellPlace(pages, target, key) ?? findShapePlace(pages, target);
}

function findCellPlace(
  pages: readonly PageModel[],
  target: TextTarget,
  key: string,
): EditPlace | undefined {
  const cells = pages.flatMap(({ rows }, page) => rows.flat().map((cell) => ({ page, cell })));
  const wanted = toTargetKey(target);
  const isWanted = ({ cell: { subject } }: (typeof cells)[number]) =>
    subject.kind === 'text' && toTargetKey(subject.target) === wanted;
  const found =
    cells.find((each) => each.cell.key === key && isWanted(each)) ?? cells.find(isWanted);
  const layout = found && pages[found.page]?.layout;
  if (!layout) return undefined;
  const own = layout.cells.find(({ x, y, target }) => {
    return target !== undefined && x === found.cell.x && y === found.cell.y;
  });
  return own && { page: found.page, box: own, style: toTextStyle(own, findModel(layout, own)) };
}

/** A symbol's text, or an arrow's label. */
function findShapePlace(pages: readonly PageModel[], target: TextTarget): EditPlace | undefined {
  for (const [page, { layout }] of pages.entries()) {
    const shape = findShape(layout, target);
    if (!shape) continue;
    const box = widen(shape.box, 44);
    return { page, box, style: toTextStyle({ ...box, lines: shape.lines }, undefined) };
  }
  return undefined;
}

function findShape(
  { symbols, connectors }: PageLayout,
  target: TextTarget,
): { readonly box: Box; readonly lines: readonly TextLine[] } | undefined {
  if (target.of === 'symbol') {
    const symbol = symbols.find((candidate) => candidate.symbol === target.symbol);
    return symbol && { box: symbol, lines: symbol.lines };
  }
  if (target.of !== 'label') return undefined;
  const connector = connectors.find(({ flow }) => flow === target.flow);
  if (connector?.label) return { box: connector.label, lines: [connector.label.line] };
  const start = connector?.points[0];
  return start && { box: { x: start[0] - 11, y: start[1] - 4, width: 22, height: 8 }, lines: [] };
}

/** Room enough to type a word, around the same centre. */
function widen({ x, y, width, height }: Box, least: number): Box {
  const by = Math.max(0, least - width) / 2;
  return { x: x - by, y, width: width + 2 * by, height };
}

interface TextBox extends Box {
  readonly lines: readonly TextLine[];
}

/** A cell of the same column with text in it shows how an empty one will look. */
function findModel(layout: PageLayout, box: Box): TextBox | undefined {
  const isAlike = (other: Box) => other.x === box.x && other.width === box.width;
  const full = layout.cells.filter((cell) => cell.lines.length > 0);
  return full.find((cell) => cell.target && isAlike(cell)) ?? full.find((cell) => cell.target);
}

/** `model` is a cell that looks the same and has text; it counts only where `own` has none. */
function toTextStyle(own: TextBox, model: TextBox | undefined): TextStyle {
  const isEmpty = own.lines.length === 0;
  const shown = isEmpty ? model : own;
  const [line, second] = shown?.lines ?? [];
  const size = line?.size ?? defaultSize;
  const lineHeight = second && line && second.y > line.y ? second.y - line.y : size * 1.2;
  const baseline =
    line && shown && (!isEmpty || !isCentred(shown))
      ? line.y - shown.y
      : own.height / 2 + toBaseline(size, 0);
  const { padLeft, padRight } = toPads(shown, line);
  return {
    size,
    lineHeight,
    weight: line?.weight ?? 'regular',
    align: toAlign(line),
    padTop: Math.max(0, baseline - toBaseline(size, lineHeight)),
    padLeft,
    padRight,
  };
}

/** Size of the table's text where no cell shows it, in pt. */
const defaultSize = 8;
const defaultPad = 3;

const { ascent, descent } = toLineReach('arial');

/** How far below the top of its line a browser sets the baseline. */
function toBaseline(size: number, lineHeight: number): number {
  return lineHeight / 2 + ((ascent - descent) * size) / 2;
}

function isCentred({ y, height, lines }: TextBox): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  const above = first.y - first.size * ascent - y;
  const below = y + height - (last.y + last.size * descent);
  return Math.abs(above - below) < 2;
}

/** Text at the left starts where its lines do; centred text may use the whole width. */
function toPads(
  box: TextBox | undefined,
  line: TextLine | undefined,
): { readonly padLeft: number; readonly padRight: number } {
  if (!box || line?.anchor !== 'start') return { padLeft: defaultPad, padRight: defaultPad };
  const padLeft = line.x - box.x;
  // What hangs in front of the text, such as an entry's number, is not repeated behind it.
  return { padLeft, padRight: Math.min(padLeft, defaultPad) };
}

function toAlign(line: TextLine | undefined): TextStyle['align'] {
  switch (line?.anchor) {
    case 'middle':
      return 'center';
    case 'end':
      return 'right';
    default:
      return 'left';
  }
}
