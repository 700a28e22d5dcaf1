import type { Box, Point } from '#core/layout/geometry.ts';
import type { RouteFlow, RouteNode, RouteRequest } from './routeRequest.ts';
import { item } from './typed.ts';

interface Candidate extends Box {
  readonly cost: number;
}

const AIR = 1.2;

/** Finds each label a place beside its own way, near its exit: on no line, no symbol, no other label. */
export function placeLabels(
  request: RouteRequest,
  order: readonly number[],
  points: readonly (readonly Point[])[],
): readonly (Box | null)[] {
  const lines = [...points.flatMap(toBoxes), ...request.joints.flatMap(toBoxes)];
  const taken: Box[] = [];
  const labels: (Box | null)[] = request.flows.map(() => null);
  const rules = findRules(request);
  for (const index of order) {
    const flow = item(request.flows, index);
    const way = item(points, index);
    if (!flow.label || way.length < 2) continue;
    const candidates = listCandidates(flow, flow.label, way, request.clearance);
    const priced = candidates
      .filter((each) => isInside(each, request.area))
      .map((each) => ({
        ...each,
        cost: each.cost + priceOf(each, request.nodes, lines, taken, rules),
      }))
      .sort((a, b) => a.cost - b.cost);
    const best = priced[0] ?? candidates[0];
    if (!best) continue;
    const box = { x: round(best.x), y: round(best.y), width: best.width, height: best.height };
    labels[index] = box;
    taken.push(box);
  }
  return labels;
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
      candidates.push(...besides(x, y, size, isLevel, sign, far + index * 8));
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
  cost: number,
): readonly Candidate[] {
  if (isLevel) {
    const left = sign >= 0 ? x + AIR : x - AIR - width;
    return [
      { x: left, y: y - AIR - height, width, height, cost },
      { x: left, y: y + AIR, width, height, cost: cost + 3 },
    ];
  }
  const top = sign >= 0 ? y + AIR / 2 : y - AIR / 2 - height;
  return [
    { x: x + AIR, y: top, width, height, cost },
    { x: x - AIR - width, y: top, width, height, cost: cost + 2 },
  ];
}

function priceOf(
  box: Box,
  nodes: readonly RouteNode[],
  lines: readonly Box[],
  labels: readonly Box[],
  rules: readonly Box[],
): number {
  let price = 0;
  for (const node of nodes) if (hitsNode(box, node)) price += 10_000;
  for (const line of lines) if (overlaps(box, line)) price += 10_000;
  for (const label of labels) if (overlaps(box, label)) price += 10_000;
  for (const rule of rules) if (overlaps(box, rule)) price += 14;
  return price;
}

/** A decision covers only the diamond in its box. */
function hitsNode(box: Box, node: RouteNode): boolean {
  if (!overlaps(box, node)) return false;
  if (node.kind !== 'decision') return true;
  const middleX = node.x + node.width / 2;
  const middleY = node.y + node.height / 2;
  const x = clamp(middleX, box.x, box.x + box.width) - middleX;
  const y = clamp(middleY, box.y, box.y + box.height) - middleY;
  return Math.abs(x) / (node.width / 2) + Math.abs(y) / (node.height / 2) < 1.04;
}

function findRules({ columns, rows, area }: RouteRequest): readonly Box[] {
  const xs = columns.flatMap((column) => [column.x, column.x + column.width]);
  const ys = rows.flatMap((row) => [row.y, row.y + row.height]);
  return [
    ...xs.map((x) => ({ x, y: area.y, width: 0, height: area.height })),
    ...ys.map((y) => ({ x: area.x, y, width: area.width, height: 0 })),
  ];
}

function toBoxes(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((end, index) => {
    const start = item(points, index);
    return {
      x: Math.min(start[0], end[0]),
      y: Math.min(start[1], end[1]),
      width: Math.abs(end[0] - start[0]),
      height: Math.abs(end[1] - start[1]),
    };
  });
}

function overlaps(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + 0.3 &&
    b.x < a.x + a.width + 0.3 &&
    a.y < b.y + b.height + 0.3 &&
    b.y < a.y + a.height + 0.3
  );
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

function clamp(value: number, low: number, high: number): number {
  if (value < low) return low;
  return Math.min(value, high);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
