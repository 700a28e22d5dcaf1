import { toFileName } from '#core/export/fileName.ts';
import type { MinutesAnnex } from '#core/meeting/annexes.ts';
import { type AnnexPage, layAnnexes, toLabelledScene } from '#core/meeting/layAnnexes.ts';
import { layMinutes } from '#core/meeting/layMinutes.ts';
import type { MinutesBlock } from '#core/meeting/minutesBlocks.ts';
import type { DrawnAnnex } from './docx/annexPages.ts';
import type { ExportedFile } from './exportedFile.ts';
import { toFontNeeds } from './fontNeeds.ts';
import { drawPictures, type RenderTools } from './renderTools.ts';

export const MINUTES_FORMATS = ['pdf', 'docx'] as const;
export type MinutesFormat = (typeof MINUTES_FORMATS)[number];

interface PrintedMinutes {
  readonly title: string;
  readonly blocks: readonly MinutesBlock[];
  /** What was voted about, drawn behind them. */
  readonly annexes: readonly MinutesAnnex[];
}

/** The minutes of a meeting as a file to take home. */
export async function exportMinutes(
  { blocks, title, annexes }: PrintedMinutes,
  format: MinutesFormat,
  tools: RenderTools,
): Promise<ExportedFile> {
  const fileName = toFileName(`Notula ${title}`, format).replace(/^SOP /, '');
  const drawings = layAnnexes(annexes);
  const written = layMinutes(blocks, title);
  const scenes = [...written, ...drawings.map(toLabelledScene)];
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
      const logo = written.flatMap(({ items }) => items).find((item) => item.kind === 'picture');
      const bytes = renderMinutes(blocks, {
        title,
        annexes: await drawAnnexes(drawings, tools),
        logo: logo && { picture: logo, png: drawPicture(logo) },
      });
      return { bytes, mimeType: docxType, fileName };
    }
  }
}

/** As pictures: the table of an SOP is a page of its own, and nothing to go on writing in. */
async function drawAnnexes(
  drawings: readonly AnnexPage[],
  { renderPng }: RenderTools,
): Promise<readonly DrawnAnnex[]> {
  const drawn: DrawnAnnex[] = [];
  for (const { label, scene } of drawings)
    drawn.push({ label, scene, png: await renderPng(scene, { scale: ANNEX_SCALE }) });
  return drawn;
}

/** 180 dpi. */
const ANNEX_SCALE = 2.5;

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
