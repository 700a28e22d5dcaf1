import type { CanvasLayout } from '#core/layout/geometry.ts';

/** How far the shown band of a gap reaches from the lane's edge. */
const reach = 22;

/** A gap between lanes in which arrows run, as `RouteHint.channel` names it. */
export interface Channel {
  readonly channel: string | null;
  /** The lanes' common edge, or the outer edge of the outermost lane. */
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** From left to right: left of the first lane, between each two, right of the last. */
export function listChannels({ columns }: CanvasLayout): readonly Channel[] {
  const first = columns[0];
  if (!first) return [];
  const outermost = { channel: null, x: first.x, from: first.x, to: first.x + reach };
  const others = columns.map(({ actor, x, width }, index) => {
    const edge = x + width;
    const to = index === columns.length - 1 ? edge : edge + reach;
    return { channel: actor, x: edge, from: edge - reach, to };
  });
  return [outermost, ...others];
}
