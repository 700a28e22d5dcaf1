import type { RouteRequest } from '#core/layout/router/routeRequest.ts';

/** The room on both sides of a rule between two columns, where long arrows run. */
export interface Channel {
  readonly rule: number;
  /** The actor left of it, as a wish names a channel; null at the left edge. */
  readonly rightOf: string | null;
  readonly toll: number;
  readonly tracks: readonly { readonly x: number; readonly cost: number }[];
}

/** At the right edge stands Mutu Baku. */
const RIGHT_EDGE = 150;
/** For a track nearer to the next one than they like. */
const TIGHT = 30;
/** For each track nearer to the symbols: that room is for short arrows. */
const NEAR_SYMBOLS = 8;

/** Their tracks have fixed distances from the rule, so that a wider symbol moves none of them. */
export function findChannels(request: RouteRequest): readonly Channel[] {
  const { columns, clearance } = request;
  const ends = columns.map(({ x }, index) => findEnds(request, index, x));
  const first = columns[0];
  if (!first) return [];
  const rules = [first.x, ...columns.map(({ x, width }) => x + width)];
  return rules.map((rule, index) => {
    const left = index === 0 ? 0 : rule - (ends[index - 1]?.right ?? rule);
    const right = (ends[index]?.left ?? rule) - rule;
    const isEdge = index === columns.length;
    return {
      rule,
      rightOf: columns[index - 1]?.actor ?? null,
      toll: isEdge ? RIGHT_EDGE : 0,
      tracks: [
        ...toTracks(left, clearance).map(({ offset, cost }) => ({ x: rule - offset, cost })),
        ...toTracks(isEdge ? 0 : right, clearance).map(({ offset, cost }) => ({
          x: rule + offset,
          cost,
        })),
      ],
    };
  });
}

/** From where to where symbols stand in a column. */
function findEnds(
  { nodes, columns }: RouteRequest,
  index: number,
  x: number,
): { readonly left: number; readonly right: number } {
  const width = columns[index]?.width ?? 0;
  let [left, right] = [x + width * 0.4, x + width * 0.6];
  for (const node of nodes) {
    if (node.column !== index) continue;
    left = Math.min(left, node.x);
    right = Math.max(right, node.x + node.width);
  }
  return { left, right };
}

function toTracks(
  room: number,
  clearance: number,
): readonly { readonly offset: number; readonly cost: number }[] {
  const tracks: { offset: number; cost: number }[] = [];
  for (let half = 1; half * 0.5 * clearance + clearance * 0.6 <= room; half += 1)
    tracks.push({
      offset: half * 0.5 * clearance,
      cost: (half % 2 === 0 ? 0 : TIGHT) + half * NEAR_SYMBOLS,
    });
  return tracks;
}
