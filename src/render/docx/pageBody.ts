import type { ScenePicture } from '#core/export/scene.ts';
import { toTwips } from '#render/office/units.ts';
import { toCanvas } from './canvas.ts';
import type { TextContext } from './cellText.ts';
import type { DocumentIds } from './documentIds.ts';
import type { FlowBlock, PageFlow, TextBlock } from './pageFlow.ts';
import { toPicture } from './picture.ts';
import { toRuns } from './runs.ts';
import { toTable } from './table.ts';
import { toLinePitch } from './textStyles.ts';

export interface PageContext extends TextContext {
  readonly ids: DocumentIds;
  /** Stores a picture in the file and gives its relationship; pictures are left out without it. */
  readonly addPicture: ((picture: ScenePicture) => string) | undefined;
}

export interface PagePlace {
  /** Its number, from 1. */
  readonly page: number;
  /** Where the section's text begins on its pages, and how wide it is, in pt. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly isFirst: boolean;
}

/** Height of the paragraph that holds a page's drawing, in pt. */
export const ANCHOR_HEIGHT = 1;

/** A page as paragraphs and tables; its drawing hangs on a paragraph of 1 pt before them. */
export function toPageBody(flow: PageFlow, place: PagePlace, context: PageContext): string {
  const { blocks, scene } = flow;
  const start = Math.max((blocks[0]?.top ?? place.top) - place.top, ANCHOR_HEIGHT);
  const name = `Bagan alir halaman ${place.page}`;
  const { ids, styles, addPicture } = context;
  const pictures = addPicture ? scene.items.filter((item) => item.kind === 'picture') : [];
  const drawings = [
    ...pictures.map((picture) =>
      toPicture(picture, { id: ids.next(), link: addPicture?.(picture) ?? '' }),
    ),
    toCanvas({ items: scene.items, ids, styles, name }),
  ].join('');
  const parts = [toAnchor(start, { isNewPage: !place.isFirst, content: drawings })];
  let bottom = place.top + start;
  for (const [index, block] of blocks.entries()) {
    const gap = Math.max(0, block.top - bottom);
    const isAfterTable = blocks[index - 1]?.kind === 'table';
    // Word joins tables without a paragraph between them.
    if (block.kind === 'table' && (isAfterTable || gap > 0.1))
      parts.push(toAnchor(Math.max(gap, ANCHOR_HEIGHT)));
    parts.push(toBlock(block, { place, gap, context }));
    bottom = block.bottom;
  }
  return parts.join('');
}

/** A paragraph without text, exactly so high. */
export function toAnchor(
  height: number,
  { isNewPage = false, content = '', section = '' } = {},
): string {
  const line = `<w:spacing w:line="${Math.max(1, toTwips(height))}" w:lineRule="exact"/>`;
  const properties = `<w:pStyle w:val="Jangkar"/>${isNewPage ? '<w:pageBreakBefore/>' : ''}${line}${section}`;
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

interface BlockPlan {
  readonly place: PagePlace;
  readonly gap: number;
  readonly context: PageContext;
}

function toBlock(block: FlowBlock, { place, gap, context }: BlockPlan): string {
  if (block.kind === 'text') return toTextParagraph(block, { place, gap, context });
  const { grid, cells } = block;
  const title = tableTitles[grid.table];
  return toTable({ grid, cells, left: place.left, title }, context);
}

const tableTitles = {
  identity: 'Identitas SOP',
  steps: 'Langkah-langkah SOP',
  page: 'Halaman SOP',
} as const;

function toTextParagraph(
  { first, text, top }: TextBlock,
  { place, gap, context }: BlockPlan,
): string {
  const style = first.role === 'note' ? 'CatatanTabel' : 'IsiHalaman';
  const face = context.styles.faceOf(style);
  const line =
    first.size === face.size ? '' : ` w:line="${toLinePitch(first.size)}" w:lineRule="exact"`;
  const before = top > 0 && gap > 0.05 ? ` w:before="${toTwips(gap)}"` : '';
  const properties = [
    `<w:pStyle w:val="${style}"/>`,
    before || line ? `<w:spacing${before}${line}/>` : '',
    toTextPlace(first, place),
  ];
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${toRuns(text, first, face)}</w:p>`;
}

/** Indents that set the line to its place; its wrapping keeps to the same middle or edge. */
function toTextPlace(
  { x, anchor }: TextBlock['first'],
  { left, width }: Pick<PagePlace, 'left' | 'width'>,
): string {
  const [before, after] = [x - left, left + width - x];
  switch (anchor) {
    case 'start':
      return before > 0.1 ? `<w:ind w:left="${toTwips(before)}"/>` : '';
    case 'end':
      return `${after > 0.1 ? `<w:ind w:right="${toTwips(after)}"/>` : ''}<w:jc w:val="right"/>`;
    case 'middle': {
      const room = Math.min(before, after);
      const [start, end] = [toTwips(before - room), toTwips(after - room)];
      const indent = start > 1 || end > 1 ? `<w:ind w:left="${start}" w:right="${end}"/>` : '';
      return `${indent}<w:jc w:val="center"/>`;
    }
  }
}
