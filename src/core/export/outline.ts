import type { Box, Point } from '#core/layout/geometry.ts';
import type { SceneForm, ScenePolyline } from './scene.ts';

/** Length and width of an arrow head, in widths of its line: 5 × 3.6 pt at 0.75 pt. */
const HEAD = { length: 20 / 3, width: 4.8 } as const;

/** The corners of a shape, clockwise from the top left; a capsule's are those of its box. */
export function toCorners(form: SceneForm, { x, y, width, height }: Box): readonly Point[] {
  const [right, bottom] = [x + width, y + height];
  const [middle, centre] = [x + width / 2, y + height / 2];
  const waist = height * PENTAGON_TIP;
  switch (form) {
    case 'box':
    case 'capsule':
      return [
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
      ];
    case 'diamond':
      return [
        [middle, y],
        [right, centre],
        [middle, bottom],
        [x, centre],
      ];
    case 'pentagon-down':
      return [
        [x, y],
        [right, y],
        [right, bottom - waist],
        [middle, bottom],
        [x, bottom - waist],
      ];
    case 'pentagon-up':
      return [
        [middle, y],
        [right, y + waist],
        [right, bottom],
        [x, bottom],
        [x, y + waist],
      ];
  }
}

/** The share of a pentagon's height that its point takes. */
const PENTAGON_TIP = 0.38;

/** A filled arrow head, tip first, and the line that ends inside it rather than beside its tip. */
export interface Arrow {
  readonly head: readonly [tip: Point, right: Point, left: Point];
  readonly shaft: readonly Point[];
}

/** In pt. */
export function toHeadLength(strokeWidth: number): number {
  return HEAD.length * strokeWidth;
}

/** Undefined for a line without a last segment. */
export function toArrow(points: readonly Point[], strokeWidth: number): Arrow | undefined {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return undefined;
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]);
  if (length === 0) return undefined;
  const [dx, dy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
  const headLength = toHeadLength(strokeWidth);
  const half = (HEAD.width * strokeWidth) / 2;
  const [baseX, baseY] = [tip[0] - dx * headLength, tip[1] - dy * headLength];
  const cut = Math.min(length, headLength * 0.8);
  return {
    head: [tip, [baseX - dy * half, baseY + dx * half], [baseX + dy * half, baseY - dx * half]],
    shaft: [...points.slice(0, -1), [tip[0] - dx * cut, tip[1] - dy * cut]],
  };
}

/** Free around the white ground of a label, so that it takes nothing from lines beside it. */
const GROUND_INSET = 0.4;

/** The white ground of an arrow's label, where it has one. */
export function toGround({ label }: ScenePolyline): Box | undefined {
  if (!label?.hasGround) return undefined;
  const { x, y, width, height } = label.box;
  return {
    x: x + GROUND_INSET,
    y: y + GROUND_INSET,
    width: width - 2 * GROUND_INSET,
    height: height - 2 * GROUND_INSET,
  };
}
