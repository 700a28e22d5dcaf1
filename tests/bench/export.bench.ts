// How long the files of a procedure take. `npm run bench export`; prints, never fails.
import { exportProcedure } from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';

const rounds = 9;
const formats = ['pdf', 'docx', 'xlsx'] as const;

for (const steps of [50, 200, 500]) {
  const procedure = sampleProcedure(steps, 5, 7);
  for (const format of formats) {
    const times: number[] = [];
    let size = 0;
    let pages = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const result = await exportProcedure(procedure, format, nodeTools);
      times.push(performance.now() - start);
      size = result.ok ? result.file.bytes.length : 0;
      pages = result.pageCount;
    }
    const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
    console.log(
      `${format}, ${steps} steps, ${pages} pages: ${(times[0] ?? 0).toFixed(0)} ms the first time, ` +
        `${median.toFixed(0)} ms then, ${Math.round(size / 1024)} KB`,
    );
  }
}
