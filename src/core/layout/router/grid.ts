import { CELL } from './costs.ts';
import { DOWN, LEFT, RIGHT, UP } from './direction.ts';
import { type AxisPlan, findLine, type Interval, type Line, layLines } from './lines.ts';
import type { Problem } from './problem.ts';
import type { RouteNode, RouteRequest } from './routeRequest.ts';
import { at, item } from './typed.ts';

/** How finely the gaps are divided; a coarser grid is tried first. */
export interface Fineness {
  /** Distance of two tracks, in parts of the request's clearance. */
  readonly spacing: number;
  readonly mostTracks: number;
  readonly crossSymbols: boolean;
}

/** A place on a symbol's side where one way may leave or enter. */
export interface Port {
  readonly node: number;
  readonly side: number;
  /** The first vertex outside the symbol; -1 where there is none. */
  readonly vertex: number;
  /** x of a port at the top or bottom, y of one at the left or right. */
  readonly position: number;
}

/** Lines that arrows may run on, and where they meet: vertex = row of lines × width + column. */
export interface Grid {
  readonly xs: readonly Line[];
  readonly ys: readonly Line[];
  readonly width: number;
  readonly height: number;
  /** Costs of the way along each axis. */
  readonly xCosts: Int32Array;
  readonly yCosts: Int32Array;
  /** 1 where a symbol is. */
  readonly blocked: Int32Array;
  readonly ports: readonly Port[];
  /** `portStarts[node × 4 + side]` is the first of the side's ports; they stand together. */
  readonly portStarts: Int32Array;
  /** Line indexes that each node covers: left, top, right, bottom of node n from 4n on. */
  readonly ranges: Int32Array;
}

/** `portCounts[node × 4 + side]`: how many ports a side gets, spread evenly. */
export function buildGrid(problem: Problem, fineness: Fineness, portCounts: Int32Array): Grid {
  const { request, nodes } = problem;
  const positions = nodes.map((node, index) => placePorts(node, index, portCounts));
  const xs = layLines(planColumns(request, nodes, positions, fineness));
  const ys = layLines(planRows(request, nodes, positions, fineness));
  const xPositions = xs.map((line) => line.position);
  const yPositions = ys.map((line) => line.position);
  const ranges = new Int32Array(nodes.length * 4);
  const blocked = new Int32Array(xs.length * ys.length);
  nodes.forEach((node, index) => {
    if (node.kind === 'gate') {
      // It covers nothing: its edge lies beyond the first or last line.
      const column = findLine(xPositions, node.x);
      const row = node.y < request.area.y + request.area.height / 2 ? 0 : ys.length;
      ranges.set([column, row, column, row - 1], index * 4);
      return;
    }
    const margin = request.clearance / 2;
    const [left, right] = findCovered(xs, xPositions, node.x, node.x + node.width, margin);
    const [top, bottom] = findCovered(ys, yPositions, node.y, node.y + node.height, margin);
    ranges.set([left, top, right, bottom], index * 4);
    for (let y = top; y <= bottom; y += 1)
      blocked.fill(1, y * xs.length + left, y * xs.length + right + 1);
  });
  const lines = { xs: xPositions, ys: yPositions };
  const { ports, portStarts } = findPorts(positions, lines, ranges);
  return {
    xs,
    ys,
    width: xs.length,
    height: ys.length,
    xCosts: toCosts(xPositions, CELL / averageSize(request.columns, 'width')),
    yCosts: toCosts(yPositions, CELL / averageSize(request.rows, 'height')),
    blocked,
    ports,
    portStarts,
    ranges,
  };
}

