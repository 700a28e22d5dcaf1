import { toFileName } from '#core/export/fileName.ts';
import type { Scene } from '#core/export/scene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import type { ExportedFile } from './exportedFile.ts';
import { toFontNeeds } from './fontNeeds.ts';
import { zipParts } from './office/zipParts.ts';
import type { RenderTools } from './renderTools.ts';
import { toFontUris } from './webFonts.ts';

export interface PictureChoice {
  /** From 1, or all of them in a zip; the first when absent. */
  readonly page?: number | 'all' | undefined;
  /** Of png: pixels a pt. */
  readonly scale?: number | undefined;
  /** No white sheet behind the page. */
  readonly transparent?: boolean | undefined;
  /** Of svg: whether it brings its fonts along. */
  readonly embedFonts?: boolean | undefined;
}

export interface PictureSource {
  readonly scenes: readonly Scene[];
  readonly title: string;
  readonly format: 'svg' | 'png';
}

/** Pixels a pt: 144 dpi, sharp on a screen and good enough on paper. */
const USUAL_SCALE = 2;

const mimeTypes = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** A page as a picture, or all pages as a zip of pictures; undefined when there is no such page. */
export async function writePicture(
  { scenes, title, format }: PictureSource,
  tools: RenderTools,
  { page = 1, ...look }: PictureChoice,
): Promise<ExportedFile | undefined> {
  const pageCount = scenes.length;
  const toName = (number: number) => toFileName(title, format, pageCount > 1 ? number : undefined);
  const draw = format === 'png' ? toPngWriter(tools, look) : toSvgWriter(tools, title, look);
  if (page !== 'all' || pageCount === 1) {
    const number = page === 'all' ? 1 : page;
    const scene = scenes[number - 1];
    if (!scene) return undefined;
    return { bytes: await draw(scene), mimeType: mimeTypes[format], fileName: toName(number) };
  }
  const pages: Record<string, Uint8Array> = {};
  for (const [index, scene] of scenes.entries()) {
    pages[toName(index + 1)] = await draw(scene);
    tools.onPage?.(index + 1, pageCount);
  }
  const fileName = toFileName(title, `${format}.zip`);
  return { bytes: zipParts(pages), mimeType: 'application/zip', fileName };
}

type WritePage = (scene: Scene) => Promise<Uint8Array>;

function toPngWriter(
  { renderPng }: RenderTools,
  { scale = USUAL_SCALE, transparent = false }: PictureChoice,
): WritePage {
  return (scene) => renderPng(scene, { scale, transparent });
}

function toSvgWriter(
  { readWebFonts }: RenderTools,
  title: string,
  { transparent = false, embedFonts = false }: PictureChoice,
): WritePage {
  return async (scene) => {
    const fonts = embedFonts && toFontUris(await readWebFonts(toFontNeeds([scene])));
    const svg = toSvg(scene, { title, transparent, ...(fonts && { fonts }) });
    return new TextEncoder().encode(svg);
  };
}
