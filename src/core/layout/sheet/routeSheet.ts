import type { Point } from '#core/layout/geometry.ts';
import { recallRoutes } from '#core/layout/routeMemo.ts';
import type { Route, RouteRequest } from '#core/layout/router/routeRequest.ts';
import { type FlowGroup, groupFlows } from './crossingFlows.ts';
import { findCuts } from './findCuts.ts';
import { placeGates } from './placeGates.ts';
import { type Section, toPartId, toSections } from './toSections.ts';

/**
 * The same as `routeFlows`, for sheets of any length. The sheet is cut between rows where few arrows
 * cross; where they do is decided first, and then each section is routed by itself and remembered.
 * So the time grows with the number of rows only, and a change is felt in its own section only.
 */
export function routeSheet(request: RouteRequest): readonly Route[] {
  const groups = groupFlows(request);
  const sections = divide(request, groups);
  if (sections.length < 2) return recallRoutes(request);
  const parts = sections.map(routeSection);
  const groupOf = new Map(
    groups.flatMap((group) => group.flows.map(({ flow }) => [flow.id, group])),
  );
  const startOf = new Map(
    sections.flatMap((section, index) => section.request.flows.map(({ id }) => [id, index])),
  );
  return request.flows.map(({ id }) =>
    join(id, groupOf.get(id), { parts, start: startOf.get(id) ?? 0 }),
  );
}

function divide(request: RouteRequest, groups: readonly FlowGroup[]): readonly Section[] {
  let cuts = findCuts(request.rows.length, groups);
  while (cuts.length > 0) {
    const placed = placeGates(request, groups, cuts);
    if ('gates' in placed) return toSections(request, cuts, placed.gates);
    const { crowdedCuts } = placed;
    cuts = cuts.filter((cut) => !crowdedCuts.includes(cut));
  }
  return [];
}

type Parts = ReadonlyMap<string, Route>;

const shifted = new WeakMap<readonly Route[], { readonly top: number; readonly parts: Parts }>();

function routeSection({ top, request }: Section): Parts {
  const routes = recallRoutes(request);
  const known = shifted.get(routes);
  if (known?.top === top) return known.parts;
  const parts = new Map(routes.map((route) => [route.flow, shift(route, top)]));
  shifted.set(routes, { top, parts });
  return parts;
}

function shift(route: Route, top: number): Route {
  const { points, label } = route;
  return {
    ...route,
    points: points.map(([x, y]) => [x, round(y + top)]),
    ...(label && { label: { ...label, y: round(label.y + top) } }),
  };
}

/** A flow's part in the section where it starts, and those of its group in the further ones. */
function join(
  flow: string,
  group: FlowGroup | undefined,
  { parts, start }: { readonly parts: readonly Parts[]; readonly start: number },
): Route {
  const first = parts[start]?.get(flow);
  if (!first) return { flow, points: [] };
  if (!group) return first;
  const rest: Route[] = [];
  const step = group.isUp ? -1 : 1;
  const id = toPartId(group);
  for (let index = start + step; ; index += step) {
    const part = parts[index]?.get(id);
    if (!part) break;
    rest.push(part);
  }
  if (rest.length === 0) return first;
  const crowded = first.crowded || rest.some((each) => each.crowded);
  const points = straighten([...first.points, ...rest.flatMap((each) => each.points)]);
  return { ...first, points, ...(crowded && { crowded: true }) };
}

/** Leaves out points at which a line does not bend. */
function straighten(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    const goesOn =
      last && before && (isInLine(before, last, point, 0) || isInLine(before, last, point, 1));
    if (goesOn) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isInLine(a: Point, b: Point, c: Point, axis: 0 | 1): boolean {
  return a[axis] === b[axis] && b[axis] === c[axis];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
