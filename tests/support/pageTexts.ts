import type { Box, Cell, DocumentLayout, PageLayout } from '#core/layout/geometry.ts';

/** A cell's text as one line. */
export function textOfCell({ lines }: Cell): string {
  return lines.map(({ text }) => text).join(' ');
}

/** The texts of all cells of a page, blank ones left out. */
export function cellTexts(page: PageLayout): readonly string[] {
  return page.cells.map(textOfCell).filter((text) => text !== '');
}

export function captionTexts(page: PageLayout): readonly string[] {
  return page.captions.map(({ text }) => text);
}

export function flowchartPages({ pages }: DocumentLayout): readonly PageLayout[] {
  return pages.filter(({ columns, cells }) => columns.length > 0 || cells.some(isHeader));
}

function isHeader({ role }: Cell): boolean {
  return role === 'header';
}

/** Whether one box lies in another, up to half a point. */
export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.width <= outer.x + outer.width + 0.5 &&
    inner.y + inner.height <= outer.y + outer.height + 0.5
  );
}

export function overlaps(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - 0.01 &&
    b.x < a.x + a.width - 0.01 &&
    a.y < b.y + b.height - 0.01 &&
    b.y < a.y + a.height - 0.01
  );
}
