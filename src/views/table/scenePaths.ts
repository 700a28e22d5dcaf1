import type { Box, Point } from '#core/layout/geometry.ts';

type Form = 'capsule' | 'box' | 'diamond' | 'pentagon-down' | 'pentagon-up';

/** Length and width of an arrow head, in pt. */
const head = { length: 5, width: 4 } as const;

/** A shape's outline as an SVG path. */
export function toShapePath(form: Form, { x, y, width, height }: Box): string {
  const [right, bottom] = [x + width, y + height];
  const [middle, centre] = [x + width / 2, y + height / 2];
  const waist = height * 0.45;
  switch (form) {
    case 'box':
      return `M${x} ${y}H${right}V${bottom}H${x}Z`;
    case 'capsule': {
      const radius = Math.min(width, height) / 2;
      const arc = `A${radius} ${radius} 0 0 1`;
      return `M${x + radius} ${y}H${right - radius}${arc} ${right - radius} ${bottom}H${x + radius}${arc} ${x + radius} ${y}Z`;
    }
    case 'diamond':
      return `M${middle} ${y}L${right} ${centre}L${middle} ${bottom}L${x} ${centre}Z`;
    case 'pentagon-down':
      return `M${x} ${y}H${right}V${bottom - waist}L${middle} ${bottom}L${x} ${bottom - waist}Z`;
    case 'pentagon-up':
      return `M${x} ${bottom}H${right}V${y + waist}L${middle} ${y}L${x} ${y + waist}Z`;
  }
}

/** The corners of the head at the end of a line, tip first. */
export function toHead(points: readonly Point[]): readonly Point[] {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return [];
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
  const [ux, uy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
  const [bx, by] = [tip[0] - ux * head.length, tip[1] - uy * head.length];
  const half = head.width / 2;
  return [tip, [bx - uy * half, by + ux * half], [bx + uy * half, by - ux * half]];
}

export function toPoints(points: readonly Point[]): string {
  return points.map(([x, y]) => `${x},${y}`).join(' ');
}
