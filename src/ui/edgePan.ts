/** How near to the window's edge a drag moves the view, in px. */
const edgePx = 44;
/** At the very edge, in px a frame. */
const maxSpeedPx = 14;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Point = readonly [x: number, y: number];

/** How far the view moves in a frame while something is dragged at a point near the frame's edge, in px. */
export function toEdgePan(frame: Frame, [x, y]: Point): Point {
  return [toSpeed(x - frame.x, frame.width), toSpeed(y - frame.y, frame.height)];
}

function toSpeed(at: number, length: number): number {
  const before = Math.min(1, Math.max(0, (edgePx - at) / edgePx));
  const after = Math.min(1, Math.max(0, (at - (length - edgePx)) / edgePx));
  return Math.round((before - after) * maxSpeedPx);
}
