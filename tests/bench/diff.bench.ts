// How long two states of a procedure of 1,000 steps take to compare. `npm run bench diff`; prints, never fails.
import { diffProcedures } from '#core/diff/diffProcedures.ts';
import { listChanges } from '#core/diff/listChanges.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureJson } from '#core/model/parse.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';

const rounds = 15;
const before = sampleProcedure(1000, 8, 1);
const other = sampleProcedure(1000, 8, 2);
const pairs: readonly (readonly [string, Procedure])[] = [
  ['40 steps rewritten, one moved', edit(before)],
  ['the same under other ids', withOtherIds(before)],
  ['40 steps rewritten, one moved, other ids', withOtherIds(edit(before))],
  ['another procedure, the same ids', other],
  ['another procedure, other ids', withOtherIds(other)],
];

for (const [name, after] of pairs) {
  const diff = measure(() => diffProcedures(before, after));
  const list = measure(() => listChanges(before, after));
  console.log(`1,000 steps, ${name}: diff ${diff}, list of changes ${list}`);
}

function edit(procedure: Procedure): Procedure {
  const steps = procedure.steps.map((step, index) =>
    index % 25 === 0 ? { ...step, activity: `${step.activity} segera`, duration: '2 jam' } : step,
  );
  return {
    ...procedure,
    steps: steps.toSpliced(500, 1).toSpliced(10, 0, ...steps.slice(500, 501)),
  };
}

function withOtherIds(procedure: Procedure): Procedure {
  const text = JSON.stringify(toProcedureFile(procedure));
  const parsed = parseProcedureJson(text.replaceAll(/"(id|from|to|actor)":"/g, '"$1":"x'));
  if (!parsed.ok) throw new RangeError(parsed.problem.message);
  return parsed.procedure;
}

function measure(run: () => unknown): string {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return `${median.toFixed(0)} ms (the first time ${(times[0] ?? 0).toFixed(0)} ms)`;
}
