import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import {
  between,
  type Camera,
  fitBox,
  panBy,
  toCamera,
  toSheetPoint,
  toView,
  zoomAt,
} from '#core/presentation/camera.ts';
import { findFocus, findSurroundings } from '#core/presentation/surroundings.ts';
import { toTimer } from '#core/presentation/timer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const screen = { width: 1600, height: 800 };
const phone = { width: 400, height: 300 };

describe('camera', () => {
  it('means the same part of the sheet on every screen', () => {
    const camera: Camera = { x: 300, y: 200, scale: 2 };

    const onPhone = toCamera(toView(camera, screen), phone);

    expect(onPhone).toEqual({ x: 300, y: 200, scale: 0.75 });
  });

  it('keeps what is below the pointer when it zooms', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 1600 }), y: fc.nat(800) });
    fc.assert(
      fc.property(place, fc.double({ min: 0.5, max: 2, noNaN: true }), (at, factor) => {
        const camera: Camera = { x: 10, y: 20, scale: 1 };
        const zoomed = zoomAt(camera, screen, at, factor);

        const before = toSheetPoint(camera, screen, at);
        expect(toSheetPoint(zoomed, screen, at).x).toBeCloseTo(before.x, 6);
        expect(toSheetPoint(zoomed, screen, at).y).toBeCloseTo(before.y, 6);
      }),
    );
  });

  it('fits a box with its margin, and moves the sheet with the finger', () => {
    const box = { x: 0, y: 0, width: 700, height: 700 };
    expect(fitBox(box, screen, { margin: 50, mostScale: 4 })).toEqual({ x: 350, y: 350, scale: 1 });
    expect(panBy({ x: 0, y: 0, scale: 2 }, 10, -20)).toEqual({ x: -5, y: 10, scale: 2 });
    const half = between({ x: 0, y: 0, scale: 1 }, { x: 10, y: 20, scale: 4 }, 0.5);
    expect(half.scale).toBeCloseTo(2, 9);
    expect(half).toMatchObject({ x: 5, y: 10 });
  });
});

describe('findSurroundings', () => {
  it('tells which symbols and arrows belong to a step', () => {
    const surroundings = findSurroundings(smallProcedure(), 'check');

    expect(surroundings).toEqual({
      own: new Set(['s2']),
      neighbours: new Set(['s1', 's3']),
      entries: new Set(['f1']),
      exits: new Set(['f2', 'f3']),
    });
  });

  it('focuses the step alone where there is no room for its neighbours, nothing where it has no symbol', () => {
    const procedure = smallProcedure();
    const layout = layoutCanvas(procedure);
    const own = layout.symbols.find(({ symbol }) => symbol === 's2');
    const surroundings = findSurroundings(procedure, 'check');
    const { x = 0, y = 0, width = 0, height = 0 } = own ?? {};

    expect(findFocus(layout, surroundings, { width: 10, height: 10 })).toEqual({
      ...{ x, y, width, height },
    });
    const wide = findFocus(layout, surroundings, { width: 5000, height: 5000 });
    expect(wide?.width).toBeGreaterThan(width);
    expect(findFocus(layout, findSurroundings(procedure, 'gone'), screen)).toBeUndefined();
  });
});

describe('toTimer', () => {
  it('counts, and says when the planned time is near its end or over', () => {
    const minutes = (value: number) => value * 60_000;

    expect(toTimer(minutes(7) + 5400, null)).toEqual({
      elapsed: '7:05',
      tone: 'within',
      minutesLeft: null,
    });
    expect(toTimer(minutes(16), 20)).toEqual({ elapsed: '16:00', tone: 'near', minutesLeft: 4 });
    expect(toTimer(minutes(62), 20)).toEqual({
      elapsed: '1:02:00',
      tone: 'over',
      minutesLeft: -42,
    });
    expect(toTimer(-5, 20)).toEqual({ elapsed: '0:00', tone: 'within', minutesLeft: 20 });
  });
});
