import type { Side } from '#core/model/procedure.ts';
import type { Point } from './geometry.ts';
import type { Drawing, DrawnSymbol } from './metrics.ts';

/** Where an arrow leaves or enters a symbol. */
export interface ArrowEnd {
  readonly use: 'leave' | 'enter' | 'join';
  readonly symbol: DrawnSymbol;
  readonly side: Side;
  /** Its place along the side, 0 to 1. */
  readonly place: number;
  readonly length: number;
}

const NEAR = 0.3;

/** The ends that stand on the edge of a symbol and point away from it, joint lines included. */
export function findEnds(drawing: Drawing): readonly ArrowEnd[] {
  const arrows = drawing.arrows.flatMap(({ points }) => [
    findEnd(drawing.symbols, points[0], points[1], 'leave'),
    findEnd(drawing.symbols, points.at(-1), points.at(-2), 'enter'),
  ]);
  const joints = drawing.joints.flatMap((points) => [
    findEnd(drawing.symbols, points[0], points[1], 'join'),
    findEnd(drawing.symbols, points.at(-1), points.at(-2), 'join'),
  ]);
  return [...arrows, ...joints].filter((end) => end !== null);
}

/** Sides at which arrows both leave and enter, or that an arrow shares with a joint line. */
export function countSideConflicts(ends: readonly ArrowEnd[]): number {
  let conflicts = 0;
  for (const group of groupBySide(ends))
    if (new Set(group.map((end) => end.use)).size > 1) conflicts += 1;
  return conflicts;
}

/** Places of a side that are not spread evenly over it; arrows that merge have one place. */
export function countOffCentreEnds(ends: readonly ArrowEnd[]): number {
  let count = 0;
  for (const group of groupBySide(ends.filter((end) => end.use !== 'join'))) {
    const places: number[] = [];
    for (const { place, length } of [...group].sort((a, b) => a.place - b.place))
      if ((place - (places.at(-1) ?? -1)) * length > NEAR) places.push(place);
    const length = group[0]?.length ?? 0;
    count += places.filter(
      (place, index) => Math.abs(place - (index + 1) / (places.length + 1)) * length > 0.5,
    ).length;
  }
  return count;
}

function groupBySide(ends: readonly ArrowEnd[]): Iterable<readonly ArrowEnd[]> {
  const groups = new Map<DrawnSymbol, Map<Side, ArrowEnd[]>>();
  for (const end of ends) {
    const sides = groups.get(end.symbol) ?? new Map<Side, ArrowEnd[]>();
    groups.set(end.symbol, sides);
    sides.set(end.side, [...(sides.get(end.side) ?? []), end]);
  }
  return [...groups.values()].flatMap((sides) => [...sides.values()]);
}

function findEnd(
  symbols: readonly DrawnSymbol[],
  end: Point | undefined,
  next: Point | undefined,
  use: ArrowEnd['use'],
): ArrowEnd | null {
  if (!end || !next) return null;
  const [x, y] = end;
  const isLevel = Math.abs(y - next[1]) < NEAR;
  for (const symbol of symbols) {
    const { width, height } = symbol;
    const across = { use, symbol, place: (x - symbol.x) / width, length: width };
    const down = { use, symbol, place: (y - symbol.y) / height, length: height };
    const { place } = isLevel ? down : across;
    if (place < 0 || place > 1) continue;
    // The outline of a decision is its diamond.
    const inset = symbol.kind === 'decision' ? Math.abs(place - 0.5) : 0;
    const top = symbol.y + inset * height;
    const bottom = symbol.y + height - inset * height;
    const left = symbol.x + inset * width;
    const right = symbol.x + width - inset * width;
    if (!isLevel && next[1] < y && Math.abs(y - top) < NEAR) return { ...across, side: 'top' };
    if (!isLevel && next[1] > y && Math.abs(y - bottom) < NEAR)
      return { ...across, side: 'bottom' };
    if (isLevel && next[0] < x && Math.abs(x - left) < NEAR) return { ...down, side: 'left' };
    if (isLevel && next[0] > x && Math.abs(x - right) < NEAR) return { ...down, side: 'right' };
  }
  return null;
}
