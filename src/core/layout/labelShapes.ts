import type { LabelSize } from './router/routeRequest.ts';
import type { TextStyle } from './text/measureText.ts';
import { type ShapedText, shapeText } from './text/shapeText.ts';
import { type WrappedLine, wrapText } from './text/wrapText.ts';
import { LINE_HEIGHT } from './textBlock.ts';

/** A label's text in so many lines, with the room that they take. */
export interface LabelShape extends LabelSize {
  readonly lines: readonly WrappedLine[];
}

/** A label up to this length, in em, stays on one line. */
const SHORT = 5;
/** Longer labels take as many lines as keep each at most so long. */
const LONG = 7;
const USUAL_LINES = 3;

/** More than one document has. */
const MOST_KNOWN = 2000;
const knownShapes = new WeakMap<TextStyle, Map<string, readonly LabelShape[]>>();

/**
 * How a label may be set: each paragraph on one line first, then on more and shorter ones. Most
 * labels of a document say the same, so they are remembered as long as their style.
 */
export function toLabelShapes(text: string, style: TextStyle): readonly LabelShape[] {
  const known = knownShapes.get(style) ?? new Map<string, readonly LabelShape[]>();
  knownShapes.set(style, known);
  if (known.size >= MOST_KNOWN) known.clear();
  const shapes = known.get(text) ?? shapeLabel(text, style);
  known.set(text, shapes);
  return shapes;
}

function shapeLabel(text: string, style: TextStyle): readonly LabelShape[] {
  const shaped = shapeText(text, style.weight, style.family);
  const { longestLine } = shaped;
  if (longestLine <= 0) return [];
  const shapes = [toShape(wrapText(shaped, longestLine), style)];
  if (longestLine <= SHORT) return shapes;
  const most = Math.max(USUAL_LINES, Math.ceil(longestLine / LONG));
  for (let count = 2; count <= most; count += 1) {
    const lines = wrapEvenly(shaped, count);
    if (lines.length > (shapes.at(-1)?.lines.length ?? 0)) shapes.push(toShape(lines, style));
  }
  return shapes;
}

/** In at most so many lines a paragraph, each as short as can be without breaking a word. */
function wrapEvenly(shaped: ShapedText, count: number): readonly WrappedLine[] {
  const most = Math.max(count, shaped.paragraphs.length);
  let low = Math.max(shaped.longestPart, shaped.longestLine / count);
  let high = shaped.longestLine;
  if (wrapText(shaped, low).length <= most) return wrapText(shaped, low);
  for (let round = 0; round < 8; round += 1) {
    const middle = (low + high) / 2;
    if (wrapText(shaped, middle).length <= most) high = middle;
    else low = middle;
  }
  return wrapText(shaped, high);
}

function toShape(lines: readonly WrappedLine[], { size }: TextStyle): LabelShape {
  const width = Math.max(...lines.map((line) => line.width)) * size + 2;
  return { lines, width, height: size * (1.1 + (lines.length - 1) * LINE_HEIGHT) };
}
