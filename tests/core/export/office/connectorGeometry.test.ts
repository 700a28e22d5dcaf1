import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConnectorGeometry,
  toConnectorGeometry,
} from '#core/export/office/connectorGeometry.ts';
import type { Point } from '#core/layout/geometry.ts';

/** Draws a geometry as the presets of ECMA-376 define it: path, mirror, turn. */
function draw(geometry: ConnectorGeometry): readonly Point[] {
  const { x, y, width: w, height: h, adjusts } = geometry;
  const [a1 = 0, a2 = 0, a3 = 0] = adjusts.map((adjust) => adjust / 100_000);
  const paths: Record<ConnectorGeometry['preset'], readonly Point[]> = {
    straightConnector1: [
      [0, 0],
      [w, h],
    ],
    bentConnector2: [
      [0, 0],
      [w, 0],
      [w, h],
    ],
    bentConnector3: [
      [0, 0],
      [w * a1, 0],
      [w * a1, h],
      [w, h],
    ],
    bentConnector4: [
      [0, 0],
      [w * a1, 0],
      [w * a1, h * a2],
      [w, h * a2],
      [w, h],
    ],
    bentConnector5: [
      [0, 0],
      [w * a1, 0],
      [w * a1, h * a2],
      [w * a3, h * a2],
      [w * a3, h],
      [w, h],
    ],
  };
  return paths[geometry.preset].map(([px, py]): Point => {
    const mx = (geometry.flipH ? w - px : px) - w / 2;
    const my = (geometry.flipV ? h - py : py) - h / 2;
    const [tx, ty] = geometry.rotation === 90 ? [-my, mx] : [mx, my];
    return [x + w / 2 + tx, y + h / 2 + ty];
  });
}

/** Orthogonal polylines of 1 to 5 segments with lengths of either sign. */
const polylines = fc
  .record({
    start: fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 })),
    isVerticalFirst: fc.boolean(),
    lengths: fc.array(
      fc.oneof(fc.integer({ min: -200, max: -3 }), fc.integer({ min: 3, max: 200 })),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ start, isVerticalFirst, lengths }) => {
    const points: Point[] = [start];
    let [x, y] = start;
    for (const [index, length] of lengths.entries()) {
      if ((index % 2 === 0) === isVerticalFirst) y += length;
      else x += length;
      points.push([x, y]);
    }
    return points;
  });

describe('toConnectorGeometry', () => {
  it('draws every polyline of up to five segments where it was', () => {
    fc.assert(
      fc.property(polylines, (points) => {
        const geometry = toConnectorGeometry(points);

        expect(geometry).toBeDefined();
        const drawn = geometry ? draw(geometry) : [];
        expect(drawn).toHaveLength(points.length);
        for (const [index, [x, y]] of drawn.entries()) {
          expect(Math.abs(x - (points[index]?.[0] ?? Number.NaN))).toBeLessThan(0.11);
          expect(Math.abs(y - (points[index]?.[1] ?? Number.NaN))).toBeLessThan(0.11);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a straight arrow a straight line', () => {
    expect(
      toConnectorGeometry([
        [10, 50],
        [10, 20],
      ]),
    ).toEqual({
      preset: 'straightConnector1',
      x: 10,
      y: 20,
      width: 0,
      height: 30,
      rotation: 0,
      flipH: false,
      flipV: true,
      adjusts: [],
    });
  });

  it('has no preset for more than four bends', () => {
    const points: Point[] = [
      [0, 0],
      [9, 0],
      [9, 9],
      [18, 9],
      [18, 18],
      [27, 18],
      [27, 27],
    ];

    expect(toConnectorGeometry(points)).toBeUndefined();
  });
});
