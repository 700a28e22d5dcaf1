import type { Box, Point, TextLine } from '#core/layout/geometry.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { toArrow, toCorners } from './outline.ts';
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
  readonly fonts?: { readonly regular: string; readonly bold: string };
}

/** The first is the family shipped with Alur; the others look the same and are on most machines. */
const fontFamilies: Readonly<Record<TypeFamily, string>> = {
  arial: "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif",
  bookman: "'TeX Gyre Bonum', 'Bookman Old Style', serif",
  times: "Tinos, 'Times New Roman', 'Liberation Serif', serif",
};

/** A page as an SVG file: text as text, lengths in pt. */
export function toSvg(scene: Scene, { title, transparent, fonts }: SvgOptions = {}): string {
  const { width, height, family = 'arial' } = scene;
  const size = `width="${round(width)}pt" height="${round(height)}pt"`;
  const view = `viewBox="0 0 ${round(width)} ${round(height)}"`;
  const style = `font-family="${fontFamilies[family]}" style="font-kerning:none;font-variant-ligatures:none"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view} ${style} fill="none" stroke-linejoin="miter">`,
    ...(title ? [`<title>${escapeXml(title)}</title>`] : []),
    ...(fonts ? [toFontFaces(family, fonts)] : []),
    ...(transparent ? [] : [`<rect width="100%" height="100%" fill="${colors.paper}"/>`]),
    ...scene.items.map(toElement),
    '</svg>',
    '',
  ].join('\n');
}

function toFontFaces(
  family: TypeFamily,
  { regular, bold }: { readonly regular: string; readonly bold: string },
): string {
  const name = fontFamilies[family].split(',')[0] ?? '';
  const face = (weight: number, uri: string) =>
    `@font-face{font-family:${name};font-weight:${weight};src:url(${uri})}`;
  return `<style>${face(400, regular)}${face(700, bold)}</style>`;
}

function toElement(item: SceneItem): string {
  return [...toOutlines(item), ...toItemLines(item).map(toText)].join('');
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
  const line = `<polyline points="${toPoints(arrow?.shaft ?? item.points)}"${toStroke(item.strokeWidth)}/>`;
  return arrow ? `${line}<polygon points="${toPoints(arrow.head)}" fill="${colors.ink}"/>` : line;
}

type AnyLine = TextLine & Pick<SceneText, 'color' | 'rotate'>;

function toText(line: AnyLine): string {
  const { text, x, y, size, weight, anchor, color = 'ink', rotate } = line;
  const bold = weight === 'bold' ? ' font-weight="700"' : '';
  const align = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const turn = rotate ? ` transform="rotate(${round(rotate)} ${round(x)} ${round(y)})"` : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${bold}${align}${turn} fill="${colors[color]}">${escapeXml(text)}</text>`;
}

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
