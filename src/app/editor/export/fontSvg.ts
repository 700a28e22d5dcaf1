import { type Scene, toItemLines } from '#core/export/scene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { toFontNeeds } from '#render/fontNeeds.ts';
import { toFontUris } from '#render/webFonts.ts';
import { readWebFonts } from './fetchFonts.ts';

/** A page as SVG that brings its fonts along, as a picture in a page must: it sees nothing else. */
export async function toFontSvg(
  scene: Scene,
  { transparent }: { readonly transparent: boolean },
): Promise<string> {
  const isWritten = scene.items.some((item) => toItemLines(item).length > 0);
  if (!isWritten) return toSvg(scene, { transparent });
  const fonts = toFontUris(await readWebFonts(toFontNeeds([scene])));
  return toSvg(scene, { transparent, fonts });
}
