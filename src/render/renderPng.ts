import { Resvg } from '@resvg/resvg-js';
import type { Scene, ScenePicture } from '#core/export/scene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { findFonts } from './fonts.ts';

export interface PngOptions {
  /** Pixels a pt; 2 gives 144 dpi. */
  readonly scale: number;
  readonly transparent?: boolean;
}

/** A page as a picture. */
export function renderPng(scene: Scene, { scale, transparent = false }: PngOptions): Uint8Array {
  if (!(scale > 0)) throw new RangeError(`Scale must be positive, got ${scale}`);
  const fonts = findFonts(scene.family ?? 'arial');
  const picture = new Resvg(toSvg(scene, { transparent }), {
    fitTo: { mode: 'width', value: Math.max(1, Math.round(scene.width * scale)) },
    font: {
      loadSystemFonts: false,
      fontFiles: [fonts.regular, fonts.bold],
      defaultFontFamily: 'Arimo',
    },
  });
  return picture.render().asPng();
}

const PICTURE_SCALE = 4;

/**
 * A logo, whatever it is, in the shape of its box: resvg takes SVG and PNG and leaves a broken
 * picture blank.
 */
export function renderPicture(picture: ScenePicture): Uint8Array {
  const { width, height } = picture;
  const scene = { width, height, items: [{ ...picture, x: 0, y: 0 }] };
  return renderPng(scene, { scale: PICTURE_SCALE, transparent: true });
}