interface LinePositions {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

function findPorts(
  positions: Positions,
  { xs, ys }: LinePositions,
  ranges: Int32Array,
): Pick<Grid, 'ports' | 'portStarts'> {
  const ports: Port[] = [];
  const portStarts = new Int32Array(positions.length * 4 + 1);
  positions.forEach((sides, node) => {
    sides.forEach((places, side) => {
      portStarts[node * 4 + side] = ports.length;
      for (const position of places) {
        const along = findLine(side === UP || side === DOWN ? xs : ys, position);
        const vertex = findPortVertex(node, side, along, ranges, xs.length, ys.length);
        ports.push({ node, side, vertex, position });
      }
    });
  });
  portStarts[positions.length * 4] = ports.length;
  return { ports, portStarts };
}

function placePorts(
  node: RouteNode,
  index: number,
  portCounts: Int32Array,
): readonly (readonly number[])[] {
  return [UP, RIGHT, DOWN, LEFT].map((side) => {
    const count = at(portCounts, index * 4 + side);
    const lies = side === UP || side === DOWN;
    const start = lies ? node.x : node.y;
    const length = lies ? node.width : node.height;
    return Array.from(
      { length: count },
      (_, place) => start + (length * (place + 1)) / (count + 1),
    );
  });
}

function findPortVertex(
  node: number,
  side: number,
  along: number,
  ranges: Int32Array,
  width: number,
  height: number,
): number {
  switch (side) {
    case UP: {
      const y = at(ranges, node * 4 + 1) - 1;
      return y < 0 ? -1 : y * width + along;
    }
    case DOWN: {
      const y = at(ranges, node * 4 + 3) + 1;
      return y >= height ? -1 : y * width + along;
    }
    case LEFT: {
      const x = at(ranges, node * 4) - 1;
      return x < 0 ? -1 : along * width + x;
    }
    default: {
      const x = at(ranges, node * 4 + 2) + 1;
      return x >= width ? -1 : along * width + x;
    }
  }
}

/** A symbol's own span, and the middles of others that come too close to it. */
function findCovered(
  lines: readonly Line[],
  positions: readonly number[],
  start: number,
  end: number,
  margin: number,
): readonly [number, number] {
  let first = findLine(positions, start);
  let last = first;
  while (last + 1 < lines.length && item(positions, last + 1) < end) last += 1;
  while (first <= last && item(positions, first) < start) first += 1;
  while (first > 0 && isTooClose(item(lines, first - 1), start - margin, end)) first -= 1;
  while (last + 1 < lines.length && isTooClose(item(lines, last + 1), start, end + margin))
    last += 1;
  return [first, last];
}

function isTooClose(line: Line, start: number, end: number): boolean {
  return line.gap === null && line.position > start && line.position < end;
}

type Positions = readonly (readonly (readonly number[])[])[];

function planColumns(
  request: RouteRequest,
  nodes: readonly RouteNode[],
  positions: Positions,
  fineness: Fineness,
): AxisPlan {
  const { area, columns, clearance } = request;
  const rules = columns.flatMap((column) => [column.x, column.x + column.width]);
  const vertical = request.joints.flatMap((points) =>
    points.filter((point, index) => point[0] === points[index + 1]?.[0]).map((point) => point[0]),
  );
  return {
    bands: toBands(rules, area.x, area.x + area.width),
    spans: nodes.map((node) => ({ start: node.x, end: node.x + node.width })),
    middles: [
      ...positions.flatMap((sides) => [...item(sides, UP), ...item(sides, DOWN)]),
      ...vertical,
    ],
    spacing: clearance * fineness.spacing,
    mostTracks: fineness.mostTracks,
    crossSymbols: fineness.crossSymbols,
    splitsEmpty: true,
  };
}

function planRows(
  request: RouteRequest,
  nodes: readonly RouteNode[],
  positions: Positions,
  fineness: Fineness,
): AxisPlan {
  const { area, rows, clearance } = request;
  const rules = rows.flatMap((row) => [row.y, row.y + row.height]);
  const horizontal = request.joints.flatMap((points) =>
    points.filter((point, index) => point[1] === points[index + 1]?.[1]).map((point) => point[1]),
  );
  return {
    bands: toBands(rules, area.y, area.y + area.height),
    spans: nodes.map((node) => ({ start: node.y, end: node.y + node.height })),
    middles: [
      ...positions.flatMap((sides) => [...item(sides, LEFT), ...item(sides, RIGHT)]),
      ...horizontal,
    ],
    spacing: clearance * fineness.spacing,
    mostTracks: fineness.mostTracks,
    crossSymbols: fineness.crossSymbols,
    splitsEmpty: false,
  };
}

function toBands(rules: readonly number[], start: number, end: number): readonly Interval[] {
  const inside = rules.filter((rule) => rule > start + 0.5 && rule < end - 0.5);
  const sorted = [start, ...inside, end].sort((a, b) => a - b);
  const bands: Interval[] = [];
  let last = start;
  for (const rule of sorted) {
    if (rule - last < 0.5) continue;
    bands.push({ start: last, end: rule });
    last = rule;
  }
  return bands;
}

function averageSize<Key extends 'width' | 'height'>(
  items: readonly Readonly<Record<Key, number>>[],
  key: Key,
): number {
  const total = items.reduce((sum, each) => sum + each[key], 0);
  return total > 0 ? total / items.length : 60;
}

function toCosts(positions: readonly number[], costPerPoint: number): Int32Array {
  const first = positions[0] ?? 0;
  return Int32Array.from(positions, (position) => Math.round((position - first) * costPerPoint));
}
