import type { ScenePolyline, SceneText } from '#core/export/scene.ts';
import type { Box, Point } from '#core/layout/geometry.ts';
import { CAPITALS, toHalfHeight } from './markHeight.ts';
import { type GridPage, type SheetGrid, toSheetPlace } from './sheetGrid.ts';

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

/**
 * A mark across the page, in the middle of the page where that is between its rows, and else as near as
 * its rows let it be, so that it stays on its page.
 */
export function placeMark(mark: SceneText, { columns }: SheetGrid, page: GridPage): SceneText {
  const { sheet } = page.rows;
  const [top = 0, bottom = 0] = [sheet[0], sheet.at(-1)];
  const size = Math.min(mark.size, (bottom - top) * 0.6);
  const width = (mark.width * size) / mark.size;
  const half = toHalfHeight({ ...mark, width, size });
  const middle = toSheetPlace(page.rows, page.scene.height / 2);
  const [least, most] = [Math.min(top + half, (top + bottom) / 2), bottom - half];
  return {
    ...{ ...mark, size, width, anchor: 'middle' },
    x: toSheetPlace(columns, page.scene.width / 2),
    y: Math.max(least, Math.min(most, middle)) + size * (CAPITALS / 2),
  };
}
