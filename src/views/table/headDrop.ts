import type { Box } from '#core/layout/geometry.ts';
import type { PageModel } from './pageModel.ts';
import type { Placement } from './placement.ts';

/** A row or a column that is taken by its head. */
export interface Dragged {
  readonly kind: 'step' | 'actor';
  readonly id: string;
}

/** Where it would land. */
export interface HeadDrop {
  /** The neighbour, in the order of the procedure. */
  readonly place: { readonly before: string } | { readonly after: string };
  /** The line that shows it on the desk, in CSS px; it has no width or no height. */
  readonly line: Box;
}

interface Gap extends HeadDrop {
  /** The steps or actors on both sides. */
  readonly beside: readonly (string | undefined)[];
  /** How far a point is from it. */
  readonly distance: number;
}

/** The gap next to a point of the desk, in CSS px; undefined where a drop would change nothing. */
export function findHeadDrop(
  dragged: Dragged,
  { pages, placement }: { readonly pages: readonly PageModel[]; readonly placement: Placement },
  at: { readonly x: number; readonly y: number },
): HeadDrop | undefined {
  const gaps = pages.flatMap((page, index) => {
    const sheet = placement.pages[index];
    if (!sheet || page.layout.rows.length === 0) return [];
    const frame = { page, sheet, scale: placement.scale };
    return dragged.kind === 'step' ? toRowGaps(frame, at.y) : toColumnGaps(frame, at);
  });
  const nearest = gaps.reduce<Gap | undefined>(
    (best, gap) => (best && best.distance <= gap.distance ? best : gap),
    undefined,
  );
  return nearest?.beside.includes(dragged.id) ? undefined : nearest;
}

interface Frame {
  readonly page: PageModel;
  readonly sheet: Box;
  readonly scale: number;
}

/** Above each row, and below the last one of the page. */
function toRowGaps({ page, sheet, scale }: Frame, y: number): readonly Gap[] {
  const { rows } = page.layout;
  const table = toTableBox(page);
  return [...rows.keys(), rows.length].flatMap((index) => {
    const [above, below] = [rows[index - 1], rows[index]];
    const edge = below ? below.y : above && above.y + above.height;
    const place = toPlace(above?.step, below?.step);
    if (edge === undefined || !place) return [];
    const top = sheet.y + edge * scale;
    const line = { x: sheet.x + table.x * scale, y: top, width: table.width * scale, height: 0 };
    const beside = [above?.step, below?.step];
    return [{ place, line, beside, distance: Math.abs(y - top) }];
  });
}

/** Left of each column, and right of the last one; the page that is nearest counts. */
function toColumnGaps(
  { page, sheet, scale }: Frame,
  { x, y }: { readonly x: number; readonly y: number },
): readonly Gap[] {
  const { columns } = page.layout;
  const table = toTableBox(page);
  const [top, height] = [sheet.y + table.y * scale, table.height * scale];
  const apart = Math.max(0, top - y, y - (top + height));
  return [...columns.keys(), columns.length].flatMap((index) => {
    const [before, after] = [columns[index - 1], columns[index]];
    const edge = after ? after.x : before && before.x + before.width;
    const place = toPlace(before?.actor, after?.actor);
    if (edge === undefined || !place) return [];
    const left = sheet.x + edge * scale;
    const beside = [before?.actor, after?.actor];
    const distance = Math.abs(x - left) + apart * 1000;
    return [{ place, line: { x: left, y: top, width: 0, height }, beside, distance }];
  });
}

function toPlace(
  before: string | undefined,
  after: string | undefined,
): HeadDrop['place'] | undefined {
  if (after !== undefined) return { before: after };
  return before === undefined ? undefined : { after: before };
}

/** The rows of a page with the heads of their columns. */
function toTableBox({ layout }: PageModel): Box {
  const cells = layout.cells.filter(({ role, step }) => role === 'header' || step !== undefined);
  const x = Math.min(...cells.map((cell) => cell.x));
  const y = Math.min(...cells.map((cell) => cell.y));
  const right = Math.max(...cells.map((cell) => cell.x + cell.width));
  const bottom = Math.max(...cells.map((cell) => cell.y + cell.height));
  return { x, y, width: right - x, height: bottom - y };
}
