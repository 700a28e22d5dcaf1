import { describe, expect, it } from 'vitest';
import {
  findPagesIn,
  fromAnchor,
  placePages,
  pxPerPt,
  stepZoom,
  toAnchor,
  toRevealing,
} from '#views/table/placement.ts';

const a4 = { width: 842, height: 595 };
const options = { zoom: 'fit', viewportWidth: 1000, gap: 20, bottom: 60 } as const;

describe('placePages', () => {
  it('fits the width and stacks the pages with gaps', () => {
    const { scale, pages, width } = placePages([a4, a4], options);

    expect(scale * 842).toBeCloseTo(960);
    expect(width).toBe(1000);
    expect(pages[1]?.y).toBeCloseTo(20 + 595 * scale + 20);
  });

  it('grows wider than the view when the zoom asks for it', () => {
    const { scale, width, pages } = placePages([a4], { ...options, zoom: 2 });

    expect(scale).toBeCloseTo(2 * pxPerPt);
    expect(width).toBeCloseTo(842 * scale + 40);
    expect(pages[0]?.x).toBe(20);
  });
});

describe('findPagesIn', () => {
  it('finds the pages that a band touches', () => {
    const placement = placePages(
      Array.from({ length: 5 }, () => a4),
      options,
    );
    const third = placement.pages[2];

    expect(findPagesIn(placement, { top: third?.y ?? 0, bottom: (third?.y ?? 0) + 10 })).toEqual({
      first: 2,
      last: 2,
    });
    expect(findPagesIn(placement, { top: -500, bottom: 10 })).toEqual({ first: 0, last: -1 });
  });
});

describe('toAnchor', () => {
  it('finds the same place on the paper at another zoom', () => {
    const small = placePages([a4, a4], options);
    const large = placePages([a4, a4], { ...options, zoom: 3 });
    const anchor = toAnchor(small, 900);
    if (!anchor) throw new RangeError('No page');

    const there = toAnchor(large, fromAnchor(large, anchor));

    expect(there?.page).toBe(anchor.page);
    expect(there?.share).toBeCloseTo(anchor.share);
  });
});

describe('toRevealing', () => {
  const placement = placePages([a4, a4], { ...options, zoom: 0.75 });

  it('stays where the box is in view already', () => {
    const view = { left: 0, top: 0, width: 1000, height: 500 };

    expect(toRevealing(placement, 0, { x: 100, y: 200, width: 50, height: 20 }, view)).toEqual({
      left: 0,
      top: 0,
    });
  });

  it('scrolls as little as shows the box with some room', () => {
    const view = { left: 0, top: 0, width: 1000, height: 500 };
    const { top } = toRevealing(placement, 1, { x: 100, y: 200, width: 50, height: 20 }, view);

    expect(top).toBeCloseTo(20 + 595 + 20 + 200 + 20 + 72 - 500);
  });
});

describe('stepZoom', () => {
  it('goes to the next round step and stops at the ends', () => {
    expect(stepZoom(1.22, 1)).toBe(1.25);
    expect(stepZoom(1.22, -1)).toBe(1.1);
    expect(stepZoom(4, 1)).toBe(4);
    expect(stepZoom(0.25, -1)).toBe(0.25);
  });
});
