import type { Box, Point } from '#core/layout/geometry.ts';
import { type Obstacles, openObstacles } from './obstacles.ts';
import type { RouteFlow, RouteRequest } from './routeRequest.ts';
import { item } from './typed.ts';

interface Candidate extends Box {
  readonly cost: number;
}

const ON_RULE = 7;
const PER_ARROW = 30;
const MOST_WANTED = 8;

/** A label that found no free place, and those that would do if others made room, best first. */
export interface CrowdedLabel {
  /** By its place in the request. */
  readonly flow: number;
  readonly wanted: readonly WantedPlace[];
}

export interface WantedPlace {
  readonly place: Box;
  /** The flows in the way, by their places in the request. */
  readonly inTheWay: readonly number[];
}

export interface LabelPlan {
  /** By the flow's place in the request. */
  readonly boxes: readonly (Box | null)[];
  readonly crowded: readonly CrowdedLabel[];
}

/** Finds each label a place beside its own way, near its exit: on no line, no symbol, no other label. */
export function placeLabels(
  request: RouteRequest,
  order: readonly number[],
  ways: readonly (readonly Point[])[],
): LabelPlan {
  const boxes: (Box | null)[] = request.flows.map(() => null);
  const crowded: CrowdedLabel[] = [];
  if (!request.flows.some((flow) => flow.label)) return { boxes, crowded };
  const obstacles = openObstacles(request, ways);
  const rules = findRules(request);
  for (const index of order) {
    const flow = item(request.flows, index);
    const way = item(ways, index);
    if (!flow.label || way.length < 2) continue;
    const candidates = listCandidates(flow, flow.label, way, request.clearance).filter((each) =>
      isInside(each, request.area),
    );
    const free =
      findFree(candidates, obstacles, rules, 'kept') ??
      findFree(candidates, obstacles, rules, 'used');
    const wanted = free ? [] : findWanted(candidates, obstacles, index);
    const place = free ?? wanted[0]?.place ?? candidates[0];
    if (!place) continue;
    const { x, y, width, height } = place;
    const box = { x: round(x), y: round(y), width, height };
    boxes[index] = box;
    obstacles.add(box);
    if (!free) crowded.push({ flow: index, wanted });
  }
  return { boxes, crowded };
}

function findFree(
  candidates: readonly Candidate[],
  obstacles: Obstacles,
  rules: Rules,
  airOfHeads: 'kept' | 'used',
): Candidate | null {
  let place: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of candidates) {
    if (each.cost >= least) continue;
    const cost = each.cost + countRules(each, rules) * ON_RULE;
    if (cost >= least || obstacles.isTaken(each, airOfHeads)) continue;
    place = each;
    least = cost;
  }
  return place;
}

/** Places with only arrows in the way, the fewest and nearest first, none much like another. */
function findWanted(
  candidates: readonly Candidate[],
  obstacles: Obstacles,
  flow: number,
): readonly WantedPlace[] {
  const possible = candidates
    .filter((each) => !obstacles.hasFixed(each, flow))
    .map((place) => {
      const inTheWay = [...obstacles.findFlows(place, flow)];
      return { place, inTheWay, cost: place.cost + inTheWay.length * PER_ARROW };
    })
    .sort((a, b) => a.cost - b.cost);
  const wanted: WantedPlace[] = [];
  for (const each of possible) {
    if (wanted.length === MOST_WANTED) break;
    if (!wanted.some(({ place }) => isAlike(place, each.place))) wanted.push(each);
  }
  return wanted;
}

function isAlike(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < a.width / 2 && Math.abs(a.y - b.y) < a.height;
}

/** Places along the way on both of its sides; further from the exit is dearer. */
function listCandidates(
  flow: RouteFlow,
  size: { readonly width: number; readonly height: number },
  way: readonly Point[],
  clearance: number,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const total = measureWay(way);
  const wished = flow.hint?.labelAt;
  let gone = 0;
  way.slice(1).forEach((end, index) => {
    const start = item(way, index);
    const length = Math.abs(end[0] - start[0]) + Math.abs(end[1] - start[1]);
    const step = clearance / 2;
    const steps = Math.floor(length / step);
    for (let count = 0; count <= steps; count += 1) {
      const along = count * step;
      const share = length === 0 ? 0 : along / length;
      const x = start[0] + (end[0] - start[0]) * share;
      const y = start[1] + (end[1] - start[1]) * share;
      const far = wished === undefined ? gone + along : 4 * Math.abs(gone + along - wished * total);
      const isLevel = start[1] === end[1];
      const sign = isLevel ? end[0] - start[0] : end[1] - start[1];
      candidates.push(...besides(x, y, size, isLevel, sign, clearance * 0.3, far + index * 8));
    }
    gone += length;
  });
  return candidates;
}

function besides(
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
  isLevel: boolean,
  sign: number,
  air: number,
  cost: number,
): readonly Candidate[] {
  if (isLevel) {
    const left = sign >= 0 ? x + air : x - air - width;
    return [
      { x: left, y: y - air - height, width, height, cost },
      { x: left, y: y + air, width, height, cost: cost + 3 },
    ];
  }
  const top = sign >= 0 ? y + air / 2 : y - air / 2 - height;
  return [
    { x: x + air, y: top, width, height, cost },
    { x: x - air - width, y: top, width, height, cost: cost + 2 },
  ];
}

interface Rules {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function findRules({ columns, rows }: RouteRequest): Rules {
  return {
    xs: columns.flatMap((column) => [column.x, column.x + column.width]),
    ys: rows.flatMap((row) => [row.y, row.y + row.height]),
  };
}

function countRules(box: Box, { xs, ys }: Rules): number {
  let count = 0;
  for (const x of xs) if (x > box.x && x < box.x + box.width) count += 1;
  for (const y of ys) if (y > box.y && y < box.y + box.height) count += 1;
  return count;
}

function isInside(box: Box, area: Box): boolean {
  return (
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}

function measureWay(way: readonly Point[]): number {
  return way.slice(1).reduce((sum, end, index) => {
    const start = item(way, index);
    return sum + Math.abs(end[0] - start[0]) + Math.abs(end[1] - start[1]);
  }, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
