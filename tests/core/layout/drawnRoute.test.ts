import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBrokenWishes, findLongRun, findSide, readRoute } from '#core/layout/drawnRoute.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import type { Procedure, RouteHint } from '#core/model/procedure.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';

const LOOP = 'B1! > B2? >Ya B3!; B2 >Tidak B1';

function looped(hint?: RouteHint): Procedure {
  return gridProcedure('ABC', LOOP, hint && { 'B2>B1': hint });
}

/** What is drawn of one arrow, and what of its hint is not. */
function drawn(procedure: Procedure, id: string) {
  const layout = layoutCanvas(procedure);
  const flow = procedure.flows.find((each) => each.id === id);
  const connector = layout.connectors.find((each) => each.flow === id);
  const source = layout.symbols.find(({ symbol }) => symbol === flow?.from);
  const target = layout.symbols.find(({ symbol }) => symbol === flow?.to);
  if (!flow || !connector || !source || !target) throw new RangeError(`Nothing drawn of ${id}`);
  const surroundings = { source, target, columns: layout.columns };
  return {
    route: readRoute(connector, surroundings),
    broken: findBrokenWishes(flow.route ?? {}, connector, surroundings),
  };
}

describe('readRoute', () => {
  it('says sides, gap and label as a hint would', () => {
    const { route } = drawn(looped({ exit: 'right', entry: 'right', channel: 'B' }), 'B2>B1');

    expect(route).toMatchObject({ exit: 'right', entry: 'right', channel: 'B' });
    expect(route.labelAt).toBeLessThan(0.1);
  });

  it('knows no gap for an arrow straight down its column', () => {
    expect(drawn(looped(), 'B1>B2').route).toEqual({
      exit: 'bottom',
      entry: 'top',
      channel: undefined,
      labelAt: undefined,
    });
  });
});

describe('findBrokenWishes', () => {
  it.each<RouteHint>([
    { exit: 'right' },
    { entry: 'left' },
    { channel: null },
    { channel: 'A' },
    { channel: 'B' },
    { channel: 'C' },
    { labelAt: 0 },
    { labelAt: 0.5 },
    { labelAt: 0.8 },
    { exit: 'right', entry: 'right', channel: 'C', labelAt: 0.5 },
  ])('finds none where the router keeps %o', (hint) => {
    expect(drawn(looped(hint), 'B2>B1').broken).toEqual([]);
  });

  it('names the one of two wishes for the same side that is not kept', () => {
    const procedure = gridProcedure('ABC', LOOP, {
      'B1>B2': { entry: 'top' },
      'B2>B1': { exit: 'top' },
    });

    const broken = [drawn(procedure, 'B1>B2').broken, drawn(procedure, 'B2>B1').broken];

    expect(broken.flat()).toHaveLength(1);
  });

  it('wishes back what is drawn: then nothing is broken', () => {
    const free = drawn(looped(), 'B2>B1').route;
    fc.assert(
      fc.property(fc.subarray(['exit', 'entry', 'channel', 'labelAt'] as const), (parts) => {
        const hint = Object.fromEntries(parts.map((part) => [part, free[part]]));
        return drawn(looped(hint), 'B2>B1').broken.length === 0;
      }),
      { numRuns: 16 },
    );
  });
});

describe('A hint on the canvas', () => {
  const hint = { exit: 'right', entry: 'right', channel: 'B', labelAt: 0.5 } as const;

  it.each([
    ['a step below', `${LOOP}; B3 > C4 > A5!`],
    ['another loop', `${LOOP}; B3 > B4? >Ya A5!; B4 >Tidak B1`],
    ['a box beside the start', `${LOOP}; A1 > A4`],
  ])('is drawn as before beside %s', (_, text) => {
    const procedure = gridProcedure('ABC', text, { 'B2>B1': hint });

    expect(drawn(procedure, 'B2>B1').broken).toEqual([]);
  });
});

describe('findSide', () => {
  it('goes by the shape of the box, not by the angle', () => {
    const wide = { x: 0, y: 0, width: 200, height: 40 };

    expect(findSide(wide, [140, 60])).toBe('bottom');
    expect(findSide(wide, [210, 30])).toBe('right');
    expect(findSide(wide, [-30, 45])).toBe('left');
  });
});

describe('findLongRun', () => {
  it('is the longest part that goes up or down', () => {
    expect(
      findLongRun([
        [0, 0],
        [0, 10],
        [50, 10],
        [50, -80],
        [10, -80],
      ]),
    ).toEqual({ x: 50, top: -80, bottom: 10 });
    expect(
      findLongRun([
        [0, 0],
        [90, 0],
      ]),
    ).toBeUndefined();
  });
});
