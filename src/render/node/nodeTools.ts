import type { RenderTools } from '#render/renderTools.ts';
import { readFonts } from './fonts.ts';
import { renderPng } from './renderPng.ts';

/** Writes files in Node: fonts from the disk, pictures by resvg. */
export const nodeTools: RenderTools = {
  readFonts: async (family) => readFonts(family),
  readWebFonts: async (family) => readFonts(family, 'woff2'),
  renderPng: async (scene, options) => renderPng(scene, options),
};
