import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLayout } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { measureDocument } from '#core/layout/pageMetrics.ts';
import { PAPER_NAMES } from '#core/model/settings.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { flowchartPages, isWithin, overlaps } from '#tests/support/pageTexts.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';

const settings = fc.record({
  paper: fc.constantFrom(...PAPER_NAMES),
  orientation: fc.constantFrom('landscape', 'portrait'),
  symbolScale: fc.constantFrom(0.8, 1, 1.5),
  typeSizePt: fc.constantFrom(6, 8, 10),
  terminatorStyle: fc.constantFrom('activity', 'extra'),
  columnNumbers: fc.boolean(),
  startsOnIdentityPage: fc.boolean(),
  cover: fc.boolean(),
  decreePage: fc.boolean(),
  exitLabels: fc.constantFrom('words', 'letters'),
  tableNote: fc.constantFrom('', 'Catatan: semua hari adalah hari kerja.'),
});

const good = { clippedTexts: 0, missingPentagons: 0 };

describe('layoutDocument of any procedure', () => {
  it('clips nothing, misses no pentagon and keeps everything in its place', () => {
    const procedures = arbitraryProcedure({ steps: { most: 60 } });
    fc.assert(
      fc.property(procedures, settings, (procedure, chosen) => {
        const layout = layoutDocument(procedure, chosen);

        expect(measureDocument(layout, procedure)).toEqual(good);
        expectInPlace(layout);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('makes good pages of whatever the format allows', () => {
    fc.assert(
      fc.property(wildProcedure, (procedure) => {
        const layout = layoutDocument(procedure);

        expect(measureDocument(layout, procedure)).toEqual(good);
        expectInPlace(layout);
      }),
      { numRuns: 100, endOnFailure: true },
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
