import { describe, expect, it } from 'vitest';
import type { Point } from '#core/layout/geometry.ts';
import { type Arrow, type Drawing, measureDrawing } from '#core/layout/metrics.ts';

/** Two columns and three rows of 100 × 100, with boxes of 40 × 20 in the middle of four cells. */
function drawing(arrows: readonly Arrow[], joints: readonly Point[][] = []): Drawing {
  const box = { width: 40, height: 20, kind: 'process' } as const;
  return {
    area: { x: 0, y: 0, width: 200, height: 300 },
    rules: { xs: [0, 100, 200], ys: [0, 100, 200, 300] },
    symbols: [
      { ...box, x: 30, y: 40 },
      { ...box, x: 130, y: 40 },
      { ...box, x: 30, y: 140 },
      { ...box, x: 130, y: 240, kind: 'decision' },
    ],
    arrows,
    joints,
  };
}

function arrow(mergeKey: string, ...points: Point[]): Arrow {
  return { mergeKey, points };
}

const DOWN = arrow('a', [50, 60], [50, 140]);
const NOTHING = {
  throughSymbols: 0,
  overlaps: 0,
  crossings: 0,
  bends: 0,
  sideConflicts: 0,
  ruleRunners: 0,
  labelHits: 0,
  strayLabels: 0,
  struckLabels: 0,
  offCentreEnds: 0,
  entriesFromBelow: 0,
  outsideArea: 0,
  looseEnds: 0,
};

describe('measureDrawing', () => {
  it('finds nothing in a straight arrow', () => {
    expect(measureDrawing(drawing([DOWN]))).toEqual(NOTHING);
  });

  it('counts lines through symbols, but not past the corner of a diamond', () => {
    const through = arrow('b', [130, 50], [20, 50], [20, 150], [30, 150]);
    const past = arrow('b', [150, 60], [150, 235], [132, 235], [132, 246]);

    expect(measureDrawing(drawing([through])).throughSymbols).toBe(1);
    expect(measureDrawing(drawing([past])).throughSymbols).toBe(0);
  });

  it('counts lines on each other, unless both lead to one target to the end', () => {
    const other = (key: string) => arrow(key, [130, 50], [90, 50], [90, 110], [50, 110], [50, 140]);

    expect(measureDrawing(drawing([DOWN, other('b')])).overlaps).toBeGreaterThan(0);
    expect(measureDrawing(drawing([DOWN, other('a')]))).toEqual({ ...NOTHING, bends: 3 });
  });

  it('counts an arrow that touches another with its corner', () => {
    const touching = arrow('b', [130, 50], [50, 100], [50, 100]);

    expect(measureDrawing(drawing([DOWN, touching])).overlaps).toBeGreaterThan(0);
  });

  it('counts crossings of arrows and of joint lines', () => {
    const across = arrow('b', [150, 60], [150, 90], [20, 90], [20, 150], [30, 150]);

    expect(measureDrawing(drawing([DOWN, across]))).toEqual({ ...NOTHING, crossings: 1, bends: 3 });
    expect(
      measureDrawing(
        drawing(
          [DOWN],
          [
            [
              [20, 80],
              [90, 80],
            ],
          ],
        ),
      ).crossings,
    ).toBe(1);
  });

  it('counts a side with arrows both ways, off the middle or unevenly spread', () => {
    const back = arrow('b', [50, 140], [50, 60]);
    const aside = arrow('b', [40, 60], [40, 140]);

    expect(measureDrawing(drawing([DOWN, back]))).toMatchObject({ sideConflicts: 2 });
    expect(measureDrawing(drawing([aside]))).toEqual({ ...NOTHING, offCentreEnds: 2 });
  });

  it('counts lines along rules, out of the area, and entries from below', () => {
    const edge = arrow('b', [70, 50], [100.5, 50], [100.5, 150], [70, 150]);
    const outside = arrow('b', [30, 50], [-5, 50], [-5, 150], [30, 150]);
    const below = arrow('b', [150, 240], [150, 60]);

    expect(measureDrawing(drawing([edge]))).toEqual({ ...NOTHING, ruleRunners: 1, bends: 2 });
    expect(measureDrawing(drawing([outside]))).toEqual({ ...NOTHING, outsideArea: 3, bends: 2 });
    expect(measureDrawing(drawing([below]))).toEqual({ ...NOTHING, entriesFromBelow: 1 });
  });

  it('counts labels on lines, symbols, labels and outside, and takes the air beside a diamond', () => {
    const labelled = (x: number, y: number): Arrow => ({
      ...DOWN,
      label: { x, y, width: 10, height: 8 },
    });

    expect(measureDrawing(drawing([labelled(45, 70)])).labelHits).toBe(1);
    expect(measureDrawing(drawing([labelled(66, 45)])).labelHits).toBe(1);
    expect(measureDrawing(drawing([labelled(-3, 70)])).labelHits).toBe(1);
    expect(measureDrawing(drawing([labelled(128, 236)])).labelHits).toBe(0);
    expect(measureDrawing(drawing([labelled(52, 70)])).labelHits).toBe(0);
  });

  it('counts labels nearer to another exit than to their own, and those that a row rule strikes', () => {
    const label = { x: 120, y: 30, width: 20, height: 8 };
    const long = { ...arrow('b', [70, 50], [140, 50], [140, 60]), label };
    const other = arrow('b', [130, 45], [130, 60]);
    const struck = { ...DOWN, label: { x: 52, y: 96, width: 10, height: 8 } };

    expect(measureDrawing(drawing([long])).strayLabels).toBe(0);
    expect(measureDrawing(drawing([long, other])).strayLabels).toBe(1);
    expect(measureDrawing(drawing([struck])).struckLabels).toBe(1);
  });

  it('counts arrows that are missing or end in the air', () => {
    expect(measureDrawing(drawing([arrow('b'), arrow('b', [50, 60], [50, 130])])).looseEnds).toBe(
      3,
    );
  });
});
