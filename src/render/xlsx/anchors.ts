import type { Box } from '#core/layout/geometry.ts';
import { toEmu } from '#render/office/units.ts';
import type { Axis, SheetGrid } from './sheetGrid.ts';

/** An anchor around a drawn thing: it moves and grows with the cells under it. */
export function toAnchor(box: Box, content: string, grid: SheetGrid): string {
  const to = { x: box.x + box.width, y: box.y + box.height };
  return [
    '<xdr:twoCellAnchor editAs="twoCell">',
    `<xdr:from>${toMarker(box, grid)}</xdr:from><xdr:to>${toMarker(to, grid)}</xdr:to>`,
    `${content}<xdr:clientData/></xdr:twoCellAnchor>`,
  ].join('');
}

function toMarker({ x, y }: Pick<Box, 'x' | 'y'>, { columns, pages }: SheetGrid): string {
  const page = pages.findLast(({ rows }) => (rows.sheet[0] ?? 0) <= y) ?? pages[0];
  if (!page) throw new RangeError('A sheet without pages');
  const row = toCellPlace(page.rows, y);
  const column = toCellPlace(columns, x);
  return [
    `<xdr:col>${column.index}</xdr:col><xdr:colOff>${column.offset}</xdr:colOff>`,
    `<xdr:row>${row.index + page.firstRow}</xdr:row><xdr:rowOff>${row.offset}</xdr:rowOff>`,
  ].join('');
}

/** The cell that a place is in, and how far, in EMU. */
function toCellPlace({ sheet }: Axis, place: number) {
  const index = Math.max(
    0,
    sheet.findLastIndex((edge) => edge <= place),
  );
  return { index, offset: Math.max(0, toEmu(place - (sheet[index] ?? 0))) };
}
