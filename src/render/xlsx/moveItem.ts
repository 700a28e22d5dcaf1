import type { ScenePolyline, SceneText } from '#core/export/scene.ts';
import type { Box, Point } from '#core/layout/geometry.ts';
import { type Axis, type GridPage, type SheetGrid, toSheetPlace } from './sheetGrid.ts';

/** Where the places of one page are on the sheet, in pt. */
export interface PageMove {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly toBox: (box: Box) => Box;
}

export function toPageMove({ columns }: SheetGrid, { rows }: GridPage): PageMove {
  const toX = (x: number) => toSheetPlace(columns, x);
  const toY = (y: number) => toSheetPlace(rows, y);
  return {
    toX,
    toY,
    toBox: ({ x, y, width, height }) => ({
      x: toX(x),
      y: toY(y),
      width: toX(x + width) - toX(x),
      height: toY(y + height) - toY(y),
    }),
  };
}

/** The line and its label where they stand on the sheet. */
export function moveLine(line: ScenePolyline, { toX, toY, toBox }: PageMove): ScenePolyline {
  const points = line.points.map(([x, y]): Point => [toX(x), toY(y)]);
  const { label, ...rest } = line;
  if (!label) return { ...rest, points };
  const lines = label.lines.map((each) => ({ ...each, x: toX(each.x), y: toY(each.y) }));
  return { ...rest, points, label: { ...label, box: toBox(label.box), lines } };
}

/** A mark across the page stands in the middle of its rows, so that it stays on its page. */
export function centreMark(mark: SceneText, { columns }: SheetGrid, { rows }: GridPage): SceneText {
  const height = (rows.sheet.at(-1) ?? 0) - (rows.sheet[0] ?? 0);
  const size = Math.min(mark.size, height * 0.6);
  return {
    ...mark,
    size,
    width: (mark.width * size) / mark.size,
    anchor: 'middle',
    x: toMiddle(columns),
    y: toMiddle(rows) + size * 0.35,
  };
}

function toMiddle({ sheet }: Axis): number {
  return ((sheet[0] ?? 0) + (sheet.at(-1) ?? 0)) / 2;
}
