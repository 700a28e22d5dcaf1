import type { SymbolKind } from '#core/model/procedure.ts';
import type { ShapedText } from './text/shapeText.ts';
import { clipLines, type WrappedLine, wrapInto, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT } from './textBlock.ts';

/**
 * How large a symbol may be: it grows from the least to the greatest size until its text fits, then
 * in height alone.
 */
export interface SymbolForm {
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly minHeight: number;
  readonly maxHeight: number;
  /** Where the greatest size is still too small. */
  readonly tallest: number;
  /** Least distance of the text from the outline. */
  readonly padding: number;
}

/** Sizes that are tried, beside the least one, and heights beyond the greatest size. */
const GROWTHS = 8;
const STRETCHES = 4;

export interface FittedSymbol {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly WrappedLine[];
  /** Of its type, in pt. */
  readonly size: number;
  /** Whether the lines are all of the text. */
  readonly isWhole: boolean;
}

interface SymbolText {
  readonly shaped: ShapedText;
  /** The size of its type, in pt, and smaller ones for when it has no room, in falling order. */
  readonly sizes: readonly [number, ...number[]];
}

interface Outline {
  readonly kind: SymbolKind;
  readonly width: number;
  readonly height: number;
  readonly padding: number;
}

/**
 * The smallest symbol of a kind that holds a text whole, without a word broken; undefined when even
 * the tallest with the smallest type does not.
 */
export function fitSymbol(
  kind: SymbolKind,
  form: SymbolForm,
  { shaped, sizes }: SymbolText,
): FittedSymbol | undefined {
  if (shaped.longestLine <= 0) return { ...toEmptySymbol(form, sizes[0]), isWhole: true };
  const outlines = toOutlines(kind, form);
  for (const size of sizes)
    for (const outline of outlines) {
      const lines = wrapInside(outline, shaped, size);
      const { width, height } = outline;
      if (lines) return { width, height, lines, size, isWhole: true };
    }
  return undefined;
}

/** A symbol without its text, which stands elsewhere. */
export function toEmptySymbol({ minWidth, minHeight }: SymbolForm, size: number): FittedSymbol {
  return { width: minWidth, height: minHeight, lines: [], size, isWhole: false };
}

/** The tallest symbol of a kind, in which a text ends in "…" where it has no room. */
export function fillSymbol(
  kind: SymbolKind,
  { maxWidth, tallest, padding }: SymbolForm,
  { shaped, sizes }: SymbolText,
): FittedSymbol {
  const size = sizes.at(-1) ?? sizes[0];
  const outline = { kind, width: maxWidth, height: tallest, padding };
  const { lines, isWhole } = clipInside(outline, shaped, size);
  return { width: maxWidth, height: tallest, lines, size, isWhole };
}

/** From the least to the tallest. */
function toOutlines(
  kind: SymbolKind,
  { minWidth, maxWidth, minHeight, maxHeight, tallest, padding }: SymbolForm,
): readonly Outline[] {
  const grown = Array.from({ length: GROWTHS + 1 }, (_, growth) => ({
    kind,
    width: minWidth + ((maxWidth - minWidth) * growth) / GROWTHS,
    height: minHeight + ((maxHeight - minHeight) * growth) / GROWTHS,
    padding,
  }));
  const stretched = Array.from({ length: STRETCHES }, (_, stretch) => ({
    kind,
    width: maxWidth,
    height: maxHeight + ((tallest - maxHeight) * (stretch + 1)) / STRETCHES,
    padding,
  }));
  return [...grown, ...stretched];
}

/** The text in as few lines as possible; undefined when it would stick out or break a word. */
function wrapInside(
  outline: Outline,
  shaped: ShapedText,
  size: number,
): readonly WrappedLine[] | undefined {
  for (let count = 1; ; count += 1) {
    const room = roomFor(count, outline, size) / size;
    if (room < shaped.longestPart)
      return outline.kind === 'decision' ? wrapDiamond(outline, shaped, size) : undefined;
    if (shaped.paragraphs.length > count || shaped.longestLine > room * count * 1.01) continue;
    const lines = wrapText(shaped, room);
    if (lines.length <= count) return lines;
  }
}

/** Lines that are the longer the nearer they are to the diamond's middle. */
function wrapDiamond(
  outline: Outline,
  shaped: ShapedText,
  size: number,
): readonly WrappedLine[] | undefined {
  const most = Math.floor(outline.height / (size * LINE_HEIGHT));
  for (let count = Math.max(2, shaped.paragraphs.length); count <= most; count += 1) {
    const rooms = Array.from({ length: count }, (_, line) => {
      // A line has as much room as a block that reaches from its far edge to that of its mirror image.
      const reach = Math.max(count - 2 * line, 2 * line + 2 - count);
      return roomFor(reach, outline, size) / size;
    });
    if (rooms.reduce((sum, room) => sum + Math.max(0, room), 0) < shaped.longestLine) continue;
    const lines = wrapInto(shaped, rooms);
    if (lines?.length === count) return lines;
  }
  return undefined;
}

function clipInside(
  outline: Outline,
  shaped: ShapedText,
  size: number,
): Pick<FittedSymbol, 'lines' | 'isWhole'> {
  let count = 1;
  const least = Math.min(shaped.longestPart, (outline.width / size) * 0.4) * size;
  while (roomFor(count + 1, outline, size) >= least) count += 1;
  const maxWidth = Math.max(roomFor(count, outline, size), size) / size;
  const lines = wrapText(shaped, maxWidth);
  return {
    lines: clipLines(lines, count, { shaped, maxWidth }),
    isWhole: lines.length <= count,
  };
}

/** Width that `count` centred lines may have inside an outline; negative when they are too many. */
function roomFor(count: number, { kind, width, height, padding }: Outline, size: number): number {
  const block = count * size * LINE_HEIGHT;
  switch (kind) {
    case 'process':
      return block > height - 2 * padding ? -1 : width - 2 * padding;
    case 'terminator': {
      if (block > height - padding) return -1;
      // The ends are half circles; the block's corners touch them.
      const radius = Math.min(width, height) / 2;
      const over = Math.max(0, block / 2 - (height / 2 - radius));
      const inset = radius - Math.sqrt(Math.max(0, radius ** 2 - over ** 2));
      return width - 2 * inset - padding;
    }
    case 'decision':
      // Letters are lower than their line, so the corners of the block may stick out a little.
      return width * (1 - (block - 0.35 * size) / height) - padding;
  }
}
