import { measureRoutes } from '#core/layout/metrics.ts';
import { routeFlows } from '#core/layout/router/routeFlows.ts';
import type { Route, RouteRequest } from '#core/layout/router/routeRequest.ts';

export type Forbidden = Omit<
  ReturnType<typeof measureRoutes>,
  'crossings' | 'bends' | 'entriesFromBelow' | 'strayLabels' | 'struckLabels'
>;

/** What a good drawing has none of. */
export const NOTHING_FORBIDDEN: Forbidden = {
  throughSymbols: 0,
  overlaps: 0,
  sideConflicts: 0,
  ruleRunners: 0,
  labelHits: 0,
  offCentreEnds: 0,
  outsideArea: 0,
  looseEnds: 0,
};

export function findForbidden(request: RouteRequest, routes: readonly Route[]): Forbidden {
  const {
    crossings: _,
    bends: __,
    entriesFromBelow: ___,
    strayLabels: ____,
    struckLabels: _____,
    ...rest
  } = measureRoutes(request, routes);
  return rest;
}

/** Each flow's way in words: `{ 'A1>B2': 'right down' }` leaves at the right and enters from above. */
export function describeWays(request: RouteRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(
    routeFlows(request).map(({ flow, points }) => [
      flow,
      points
        .slice(1)
        .map(([x, y], index) => {
          const [lastX, lastY] = points[index] ?? [x, y];
          if (x !== lastX) return x > lastX ? 'right' : 'left';
          return y > lastY ? 'down' : 'up';
        })
        .join(' '),
    ]),
  );
}
