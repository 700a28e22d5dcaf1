import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLayout } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { measureDocument } from '#core/layout/pageMetrics.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { arbitrarySettings } from '#tests/support/arbitrarySettings.ts';
import { flowchartPages, isWithin, overlaps } from '#tests/support/pageTexts.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';

/** The same procedures in every run, so that a red test speaks of the change before it. */
const SEED = 2012;

const good = { clippedTexts: 0, missingPentagons: 0 };

describe('layoutDocument of any procedure', () => {
  it('clips nothing, misses no pentagon and keeps everything in its place', () => {
    const procedures = arbitraryProcedure({ steps: { most: 60 } });
    fc.assert(
      fc.property(procedures, arbitrarySettings, (procedure, chosen) => {
        const layout = layoutDocument(procedure, chosen);

        expect(measureDocument(layout, procedure)).toEqual(good);
        expectInPlace(layout);
      }),
      { numRuns: 40, seed: SEED, endOnFailure: true },
    );
  });

  it('makes good pages of whatever the format allows', () => {
    fc.assert(
      fc.property(wildProcedure, (procedure) => {
        const layout = layoutDocument(procedure);

        expect(measureDocument(layout, procedure)).toEqual(good);
        expectInPlace(layout);
      }),
      { numRuns: 100, seed: SEED, endOnFailure: true },
    );
  });
});

function expectInPlace(layout: DocumentLayout): void {
  for (const { cells, footer, width } of layout.pages)
    for (const cell of cells)
      expect(isWithin(cell, { x: 0, y: 0, width, height: footer.y })).toBe(true);
  for (const { columns, rows, symbols, offPage } of flowchartPages(layout)) {
    const boxes = [...symbols, ...offPage];
    expect(boxes.filter((a) => boxes.some((b) => a !== b && overlaps(a, b)))).toEqual([]);
    for (const box of boxes) {
      const isInCell = columns.some(({ x, width }) =>
        rows.some(({ y, height }) => isWithin(box, { x, y, width, height })),
      );
      expect(isInCell).toBe(true);
    }
  }
}
