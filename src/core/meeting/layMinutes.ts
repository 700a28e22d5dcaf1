import type { Scene, SceneItem, ScenePicture } from '#core/export/scene.ts';
import { papers } from '#core/layout/paper.ts';
import type { TextStyle } from '#core/layout/text/measureText.ts';
import { shapeText } from '#core/layout/text/shapeText.ts';
import { wrapText } from '#core/layout/text/wrapText.ts';
import { placeLines } from '#core/layout/textBlock.ts';
import type { MinutesBlock } from './minutesBlocks.ts';
import { drawRow, type MinutesRow, splitRow, toRowHeight, toRows } from './minutesRows.ts';

const family = 'times';
/** A4 upright with wide margins, as letters are written; in pt. */
const margin = { top: 62, bottom: 62, side: 64 };

/** The minutes as printed pages. */
export function layMinutes(blocks: readonly MinutesBlock[], title: string): readonly Scene[] {
  const { width, height } = papers.a4;
  const content = {
    x: margin.side,
    y: margin.top,
    width: width - 2 * margin.side,
    height: height - margin.top - margin.bottom,
  };
  const pages = toPages(toRows(blocks, content.width), content.height);
  return pages.map((rows, index) => {
    let y = content.y;
    const items = rows.flatMap((row) => {
      const drawn = drawRow(row, { x: content.x, y });
      y += toRowHeight(row);
      return drawn;
    });
    const logo = index === 0 ? toLogo(blocks, content) : [];
    const footer = toFooter(title, { page: index + 1, pageCount: pages.length, width, height });
    return { width, height, family, items: [...logo, ...items, ...footer] };
  });
}

/** Rows page by page. One that does not fit goes on in lines; the head of a table is repeated. */
function toPages(rows: readonly MinutesRow[], height: number): readonly (readonly MinutesRow[])[] {
  const pages: MinutesRow[][] = [[]];
  const waiting = [...rows];
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    const page = pages.at(-1) ?? [];
    const used = page.reduce((sum, each) => sum + toRowHeight(each), 0);
    if (used + toRowHeight(row) + toKeptHeight(row, waiting) <= height) {
      page.push(row);
      continue;
    }
    const [first, rest] = row.keepsNext ? [undefined, row] : splitRow(row, height - used);
    if (first) page.push(first);
    const isStuck = page.length <= (row.head ? 1 : 0) && !first;
    if (isStuck) {
      page.push(rest ?? row);
      continue;
    }
    const next = rest ?? row;
    pages.push(next.head ? [next.head] : []);
    waiting.unshift(next);
  }
  return pages;
}

/** The least that must stand on the page below a row that is not to stand last. */
function toKeptHeight(row: MinutesRow, waiting: readonly MinutesRow[]): number {
  if (!row.keepsNext) return 0;
  const [next, ...others] = waiting;
  if (!next) return 0;
  return next.keepsNext
    ? toRowHeight(next) + toKeptHeight(next, others)
    : Math.min(toRowHeight(next), 48);
}

/** Left of the letterhead, as high as its lines. */
function toLogo(
  blocks: readonly MinutesBlock[],
  { x, y }: { readonly x: number; readonly y: number },
): readonly ScenePicture[] {
  const head = blocks.find((block) => block.kind === 'letterhead');
  if (head?.logo === undefined) return [];
  const size = Math.min(62, Math.max(32, head.lines.length * 16));
  const place = { x, y, width: size, height: size };
  return [{ kind: 'picture', description: 'Logo', href: head.logo, ...place }];
}

interface FooterPlan {
  readonly page: number;
  readonly pageCount: number;
  readonly width: number;
  readonly height: number;
}

function toFooter(title: string, { page, pageCount, width, height }: FooterPlan) {
  const style: TextStyle = { size: 8, weight: 'regular', family };
  const box = { x: margin.side, y: height - 42, width: width - 2 * margin.side, height: 12 };
  const toItems = (
    text: string,
    align: 'start' | 'end',
    role: 'document-number' | 'page-number',
  ): readonly SceneItem[] => {
    const lines = wrapText(shapeText(text, style.weight, family), (box.width * 0.7) / style.size);
    return placeLines(lines.slice(0, 1), box, { style, align, valign: 'middle' }).map((line) => ({
      kind: 'text',
      ...line,
      role,
    }));
  };
  return [
    ...toItems(`Notula · ${title}`, 'start', 'document-number'),
    ...toItems(`Halaman ${page} dari ${pageCount}`, 'end', 'page-number'),
  ];
}
