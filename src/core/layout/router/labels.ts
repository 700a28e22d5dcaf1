import type { Box, Point } from '#core/layout/geometry.ts';
import { type Obstacles, openObstacles } from './obstacles.ts';
import type { RouteFlow, RouteRequest } from './routeRequest.ts';
import { item } from './typed.ts';

interface Candidate extends Box {
  readonly cost: number;
}

const ON_RULE = 7;
const ON_OBSTACLE = 10_000;

/** Finds each label a place beside its own way, near its exit: on no line, no symbol, no other label. */
export function placeLabels(
  request: RouteRequest,
  order: readonly number[],
  points: readonly (readonly Point[])[],
): readonly (Box | null)[] {
  const labels: (Box | null)[] = request.flows.map(() => null);
  if (!request.flows.some((flow) => flow.label)) return labels;
  const obstacles = openObstacles(request, points);
  const rules = findRules(request);
  for (const index of order) {
    const flow = item(request.flows, index);
    const way = item(points, index);
    if (!flow.label || way.length < 2) continue;
    const candidates = listCandidates(flow, flow.label, way, request.clearance);
    const best = findBest(candidates, request.area, obstacles, rules);
    if (!best) continue;
    const box = { x: round(best.x), y: round(best.y), width: best.width, height: best.height };
    labels[index] = box;
    obstacles.add(box);
  }
  return labels;
}

function findBest(
  candidates: readonly Candidate[],
  area: Box,
  obstacles: Obstacles,
  rules: Rules,
): Candidate | null {
  let best: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.cost >= least || !isInside(candidate, area)) continue;
    const onRules = countRules(candidate, rules) * ON_RULE;
    if (candidate.cost + onRules >= least) continue;
    const price = candidate.cost + onRules + obstacles.countHits(candidate) * ON_OBSTACLE;
    if (price >= least) continue;
    best = candidate;
    least = price;
  }
  return best ?? candidates[0] ?? null;
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
