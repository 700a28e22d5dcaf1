// How long an Excel file takes to write and to read. `npm run bench xlsx`; prints, never fails.
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { toWholeSheets } from '#core/sheets/wholeSheets.ts';
import { importXlsx } from '#render/xlsx/importXlsx.ts';
import { renderXlsx } from '#render/xlsx/renderXlsx.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';

const rounds = 9;

async function measure(work: () => unknown): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return `${(times[0] ?? 0).toFixed(0)} ms the first time, ${median.toFixed(0)} ms then`;
}

for (const steps of [50, 200, 500]) {
  const procedure = sampleProcedure(steps, 5, 7);
  let bytes: Uint8Array = new Uint8Array();
  const writing = await measure(async () => {
    const scenes = toScenes(layoutDocument(procedure), procedure);
    bytes = await renderXlsx(scenes, { title: 'SOP', data: toWholeSheets(procedure) });
  });
  const reading = await measure(() => importXlsx(bytes));
  console.log(`xlsx, ${steps} steps, ${Math.round(bytes.length / 1024)} KB: written in ${writing}`);
  console.log(`  read in ${reading}`);
}
