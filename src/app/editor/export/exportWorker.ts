// A thread of its own, so that the page stays awake while a long document is written.
import type { Scene } from '#core/export/scene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';
import { exportProcedure } from '#render/exportProcedure.ts';
import type { RenderTools } from '#render/renderTools.ts';
import type { FileOrder, FromWorker, PictureOrder, ToWorker } from './exportMessages.ts';
import { readFonts, readWebFonts } from './fetchFonts.ts';
import { toFontSvg } from './fontSvg.ts';
import { PageDrawings } from './PageDrawings.ts';

const drawings = new PageDrawings(send);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'warm':
      return void warmUp(data.family);
    case 'file':
      return void answer(data.job, () => writeFile(data.job, data.order));
    case 'picture':
      return void answer(data.job, () => drawPicture(data.job, data.order));
    case 'drawn':
    case 'undrawn':
      return drawings.settle(data);
  }
});

function send(message: FromWorker): void {
  postMessage(message);
}

async function answer(job: number, work: () => Promise<FromWorker>): Promise<void> {
  try {
    send(await work());
  } catch (error) {
    send({ type: 'failed', job, message: String(error) });
  }
}

async function writeFile(
  job: number,
  { procedure, format, choice }: FileOrder,
): Promise<FromWorker> {
  const onPage = (doneCount: number, pageCount: number) =>
    send({ type: 'page', job, doneCount, pageCount });
  const result = await exportProcedure(procedure, format, { ...tools, onPage }, choice);
  return { type: 'written', job, result };
}

async function drawPicture(job: number, { scene, options }: PictureOrder): Promise<FromWorker> {
  const { transparent = false } = options;
  const png = await tools.renderPng(scene, options);
  // Office programs know the fonts by their names and none that lies inside.
  const svg = toSvg(scene, { transparent });
  return { type: 'pictured', job, picture: { png, svg } };
}

const tools: RenderTools = {
  readFonts,
  readWebFonts,
  renderPng: async (scene: Scene, { scale, transparent = false }) =>
    drawings.draw({
      svg: await toFontSvg(scene, { transparent }),
      widthPx: Math.max(1, Math.round(scene.width * scale)),
      heightPx: Math.max(1, Math.round(scene.height * scale)),
    }),
};

/** Loads what files need, so that they can be written without the network later. */
async function warmUp(family: TypeFamily): Promise<void> {
  await Promise.allSettled([
    readFonts({ family }),
    readWebFonts({ family }),
    import('#render/renderPdf.ts'),
    import('#render/docx/renderDocx.ts'),
    import('#render/xlsx/renderXlsx.ts'),
  ]);
}
