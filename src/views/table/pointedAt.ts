import type { Box, PageLayout, Point } from '#core/layout/geometry.ts';
import type { Selected } from '#session/session.ts';

/** How near to an arrow counts as on it, in pt. */
const reachPt = 3;

/** The symbol or arrow at a point of the page, if there is one. */
export function findPointedAt(page: PageLayout, point: Point): Selected | undefined {
  const symbol = page.symbols.find((box) => isInside(box, point));
  if (symbol) return { kind: 'symbol', id: symbol.symbol };
  const connector = page.connectors.find(
    ({ points, label }) => isNear(points, point) || (label !== undefined && isInside(label, point)),
  );
  return connector && { kind: 'flow', id: connector.flow };
}

function isInside({ x, y, width, height }: Box, [px, py]: Point): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}

function isNear(points: readonly Point[], [px, py]: Point): boolean {
  return points.some((end, index) => {
    const start = points[index - 1];
    if (!start) return false;
    const dx = px - clamp(px, start[0], end[0]);
    const dy = py - clamp(py, start[1], end[1]);
    return Math.hypot(dx, dy) <= reachPt;
  });
}

/** The parts of an arrow run along one axis, so the nearest place is found axis by axis. */
function clamp(value: number, a: number, b: number): number {
  return Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b));
}
