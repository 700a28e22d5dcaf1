// Counts what must not be in a drawing, on a thousand procedures: on their pages and on the canvas.
// Prints the sums and the cases; ends with 1 when there is any.
import fc from 'fast-check';
import { measureCanvas } from '#core/layout/canvasMetrics.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { findForbidden, measureLayout } from '#core/layout/layoutMetrics.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExamples } from '#tests/support/examples.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';

type Counts = Readonly<Record<string, number>>;

/** `npx tsx tests/bench/layoutQuality.bench.ts [seed] [count]` */
const [seed = 1, count = 1000] = process.argv.slice(2).map(Number);

const examples = readExamples();
const typical = Array.from({ length: count / 10 }, (_, index) =>
  typicalProcedure(2 + ((index * 7) % 199), 1 + (index % 15), seed + index),
);
const wild = fc.sample(arbitraryProcedure(), { seed, numRuns: count });

measureAll(
  'examples',
  examples.map(({ procedure }) => procedure),
);
measureAll('typical procedures', typical);
measureAll('wild procedures', wild);

function measureAll(name: string, procedures: readonly Procedure[]): void {
  const steps = procedures.reduce((sum, each) => sum + each.steps.length, 0);
  console.log(`\n${procedures.length} ${name}, ${steps} steps`);
  report('pages', procedures, (procedure) => ({
    ...measureLayout(layoutDocument(procedure), procedure),
  }));
  report('canvas', procedures, (procedure) => ({
    ...measureCanvas(layoutCanvas(procedure), procedure),
  }));
}

function report(
  where: string,
  procedures: readonly Procedure[],
  measure: (procedure: Procedure) => Counts,
): void {
  const start = process.cpuUsage();
  const sums: Record<string, number> = {};
  procedures.forEach((procedure, index) => {
    const counts = measure(procedure);
    for (const [key, value] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + value;
    const forbidden = findForbidden(counts);
    if (Object.keys(forbidden).length === 0) return;
    process.exitCode = 1;
    console.log(`    case ${index} of seed ${seed}: ${toText(forbidden)}`);
  });
  const { user, system } = process.cpuUsage(start);
  console.log(`  ${where}: ${toText(sums)} · ${((user + system) / 1e6).toFixed(0)} s of CPU`);
}

function toText(counts: Counts): string {
  return Object.entries(counts)
    .map(([key, value]) => `${key} ${value}`)
    .join(' · ');
}
