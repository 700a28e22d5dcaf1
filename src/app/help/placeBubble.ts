/** A rectangle of the window, in CSS px. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a bubble stands beside what it speaks of. */
export interface BubblePlace {
  readonly left: number;
  readonly top: number;
  /** The side of the target on which it stands. */
  readonly side: Side;
  /** Where its arrow leaves: along the edge that faces the target, from the bubble's left or top. */
  readonly arrow: number;
}

export type Side = 'right' | 'left' | 'below' | 'above';

/** From the target to the bubble, and from the bubble to the window's edge, in CSS px. */
const gapPx = 16;
const edgePx = 12;
/** The arrow keeps away from the round corners. */
const cornerPx = 20;

/** What a bubble speaks of. */
export interface BubbleTarget {
  /** The control itself. */
  readonly control: Rect;
  /** What stays in sight: the control with what it belongs to. */
  readonly clear: Rect;
  /** The sides on which the bubble may stand, the best first. */
  readonly sides: readonly Side[];
}

/** Beside the target where the window has room; undefined where it has none on any side. */
export function placeBubble(
  { control, clear: target, sides }: BubbleTarget,
  bubble: Size,
  frame: Size,
): BubblePlace | undefined {
  const side = sides.find((each) => hasRoom(each, target, bubble, frame));
  if (!side) return undefined;
  const [x, y] = [control.left + control.width / 2, control.top + control.height / 2];
  if (side === 'right' || side === 'left') {
    const top = clamp(y - bubble.height / 2, edgePx, frame.height - edgePx - bubble.height);
    const left =
      side === 'right' ? target.left + target.width + gapPx : target.left - gapPx - bubble.width;
    return { left, top, side, arrow: clamp(y - top, cornerPx, bubble.height - cornerPx) };
  }
  const left = clamp(x - bubble.width / 2, edgePx, frame.width - edgePx - bubble.width);
  const top =
    side === 'below' ? target.top + target.height + gapPx : target.top - gapPx - bubble.height;
  return { left, top, side, arrow: clamp(x - left, cornerPx, bubble.width - cornerPx) };
}

function hasRoom(side: Side, { left, top, width, height }: Rect, bubble: Size, frame: Size) {
  const needed = gapPx + edgePx;
  switch (side) {
    case 'right':
      return frame.width - (left + width) >= bubble.width + needed;
    case 'left':
      return left >= bubble.width + needed;
    case 'below':
      return frame.height - (top + height) >= bubble.height + needed;
    case 'above':
      return top >= bubble.height + needed;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
