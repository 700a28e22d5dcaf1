import type { Box, Point, TextLine } from '#core/layout/geometry.ts';
import { measureText } from '#core/layout/text/measureText.ts';
import { type TextRun, toTextRuns } from '#core/layout/text/textRuns.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { fontStacks } from './fontStacks.ts';
import { toArrow, toCorners, toGround } from './outline.ts';
import {
  type Scene,
  type SceneItem,
  type ScenePolyline,
  type SceneShape,
  type SceneText,
  toItemLines,
} from './scene.ts';
import { sceneColors as colors } from './sceneColors.ts';

export interface SvgOptions {
  /** The page's title, for whoever hears the picture. */
  readonly title?: string;
  /** No white sheet behind the page. */
  readonly transparent?: boolean;
  /** Fonts to embed, as `data:` URIs; without them the reader's own of that name are used. */
  readonly fonts?: SvgFonts;
  /** Draws a sign for what no shipped font has; other readers may well have a font for it. */
  readonly onlyShippedFonts?: boolean;
}

export interface SvgFonts {
  readonly regular: string;
  readonly bold: string;
  /** For pages with characters that the family lacks. */
  readonly fallback?: string;
}

const fallbackFamily = "'DejaVu Sans'";

/** A page as an SVG file: text as text, lengths in pt. */
export function toSvg(scene: Scene, options: SvgOptions = {}): string {
  const { title, transparent, fonts, onlyShippedFonts = false } = options;
  const { width, height, family = 'arial' } = scene;
  const size = `width="${round(width)}pt" height="${round(height)}pt"`;
  const view = `viewBox="0 0 ${round(width)} ${round(height)}"`;
  const style = `font-family="${fontStacks[family]}" style="font-kerning:none;font-variant-ligatures:none"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view} ${style} fill="none" stroke-linejoin="miter">`,
    ...(title ? [`<title>${escapeXml(title)}</title>`] : []),
    ...(fonts ? [toFontFaces(family, fonts)] : []),
    ...(transparent ? [] : [`<rect width="100%" height="100%" fill="${colors.paper}"/>`]),
    ...scene.items.map((item) => toElement(item, { family, onlyShippedFonts })),
    '</svg>',
    '',
  ].join('\n');
}

function toFontFaces(family: TypeFamily, { regular, bold, fallback }: SvgFonts): string {
  const name = fontStacks[family].split(',')[0] ?? '';
  const face = (weight: number, uri: string) =>
    `@font-face{font-family:${name};font-weight:${weight};src:url(${uri})}`;
  const other = fallback ? `@font-face{font-family:${fallbackFamily};src:url(${fallback})}` : '';
  return `<style>${face(400, regular)}${face(700, bold)}${other}</style>`;
}

interface Lettering {
  readonly family: TypeFamily;
  readonly onlyShippedFonts: boolean;
}

function toElement(item: SceneItem, lettering: Lettering): string {
  const lines = toItemLines(item).map((line) => toText(line, lettering));
  return [...toOutlines(item), ...lines].join('');
}

function toOutlines(item: SceneItem): readonly string[] {
  switch (item.kind) {
    case 'cell': {
      if (!item.fill && item.strokeWidth === 0) return [];
      const fill = item.fill ? ` fill="${colors[item.fill]}"` : '';
      return [`<rect ${toBoxAttributes(item)}${fill}${toStroke(item.strokeWidth)}/>`];
    }
    case 'shape':
      return [toShape(item)];
    case 'polyline':
      return [toPolyline(item)];
    case 'text':
      return [];
    case 'picture':
      return [`<image ${toBoxAttributes(item)} href="${escapeXml(item.href)}"/>`];
  }
}

function toShape(item: SceneShape): string {
  const look = `fill="${colors.paper}"${toStroke(item.strokeWidth)}`;
  return item.form === 'capsule'
    ? `<rect ${toBoxAttributes(item)} rx="${round(item.height / 2)}" ${look}/>`
    : `<polygon points="${toPoints(toCorners(item.form, item))}" ${look}/>`;
}

function toPolyline(item: ScenePolyline): string {
  const arrow = item.head ? toArrow(item.points, item.strokeWidth) : undefined;
  const ground = toGround(item);
  const white = ground ? `<rect ${toBoxAttributes(ground)} fill="${colors.paper}"/>` : '';
  const line = `${white}<polyline points="${toPoints(arrow?.shaft ?? item.points)}"${toStroke(item.strokeWidth)}/>`;
  return arrow ? `${line}<polygon points="${toPoints(arrow.head)}" fill="${colors.ink}"/>` : line;
}

type AnyLine = TextLine & Pick<SceneText, 'color' | 'rotate'>;

function toText(line: AnyLine, { family, onlyShippedFonts }: Lettering): string {
  const { text, x, y, size, weight, anchor, color = 'ink', rotate } = line;
  const runs = toTextRuns(text, family, weight);
  const isPlain = runs.every(({ font }) => font === 'family');
  const bold = weight === 'bold' ? ' font-weight="700"' : '';
  const align = isPlain && anchor !== 'start' ? ` text-anchor="${anchor}"` : '';
  const turn = rotate ? ` transform="rotate(${round(rotate)} ${round(x)} ${round(y)})"` : '';
  const look = `font-size="${round(size)}"${bold}${align}${turn} fill="${colors[color]}"`;
  const toLetters = (run: TextRun) => escapeXml(onlyShippedFonts ? run.drawable : run.text);
  const letters = isPlain ? runs.map(toLetters).join('') : toSpans(line, family, toLetters);
  return `<text x="${round(x)}" y="${round(y)}" ${look}>${letters}</text>`;
}

/** Each run at its own place, or some readers would draw them all in the font of one. */
function toSpans(
  { text, x, width, size, weight, anchor }: AnyLine,
  family: TypeFamily,
  toLetters: (run: TextRun) => string,
): string {
  let start = x - width * anchorShare[anchor];
  return toTextRuns(text, family, weight)
    .map((run) => {
      const font =
        run.font === 'family' ? '' : ` font-family="${fallbackFamily}" font-weight="400"`;
      const span = `<tspan x="${round(start)}"${font}>${toLetters(run)}</tspan>`;
      start += measureText(run.text, { size, weight, family });
      return span;
    })
    .join('');
}

const anchorShare = { start: 0, middle: 0.5, end: 1 } as const;

function toBoxAttributes(box: Box): string {
  return `x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}"`;
}

function toStroke(width: number): string {
  return width > 0 ? ` stroke="${colors.ink}" stroke-width="${round(width)}"` : '';
}

function toPoints(points: readonly Point[]): string {
  return points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
