import type { Box, Point } from '#core/layout/geometry.ts';
import { type Obstacles, openObstacles } from './obstacles.ts';
import type { LabelSize, RouteFlow, RouteLabel, RouteRequest } from './routeRequest.ts';
import { item } from './typed.ts';

interface Candidate extends Box {
  readonly cost: number;
}

/** A rule between columns runs through a letter, one between rows strikes the words out. */
const ON_COLUMN_RULE = 12;
const ON_ROW_RULE = 100;
/** Whoever reads it there takes it for another exit's. */
const AT_OTHER_EXIT = 60;
const PER_ARROW = 30;
const MOST_WANTED = 8;
const PER_LINE = 5;
/** Lines longer than so many clearances are rather broken. */
const LONG = 12;

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
  /** Those in a free place, but not where a reader looks for them; by their places in the request. */
  readonly poor: readonly number[];
}

/** Finds each label a place beside its own way, near its exit: on no line, no symbol, no other label. */
export function placeLabels(
  request: RouteRequest,
  order: readonly number[],
  ways: readonly (readonly Point[])[],
): LabelPlan {
  const boxes: (Box | null)[] = request.flows.map(() => null);
  const crowded: CrowdedLabel[] = [];
  const poor: number[] = [];
  if (!request.flows.some((flow) => flow.label)) return { boxes, crowded, poor };
  const obstacles = openObstacles(request, ways);
  const rules = findRules(request);
  const exits = ways.flatMap((way) => (way.length > 1 ? [item(way, 0)] : []));
  for (const index of order) {
    const flow = item(request.flows, index);
    const way = item(ways, index);
    if (!flow.label || way.length < 2) continue;
    const search: LabelSearch = {
      flow,
      sizes: toSizes(flow.label, request.clearance),
      way,
      request,
      rules,
      exits,
    };
    const free = findFree(search, obstacles, 'kept') ?? findFree(search, obstacles, 'used');
    const wanted = free ? [] : findWanted(listCandidates(search), obstacles, index);
    const place = free ?? wanted[0]?.place ?? listCandidates(search)[0];
    if (!place) continue;
    const { x, y, width, height } = place;
    const box = { x: round(x), y: round(y), width, height };
    boxes[index] = box;
    obstacles.add(box);
    if (!free) crowded.push({ flow: index, wanted });
    else if (isPoor(free, search)) poor.push(index);
  }
  return { boxes, crowded, poor };
}

interface PricedSize extends LabelSize {
  readonly cost: number;
}

/** Dearer than a label on one line are many lines, and long ones. */
function toSizes(label: RouteLabel, clearance: number): readonly PricedSize[] {
  return [label, ...(label.wrapped ?? [])].map(({ width, height }, index) => {
    const excess = Math.max(0, width - LONG * clearance) / 2;
    return { width, height, cost: index * PER_LINE + excess };
  });
}

interface LabelSearch {
  readonly flow: RouteFlow;
  readonly sizes: readonly PricedSize[];
  readonly way: readonly Point[];
  readonly request: RouteRequest;
  readonly rules: Rules;
  /** Where the arrows begin. */
  readonly exits: readonly Point[];
}

function findFree(
  search: LabelSearch,
  obstacles: Obstacles,
  airOfHeads: 'kept' | 'used',
): Candidate | null {
  let place: Candidate | null = null;
  let least = Number.POSITIVE_INFINITY;
  walkCandidates(search, (each) => {
    if (each.cost >= least) return least;
    const cost = each.cost + priceOf(each, search, least - each.cost);
    if (cost < least && !obstacles.isTaken(each, airOfHeads)) {
      place = { ...each, cost };
      least = cost;
    }
    return least;
  });
  return place;
}

/** What a place costs for what it stands on or by; from `limit` on it does not matter how much. */
function priceOf(place: Box, search: LabelSearch, limit: number): number {
  const { xs, ys } = search.rules;
  const { x, y, width, height } = place;
  const price =
    countWithin(xs, x, x + width) * ON_COLUMN_RULE + countWithin(ys, y, y + height) * ON_ROW_RULE;
  if (price >= limit) return price;
  return price + (isAtOtherExit(place, search) ? AT_OTHER_EXIT : 0);
}

/** Struck out, taken for another exit's, or far off in another row: worth a higher row. */
function isPoor(place: Box, search: LabelSearch): boolean {
  if (search.flow.hint?.labelAt !== undefined) return false;
  return (
    isInOtherRow(place, search) || priceOf(place, search, Number.POSITIVE_INFINITY) >= AT_OTHER_EXIT
  );
}

/** In clearances: a label this near to its exit belongs to it though a rule stands between. */
const NEAR_EXIT = 4;

function isInOtherRow({ y, height }: Box, { way, request, rules }: LabelSearch): boolean {
  const [, exit] = item(way, 0);
  const distance = Math.max(y - exit, exit - y - height);
  if (distance < NEAR_EXIT * request.clearance) return false;
  const [from, to] = exit < y ? [exit, y] : [y + height, exit];
  return countWithin(rules.ys, from - 0.1, to + 0.1) > 0;
}

function isAtOtherExit({ x, y, width, height }: Box, { way, exits }: LabelSearch): boolean {
  const own = item(way, 0);
  let distance = Number.POSITIVE_INFINITY;
  // The own exit first, then whether any other is nearer.
  for (let index = -1; index < exits.length; index += 1) {
    const exit = index < 0 ? own : item(exits, index);
    if (index >= 0 && exit === own) continue;
    const across = Math.max(x - exit[0], 0, exit[0] - x - width);
    const down = Math.max(y - exit[1], 0, exit[1] - y - height);
    const squared = across * across + down * down;
    if (index < 0) distance = squared;
    else if (squared < distance) return true;
  }
  return false;
}

function listCandidates(search: LabelSearch): readonly Candidate[] {
  const candidates: Candidate[] = [];
  walkCandidates(search, (each) => {
    candidates.push(each);
    return Number.POSITIVE_INFINITY;
  });
  return candidates;
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

/**
 * Shows the places along the way on both of its sides; further from the exit is dearer. `visit` says
 * from which cost on it wants to see no more.
 */
function walkCandidates(
  { flow, sizes, way, request }: LabelSearch,
  visit: (candidate: Candidate) => number,
): void {
  const { clearance, area } = request;
  const wished = flow.hint?.labelAt;
  const total = wished === undefined ? 0 : measureWay(way);
  const step = clearance / 2;
  let gone = 0;
  let enough = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < way.length; index += 1) {
    const start = item(way, index);
    const end = item(way, index + 1);
    const length = Math.abs(end[0] - start[0]) + Math.abs(end[1] - start[1]);
    const isLevel = start[1] === end[1];
    const sign = isLevel ? end[0] - start[0] : end[1] - start[1];
    for (let along = 0; along <= length; along += step) {
      const share = length === 0 ? 0 : along / length;
      const x = start[0] + (end[0] - start[0]) * share;
      const y = start[1] + (end[1] - start[1]) * share;
      const far = wished === undefined ? gone + along : 4 * Math.abs(gone + along - wished * total);
      const cost = far + index * 8;
      if (wished === undefined && cost >= enough) return;
      for (const size of sizes)
        for (const each of besides(x, y, size, isLevel, sign, clearance * 0.3, cost + size.cost))
          if (isInside(each, area)) enough = visit(each);
    }
    gone += length;
  }
}

function besides(
  x: number,
  y: number,
  { width, height }: LabelSize,
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

function countWithin(rules: readonly number[], start: number, end: number): number {
  let count = 0;
  for (const rule of rules) if (rule > start && rule < end) count += 1;
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
