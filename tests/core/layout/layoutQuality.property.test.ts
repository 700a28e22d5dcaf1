import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureCanvas } from '#core/layout/canvasMetrics.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { findForbidden, measureLayout } from '#core/layout/layoutMetrics.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { arbitrarySettings } from '#tests/support/arbitrarySettings.ts';
import { readExamples } from '#tests/support/examples.ts';

// `npx tsx tests/bench/layoutQuality.bench.ts` does the same with a thousand procedures.

/** Fixed, so that a change of the layout decides whether these hold, and not chance. */
const SEED = 3;

describe('the layout', () => {
  it.each(readExamples())('draws nothing forbidden in $name', ({ procedure }) => {
    const pages = measureLayout(layoutDocument(procedure), procedure);
    const canvas = measureCanvas(layoutCanvas(procedure), procedure);

    expect([findForbidden(pages), findForbidden(canvas)]).toEqual([{}, {}]);
  });

  it('draws nothing forbidden on the pages of any procedure, whatever the settings', () => {
    fc.assert(
      fc.property(arbitraryProcedure(), arbitrarySettings, (procedure, settings) => {
        const metrics = measureLayout(layoutDocument(procedure, settings), procedure);

        expect(findForbidden(metrics)).toEqual({});
      }),
      { numRuns: 25, seed: SEED },
    );
  }, 120_000);

  it('draws nothing forbidden on the canvas of any procedure', () => {
    fc.assert(
      fc.property(arbitraryProcedure(), (procedure) => {
        const metrics = measureCanvas(layoutCanvas(procedure), procedure);

        expect(findForbidden(metrics)).toEqual({});
      }),
      { numRuns: 25, seed: SEED },
    );
  }, 120_000);
});
