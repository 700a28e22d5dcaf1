import { toFileName } from '#core/export/fileName.ts';
import { layMinutes } from '#core/meeting/layMinutes.ts';
import type { MinutesBlock } from '#core/meeting/minutesBlocks.ts';
import type { ExportedFile } from './exportedFile.ts';
import { toFontNeeds } from './fontNeeds.ts';
import { drawPictures, type RenderTools } from './renderTools.ts';

export const MINUTES_FORMATS = ['pdf', 'docx'] as const;
export type MinutesFormat = (typeof MINUTES_FORMATS)[number];

/** The minutes of a meeting as a file to take home. */
export async function exportMinutes(
  { blocks, title }: { readonly blocks: readonly MinutesBlock[]; readonly title: string },
  format: MinutesFormat,
  tools: RenderTools,
): Promise<ExportedFile> {
  const fileName = toFileName(`Notula ${title}`, format).replace(/^SOP /, '');
  const scenes = layMinutes(blocks, title);
  const drawPicture = await drawPictures(scenes, tools);
  switch (format) {
    case 'pdf': {
      const [{ renderPdf }, fonts] = await Promise.all([
        import('./renderPdf.ts'),
        tools.readFonts(toFontNeeds(scenes)),
      ]);
      const bytes = await renderPdf(scenes, { title: `Notula ${title}`, fonts, drawPicture });
      return { bytes, mimeType: 'application/pdf', fileName };
    }
    case 'docx': {
      const { renderMinutes } = await import('./docx/renderMinutes.ts');
      const logo = scenes.flatMap(({ items }) => items).find((item) => item.kind === 'picture');
      const bytes = renderMinutes(blocks, {
        title,
        logo: logo && { picture: logo, png: drawPicture(logo) },
      });
      return { bytes, mimeType: docxType, fileName };
    }
  }
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
