import type { RenderTools } from '#render/renderTools.ts';
import { readFonts } from './fonts.ts';

/** Writes files in Node: fonts from the disk, pictures by resvg, which is loaded for the first one. */
export const nodeTools: RenderTools = {
  readFonts: async (needs) => readFonts(needs, 'whole'),
  readWebFonts: async (needs) => readFonts(needs, 'web'),
  renderPng: async (scene, options) => {
    const { renderPng } = await import('./renderPng.ts');
    return renderPng(scene, options);
  },
};
