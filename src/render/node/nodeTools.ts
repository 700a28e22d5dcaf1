import type { RenderTools } from '#render/renderTools.ts';
import { readFonts } from './fonts.ts';
import { renderPng } from './renderPng.ts';

/** Writes files in Node: fonts from the disk, pictures by resvg. */
export const nodeTools: RenderTools = {
  readFonts: async (needs) => readFonts(needs, 'whole'),
  readWebFonts: async (needs) => readFonts(needs, 'web'),
  renderPng: async (scene, options) => renderPng(scene, options),
};
