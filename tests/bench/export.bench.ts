// How long the files of a procedure take. `npm run bench export`; prints, never fails.
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { renderDocx } from '#render/docx/renderDocx.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';

const rounds = 9;

function measure(work: () => void): { readonly first: number; readonly median: number } {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const sorted = times.toSorted((a, b) => a - b);
  return { first: times[0] ?? 0, median: sorted[Math.floor(rounds / 2)] ?? 0 };
}

for (const steps of [50, 200, 500]) {
  const procedure = sampleProcedure(steps, 5, 7);
  const title = 'SOP';
  let bytes: Uint8Array = new Uint8Array();
  let pages = 0;
  const { first, median } = measure(() => {
    const scenes = toScenes(layoutDocument(procedure), procedure);
    bytes = renderDocx(scenes, { title, procedure });
    pages = scenes.length;
  });
  const scenes = toScenes(layoutDocument(procedure), procedure);
  const writing = measure(() => renderDocx(scenes, { title, procedure }));
  console.log(
    `docx, ${steps} steps, ${pages} pages: ${first.toFixed(0)} ms the first time, ${median.toFixed(0)} ms then ` +
      `(${writing.median.toFixed(0)} ms of it writing), ${Math.round(bytes.length / 1024)} KB`,
  );
}
