import { describe, expect, it } from 'vitest';
import type { Connector, SymbolBox } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure, Step } from '#core/model/procedure.ts';
import { sampleProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExamples } from '#tests/support/examples.ts';
import { typicalProcedure } from '#tests/support/typicalProcedure.ts';

const procedures = [
  ...readExamples().map(({ procedure }) => procedure),
  ...[1, 2, 3].flatMap((seed) => [typicalProcedure(60, 8, seed), sampleProcedure(60, 8, seed)]),
];

describe('a small edit', () => {
  it('leaves the arrows of other rows on the canvas as they are when a step is inserted', () => {
    expect(shareOfChanged(insertStep, (each) => [layoutCanvas(each)])).toBeLessThan(0.06);
  });

  it('moves hardly an arrow when a step is renamed', () => {
    expect(shareOfChanged(renameStep, (each) => [layoutCanvas(each)])).toBeLessThan(0.04);
    expect(shareOfChanged(renameStep, (each) => layoutDocument(each).pages)).toBeLessThan(0.01);
  });

  it('leaves most arrows of the pages as they are when a step is inserted', () => {
    expect(shareOfChanged(insertStep, (each) => layoutDocument(each).pages)).toBeLessThan(0.25);
  });
});

type Edit = (procedure: Procedure, place: number) => Procedure;
type Drawing = readonly {
  readonly symbols: readonly SymbolBox[];
  readonly connectors: readonly Connector[];
}[];

/** Which part of the arrows changes its shape, on average over edits at many places. */
function shareOfChanged(edit: Edit, draw: (procedure: Procedure) => Drawing): number {
  let changed = 0;
  let total = 0;
  for (const procedure of procedures) {
    const before = describeArrows(draw(procedure), procedure);
    for (let place = 2; place < procedure.steps.length - 1; place += 6) {
      const after = describeArrows(draw(edit(procedure, place)), procedure);
      total += before.size;
      for (const [flow, shape] of before)
        if (after.has(flow) && after.get(flow) !== shape) changed += 1;
    }
  }
  return changed / total;
}

/** The shape of each arrow as seen from its source, so that rows that only move down don't count. */
function describeArrows(drawing: Drawing, { flows }: Procedure): ReadonlyMap<string, string> {
  const sources = new Map(flows.map(({ id, from }) => [id, from]));
  return new Map(
    drawing.flatMap(({ symbols, connectors }) => {
      const tops = new Map(symbols.map(({ symbol, y }) => [symbol, y]));
      return connectors.map(({ flow, points }) => {
        const top = tops.get(sources.get(flow) ?? '') ?? 0;
        return [flow, points.map(([x, y]) => `${x.toFixed(1)} ${(y - top).toFixed(1)}`).join()];
      });
    }),
  );
}

function insertStep(procedure: Procedure, place: number): Procedure {
  const model = procedure.steps[place];
  const [symbol] = model?.symbols ?? [];
  if (!model || !symbol) return procedure;
  const step: Step = {
    id: 'inserted',
    activity: 'Mencatat dalam buku agenda',
    requirements: '',
    duration: '1 hari',
    output: '',
    notes: '',
    symbols: [{ id: 'inserted symbol', actor: symbol.actor, kind: 'process' }],
  };
  return { ...procedure, steps: procedure.steps.toSpliced(place, 0, step) };
}

function renameStep(procedure: Procedure, place: number): Procedure {
  const steps = procedure.steps.map((step, index) =>
    index === place ? { ...step, activity: `${step.activity} lagi` } : step,
  );
  return { ...procedure, steps };
}
