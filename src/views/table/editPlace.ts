import type { TextTarget } from '#core/edit/edit.ts';
import type { Box, Cell, PageLayout, TextLine } from '#core/layout/geometry.ts';
import { type TypeFamily, toLineReach } from '#core/layout/text/widthTable.ts';
import { LINE_HEIGHT } from '#core/layout/textBlock.ts';
import { toTargetKey } from '#session/targetKey.ts';
import type { GridCell } from './gridCell.ts';
import type { PageModel } from './pageModel.ts';
import type { Editing } from './tableState.ts';

/** Where a text is typed so that its letters stand where they are printed; in pt, on its page. */
export interface EditPlace {
  readonly page: number;
  readonly box: Box;
  readonly style: TextStyle;
}

interface TextStyle {
  readonly family: TypeFamily;
  readonly size: number;
  readonly weight: TextLine['weight'];
  readonly lineHeight: number;
  readonly align: 'left' | 'center';
  /** From the box's edges to the text. */
  readonly padTop: number;
  readonly padSide: number;
}

/** Where something is typed; undefined when it is printed nowhere. */
export function findEditPlace(
  pages: readonly PageModel[],
  { subject, key }: Pick<Editing, 'subject' | 'key'>,
): EditPlace | undefined {
  if (subject.kind !== 'text') return findCellPlace(pages, (cell) => cell.key === key);
  const wanted = toTargetKey(subject.target);
  const isWanted = ({ subject: other }: GridCell) =>
    other.kind === 'text' && toTargetKey(other.target) === wanted;
  return (
    findCellPlace(pages, (cell) => cell.key === key && isWanted(cell)) ??
    findCellPlace(pages, isWanted) ??
    findShapePlace(pages, subject.target)
  );
}

function findCellPlace(
  pages: readonly PageModel[],
  isWanted: (cell: GridCell) => boolean,
): EditPlace | undefined {
  for (const [page, { layout, scene, rows }] of pages.entries()) {
    const found = rows.flat().find(isWanted);
    if (!found) continue;
    const own = layout.cells.find(
      (cell) => isEditable(cell) && cell.x === found.x && cell.y === found.y,
    );
    const { family = 'arial' } = scene;
    return own && { page, box: own, style: toTextStyle(own, family, findModel(layout, own)) };
  }
  return undefined;
}

function isEditable({ target, date }: Cell): boolean {
  return target !== undefined || date !== undefined;
}

/** A symbol's text, or an arrow's label. */
function findShapePlace(pages: readonly PageModel[], target: TextTarget): EditPlace | undefined {
  for (const [page, { layout, scene }] of pages.entries()) {
    const shape = findShape(layout, target);
    if (!shape) continue;
    const box = widen(shape.box, 44);
    const { family = 'arial' } = scene;
    return { page, box, style: toTextStyle({ ...box, lines: shape.lines }, family) };
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
  if (connector?.label) return { box: connector.label, lines: connector.label.lines };
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
  const full = layout.cells.filter((cell) => cell.lines.length > 0 && isEditable(cell));
  return full.find(isAlike) ?? full[0];
}

/** `model` is a cell that looks the same and has text; it counts only where `own` has none. */
function toTextStyle(own: TextBox, family: TypeFamily, model?: TextBox): TextStyle {
  const isEmpty = own.lines.length === 0;
  const shown = isEmpty ? model : own;
  const line = shown?.lines[0];
  const size = line?.size ?? defaultSize;
  const lineHeight = size * LINE_HEIGHT;
  const isTop = line !== undefined && shown !== undefined && !(isEmpty && isCentred(shown, family));
  const baseline = isTop ? line.y - shown.y : own.height / 2 + toBaseline(family, size, 0);
  // Centred text may use the whole width; other text keeps the same distance on both sides.
  const pad = shown && line?.anchor === 'start' ? line.x - shown.x : defaultPad;
  return {
    family,
    size,
    lineHeight,
    weight: line?.weight ?? 'regular',
    align: line?.anchor === 'middle' ? 'center' : 'left',
    padTop: Math.max(0, baseline - toBaseline(family, size, lineHeight)),
    padSide: pad,
  };
}

/** Size of the table's text where no cell shows it, and its distance from the rules, in pt. */
const defaultSize = 8;
const defaultPad = 3;

/** How far below the top of its line a browser sets the baseline. */
function toBaseline(family: TypeFamily, size: number, lineHeight: number): number {
  const { ascent, descent } = toLineReach(family);
  return lineHeight / 2 + ((ascent - descent) * size) / 2;
}

function isCentred({ y, height, lines }: TextBox, family: TypeFamily): boolean {
  const { ascent, descent } = toLineReach(family);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  const above = first.y - first.size * ascent - y;
  const below = y + height - (last.y + last.size * descent);
  return Math.abs(above - below) < 2;
}
