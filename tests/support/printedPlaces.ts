import { toArrow } from '#core/export/outline.ts';
import type { Scene, SceneCell, ScenePolyline, SceneShape } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { Box, TextLine } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toBounds } from '#render/office/drawing.ts';
import type { PrintedPage } from './officePdf.ts';

/** How far something may stand from where the page, and so the PDF, has it, in pt. */
export const TOLERANCE = 2;
/** A rule is no thicker, in pt. */
const THIN = 2;

export const noPage: PrintedPage = { width: 0, height: 0, texts: [], drawn: [] };

export function toPages(procedure: Procedure): readonly Scene[] {
  return toScenes(layoutDocument(procedure), procedure);
}

/** Symbols that are not drawn in their places. */
export function findAstrayShapes({ items }: Scene, page: PrintedPage): readonly SceneShape[] {
  const shapes = items.filter((item) => item.kind === 'shape');
  return shapes.filter((shape) => findDistance(shape, page) > TOLERANCE);
}

/** Lines whose shaft or head is not drawn in its place. */
export function findAstrayLines({ items }: Scene, page: PrintedPage): readonly ScenePolyline[] {
  const lines = items.filter((item) => item.kind === 'polyline');
  return lines.filter(({ points, strokeWidth, head }) => {
    const arrow = head ? toArrow(points, strokeWidth) : undefined;
    const parts = arrow ? [arrow.shaft, arrow.head] : [points];
    return parts.some((part) => findDistance(toBounds(part), page) > TOLERANCE);
  });
}

/** From a box to the nearest thing that is drawn in its place. */
function findDistance(box: Box, { drawn }: PrintedPage): number {
  return Math.min(
    ...drawn.map((other) =>
      Math.max(
        Math.abs(other.x - box.x),
        Math.abs(other.y - box.y),
        Math.abs(other.x + other.width - box.x - box.width),
        Math.abs(other.y + other.height - box.y - box.height),
      ),
    ),
  );
}

/** Cells that lack a rule along one of their edges. */
export function findUnruledCells({ items }: Scene, { drawn }: PrintedPage): readonly SceneCell[] {
  const rules = drawn.filter(({ width, height }) => Math.min(width, height) < THIN);
  const turned = rules.map(turn);
  const cells = items.filter((item) => item.kind === 'cell').filter((cell) => cell.strokeWidth > 0);
  return cells.filter((cell) => !hasFlatRules(cell, rules) || !hasFlatRules(turn(cell), turned));
}

/** With x and y exchanged, so that what stands lies. */
function turn({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

/** Whether the upper and the lower edge are covered by rules from end to end. */
function hasFlatRules({ x, y, width, height }: Box, rules: readonly Box[]): boolean {
  return [y, y + height].every((edge) => {
    const along = rules
      .filter((rule) => Math.abs(rule.y + rule.height / 2 - edge) <= TOLERANCE)
      .toSorted((one, other) => one.x - other.x);
    const covered = along.reduce(
      (end, rule) => (rule.x <= end + TOLERANCE ? Math.max(end, rule.x + rule.width) : end),
      x,
    );
    return along.length > 0 && covered >= x + width - TOLERANCE;
  });
}

/** Where a line begins, whatever its anchor. */
export function toLeft({ x, width, anchor }: TextLine): number {
  return x - { start: 0, middle: 0.5, end: 1 }[anchor] * width;
}

/** Without any space, since a PDF may set one line in several runs. */
export function squeeze(...texts: readonly string[]): string {
  return texts.join('').replace(/[\s\u00a0\u200b]/g, '');
}
