import { describe, expect, it } from 'vitest';
import { type BubbleTarget, placeBubble, type Rect } from '#app/help/placeBubble.ts';

const bubble = { width: 340, height: 180 };
const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

describe('placeBubble', () => {
  it('stands beside its target, with the arrow at the middle of that', () => {
    const target = { left: 300, top: 400, width: 120, height: 40 };

    expect(placeBubble(toTarget(target), bubble, laptop)).toEqual({
      left: 436,
      top: 330,
      side: 'right',
      arrow: 90,
    });
  });

  it('stays in the window, and its arrow at the target, where that is near an edge', () => {
    const target = { left: 1300, top: 10, width: 80, height: 40 };

    const place = placeBubble(toTarget(target), bubble, laptop);

    expect(place).toMatchObject({ side: 'left', top: 12 });
    expect((place?.top ?? 0) + (place?.arrow ?? 0)).toBe(32);
  });

  it('covers nothing of what its control belongs to', () => {
    const symbol = { left: 300, top: 300, width: 200, height: 80 };
    const control = { left: 390, top: 390, width: 20, height: 20 };

    const place = placeBubble({ ...toTarget(control), clear: symbol }, bubble, laptop);

    expect(place).toMatchObject({ side: 'right', left: 516 });
    expect((place?.top ?? 0) + (place?.arrow ?? 0)).toBe(400);
  });

  it('stands below or above on a phone, where nothing is wide enough beside it', () => {
    const high = { left: 40, top: 120, width: 120, height: 40 };
    const low = { ...high, top: 700 };

    expect(placeBubble(toTarget(high), bubble, phone)).toMatchObject({
      side: 'below',
      left: 12,
      top: 176,
    });
    expect(placeBubble(toTarget(low), bubble, phone)).toMatchObject({
      side: 'above',
      left: 12,
      top: 504,
    });
  });

  it('has no place beside what fills the window', () => {
    expect(
      placeBubble(toTarget({ left: 0, top: 60, width: 390, height: 760 }), bubble, phone),
    ).toBe(undefined);
  });
});

function toTarget(control: Rect): BubbleTarget {
  return { control, clear: control, sides: ['right', 'left', 'below', 'above'] };
}
