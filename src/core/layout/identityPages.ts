import type { Identity } from '#core/model/procedure.ts';
import type { Box, Cell, PictureBox } from './geometry.ts';
import {
  type Block,
  type BlockStyle,
  blockPairs,
  toBlock,
  toBlockCells,
  toBlockHeight,
  toLineCount,
} from './identityBlocks.ts';
import { layIdentityHead, toLabelsWidth } from './identityHead.ts';
import type { PageSettings } from './settings.ts';

/** What the identity puts on one page, and where it ends. */
export interface IdentityPart {
  readonly cells: readonly Cell[];
  readonly pictures: readonly PictureBox[];
  readonly bottom: number;
}

/** Fewer lines than this don't begin at the foot of a page. */
const LEAST_LINES = 3;

const MAX_TYPE = 10.5;
/** Type becomes this small, and the left half this wide, where the block then fits on one page. */
const LEAST_TYPE = 7.5;
const LEFT_SHARES = [0.42, 0.48] as const;

/** Free for the signature or its QR code, in pt; the lower one where more is to stand on the page. */
export const SIGNATURE_HEIGHTS = { usual: 60, low: 46 } as const;

export interface IdentityPrinting {
  readonly settings: PageSettings;
  readonly signatureHeight: number;
}

/** The identity block, on further pages only where its lists are long. */
export function layIdentity(
  identity: Identity,
  content: Box,
  { settings: { typeSizePt, typeFamily }, signatureHeight }: IdentityPrinting,
): readonly IdentityPart[] {
  const wanted = Math.min(typeSizePt + 1, MAX_TYPE, content.width / 40);
  for (let size = wanted; size >= LEAST_TYPE; size -= 0.5)
    for (const share of LEFT_SHARES) {
      const parts = layBlocks(identity, content, {
        style: toStyle(size, typeFamily),
        share,
        signatureHeight,
      });
      if (parts.length === 1) return parts;
    }
  const style = toStyle(wanted, typeFamily);
  return layBlocks(identity, content, { style, share: LEFT_SHARES[0], signatureHeight });
}

function toStyle(size: number, family: PageSettings['typeFamily']): BlockStyle {
  return {
    text: { size, weight: 'regular', family },
    label: { size, weight: 'bold', family },
    padX: 5,
    padY: 4,
  };
}

interface BlockPlan {
  readonly style: BlockStyle;
  /** Of the left half. */
  readonly share: number;
  readonly signatureHeight: number;
}

function layBlocks(
  identity: Identity,
  content: Box,
  { style, share, signatureHeight }: BlockPlan,
): readonly IdentityPart[] {
  const label = Math.ceil(toLabelsWidth(style.label) + 2 * style.padX);
  const left = Math.round(Math.min(content.width * share, (content.width - label) * 0.52));
  const right = content.width - left;
  const widths = [left, label, right - label] as const;
  const head = layIdentityHead({ identity, box: content, widths, style, signatureHeight });
  let parts: readonly IdentityPart[] = [
    { cells: head.cells, pictures: head.pictures, bottom: content.y + head.height },
  ];
  for (const [first, second] of blockPairs) {
    const pair = [
      toBlock(identity, first, { width: left, style }),
      toBlock(identity, second, { width: right, style }),
    ] as const;
    parts = addPair(parts, pair, { content, left, style });
  }
  return parts;
}

interface PairPlace {
  readonly content: Box;
  /** Width of the left block. */
  readonly left: number;
  readonly style: BlockStyle;
}

/** Sets two blocks side by side, on as many pages as the longer one needs. */
function addPair(
  parts: readonly IdentityPart[],
  pair: readonly [Block, Block],
  place: PairPlace,
): readonly IdentityPart[] {
  const { content, style } = place;
  const pages = [...parts];
  let [first, second] = pair;
  let isPlaced = false;
  while (!isPlaced || countRest(first) + countRest(second) > 0) {
    const y = pages.at(-1)?.bottom ?? content.y;
    const most = Math.max(1, countRest(first), countRest(second));
    const fitting = toLineCount(content.y + content.height - y, style);
    if (fitting < Math.min(most, LEAST_LINES) && y > content.y) {
      pages.push({ cells: [], pictures: [], bottom: content.y });
      continue;
    }
    const count = toCount(most, fitting);
    const height = toBlockHeight(count, style);
    const page = pages.pop();
    const cells = toPairCells([first, second], count, { ...place, y, height });
    pages.push({
      cells: [...(page?.cells ?? []), ...cells],
      pictures: page?.pictures ?? [],
      bottom: y + height,
    });
    first = { ...first, taken: first.taken + count };
    second = { ...second, taken: second.taken + count };
    isPlaced = true;
  }
  return pages;
}

/** All lines, or as many as fit; a single one is not left for the next page. */
function toCount(most: number, fitting: number): number {
  if (most <= fitting) return most;
  return Math.max(1, fitting === most - 1 ? fitting - 1 : fitting);
}

function toPairCells(
  [first, second]: readonly [Block, Block],
  count: number,
  place: PairPlace & { readonly y: number; readonly height: number },
): readonly Cell[] {
  const { content, left, style, y, height } = place;
  const leftBox = { x: content.x, y, width: left, height };
  const rightBox = { x: content.x + left, y, width: content.width - left, height };
  return [
    ...toBlockCells(first, count, { box: leftBox, style }),
    ...toBlockCells(second, count, { box: rightBox, style }),
  ];
}

function countRest({ lines, taken }: Block): number {
  return Math.max(0, lines.length - taken);
}
