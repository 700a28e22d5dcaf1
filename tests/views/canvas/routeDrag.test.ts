import { describe, expect, it } from 'vitest';
import type { CanvasLayout, Point } from '#core/layout/geometry.ts';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { gridProcedure } from '#tests/support/gridProcedure.ts';
import { listChannels } from '#views/canvas/channels.ts';
import { type RouteGrip, toRouteGesture } from '#views/canvas/routeDrag.ts';

const flow = 'B2>B1';
// A person wants the way in from above, so no other arrow can have that side.
const procedure = gridProcedure('ABC', 'B1! > B2? >Ya B3!; B2 >Tidak B1', {
  'B1>B2': { entry: 'top' },
});
const layout = layoutCanvas(procedure);

/** What the drag of a grip means, and how many layouts it took to find out. */
function dragTo(grip: RouteGrip, at: Point, before = at) {
  let layouts = 0;
  const toLayout = (tried: typeof procedure): CanvasLayout => {
    layouts += 1;
    return layoutCanvas(tried);
  };
  const drawn = { procedure, layout, toLayout };
  const first = toRouteGesture(drawn, { flow, grip, start: before, at: before });
  const gesture = toRouteGesture(drawn, { flow, grip, start: before, at }, first);
  return { gesture, layouts };
}

function boxOf(symbol: string) {
  const box = layout.symbols.find((each) => each.symbol === symbol);
  if (!box) throw new RangeError(`No box ${symbol}`);
  return box;
}

describe('toRouteGesture', () => {
  it('shows the arrow from the side that its end is near', () => {
    const { x, y, width, height } = boxOf('B2');

    const { gesture } = dragTo('from', [x + width + 20, y + height / 2]);

    expect(gesture).toMatchObject({ route: { exit: 'right' }, isKept: true, isAsNow: false });
    expect(gesture?.preview?.points[0]).toEqual([x + width, y + height / 2]);
  });

  it('means no side away from the symbol', () => {
    const { x, y, width } = boxOf('B2');

    expect(dragTo('from', [x + width + 60, y]).gesture).toBeUndefined();
  });

  it('says when the wish cannot be kept: an arrow has to come in there', () => {
    const { x, y, width } = boxOf('B2');

    expect(dragTo('from', [x + width / 2, y - 8]).gesture).toMatchObject({
      route: { exit: 'top' },
      isKept: false,
    });
  });

  it.each(listChannels(layout))('aims at the gap $channel between lanes', ({ channel, x }) => {
    const { gesture } = dragTo('channel', [x + 15, 150]);

    expect(gesture).toMatchObject({ route: { channel }, isKept: true });
  });

  it('asks for no new layout while the aim stays the same', () => {
    expect(dragTo('channel', [520, 180], [470, 150]).layouts).toBe(1);
    expect(dragTo('channel', [700, 180], [470, 150]).layouts).toBe(2);
  });

  it('moves the label as far as the pointer goes along the arrow', () => {
    const [start, corner] = layout.connectors.find((each) => each.flow === flow)?.points ?? [];
    if (!start || !corner) throw new RangeError('No arrow');

    const near = dragTo('labelAt', corner, start).gesture?.route.labelAt ?? 0;
    const far = dragTo('labelAt', [corner[0], corner[1] - 60], start).gesture?.route.labelAt ?? 0;

    expect(near).toBeGreaterThan(0);
    expect(far).toBeGreaterThan(near);
    expect(dragTo('labelAt', start, start).gesture?.route.labelAt).toBeLessThan(near);
  });
});
