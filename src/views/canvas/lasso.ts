import type { Box, CanvasLayout, Point } from '#core/layout/geometry.ts';
import type { Selected, Selection } from '#session/session.ts';

/** The frame between two corners, whichever was first. */
export function toFrame([startX, startY]: Point, [x, y]: Point): Box {
  return {
    x: Math.min(startX, x),
    y: Math.min(startY, y),
    width: Math.abs(x - startX),
    height: Math.abs(y - startY),
  };
}

/** The symbols that a frame touches, in reading order. */
export function findInFrame(layout: CanvasLayout, frame: Box): Selection {
  return layout.symbols
    .filter(
      ({ x, y, width, height }) =>
        x < frame.x + frame.width &&
        x + width > frame.x &&
        y < frame.y + frame.height &&
        y + height > frame.y,
    )
    .map(({ symbol }) => ({ kind: 'symbol', id: symbol }));
}

/** Both, each thing once. */
export function joinSelections(first: Selection, second: Selection): Selection {
  const isSame = (a: Selected, b: Selected) => a.kind === b.kind && a.id === b.id;
  return [...first, ...second.filter((each) => !first.some((other) => isSame(each, other)))];
}
