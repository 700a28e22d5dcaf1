import type { Point } from '#core/layout/geometry.ts';
import type { Side } from '#core/model/procedure.ts';
import type { SceneEnd, SceneShape } from './scene.ts';

/** Farther than this from the middle of a side, in pt, a line is not glued to it. */
const NEAR = 0.3;

const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** The shape whose side a line's end stands at the middle of. */
export function findEnd(
  shapes: readonly SceneShape[],
  point: Point | undefined,
): SceneEnd | undefined {
  if (!point) return undefined;
  for (const shape of shapes)
    for (const side of sides)
      if (isNear(point, toMiddle(shape, side))) return { ref: shape.ref, side };
  return undefined;
}

function toMiddle({ x, y, width, height }: SceneShape, side: Side): Point {
  switch (side) {
    case 'top':
      return [x + width / 2, y];
    case 'right':
      return [x + width, y + height / 2];
    case 'bottom':
      return [x + width / 2, y + height];
    case 'left':
      return [x, y + height / 2];
  }
}

function isNear([x, y]: Point, [otherX, otherY]: Point): boolean {
  return Math.abs(x - otherX) < NEAR && Math.abs(y - otherY) < NEAR;
}
