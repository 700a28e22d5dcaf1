import { Resvg } from '@resvg/resvg-js';
import type { Scene } from '#core/export/scene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { toFontNeeds } from '#render/fontNeeds.ts';
import type { PngOptions } from '#render/renderTools.ts';
import { findFonts } from './fonts.ts';

/** A page as a picture, drawn by resvg, which leaves a broken picture in it blank. */
export function renderPng(scene: Scene, { scale, transparent = false }: PngOptions): Uint8Array {
  if (!(scale > 0)) throw new RangeError(`Scale must be positive, got ${scale}`);
  const fonts = findFonts(toFontNeeds([scene]), 'whole');
  const picture = new Resvg(toSvg(scene, { transparent, onlyShippedFonts: true }), {
    fitTo: { mode: 'width', value: Math.max(1, Math.round(scene.width * scale)) },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(fonts),
      defaultFontFamily: 'Arimo',
    },
  });
  return picture.render().asPng();
}
