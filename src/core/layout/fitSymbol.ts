import type { SymbolKind } from '#core/model/procedure.ts';
import type { ShapedText } from './text/shapeText.ts';
import { clipLines, type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT } from './textBlock.ts';

/** How large a symbol may be: it grows from the least to the greatest size until its text fits. */
export interface SymbolForm {
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly minHeight: number;
  readonly maxHeight: number;
  /** Least distance of the text from the outline. */
  readonly padding: number;
}

/** Sizes that are tried, beside the least one. */
const GROWTHS = 8;

export interface FittedSymbol {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly WrappedLine[];
}

interface Outline {
  readonly kind: SymbolKind;
  readonly width: number;
  readonly height: number;
  readonly padding: number;
}

/** The smallest symbol of a kind that holds a text; in the greatest one the text ends in "…". */
export function fitSymbol(
  kind: SymbolKind,
  form: SymbolForm,
  { shaped, size }: { readonly shaped: ShapedText; readonly size: number },
): FittedSymbol {
  if (shaped.longestLine <= 0) return { width: form.minWidth, height: form.minHeight, lines: [] };
  const { minWidth, maxWidth, minHeight, maxHeight, padding } = form;
  for (let growth = 0; growth <= GROWTHS; growth += 1) {
    const width = minWidth + ((maxWidth - minWidth) * growth) / GROWTHS;
    const height = minHeight + ((maxHeight - minHeight) * growth) / GROWTHS;
    const lines = wrapInside({ kind, width, height, padding }, shaped, size);
    if (lines) return { width, height, lines };
  }
  const outline = { kind, width: maxWidth, height: maxHeight, padding };
  return { width: maxWidth, height: maxHeight, lines: clipInside(outline, shaped, size) };
}

/** The text in as few lines as possible; undefined when it would stick out or break a word. */
function wrapInside(
  outline: Outline,
  shaped: ShapedText,
  size: number,
): readonly WrappedLine[] | undefined {
  for (let count = 1; ; count += 1) {
    const room = roomFor(count, outline, size) / size;
    if (room < shaped.longestPart) return undefined;
    if (shaped.longestLine > room * count * 1.01) continue;
    const lines = wrapText(shaped, room);
    if (lines.length <= count) return lines;
  }
}

function clipInside(outline: Outline, shaped: ShapedText, size: number): readonly WrappedLine[] {
  let count = 1;
  const least = Math.min(shaped.longestPart, (outline.width / size) * 0.4) * size;
  while (roomFor(count + 1, outline, size) >= least) count += 1;
  const maxWidth = Math.max(roomFor(count, outline, size), size) / size;
  return clipLines(wrapText(shaped, maxWidth), count, { shaped, maxWidth });
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
      const radius = height / 2;
      const inset = radius - Math.sqrt(Math.max(0, radius ** 2 - (block / 2) ** 2));
      return width - 2 * inset - padding;
    }
    case 'decision':
      // Letters are lower than their line, so the corners of the block may stick out a little.
      return width * (1 - (block - 0.35 * size) / height) - padding;
  }
}
