import type { Point } from '#core/layout/geometry.ts';
import { type Board, findDirection, type Path } from './board.ts';
import { DOWN, isHorizontal, LEFT, opposite, UP } from './direction.ts';
import type { Grid, Port } from './grid.ts';
import type { Gap, Interval, Line } from './lines.ts';
import type { Problem } from './problem.ts';
import { item } from './typed.ts';

/** A straight part of a way: on a line, from one crossing line to another. */
interface Run {
  readonly line: number;
  readonly horizontal: boolean;
  readonly low: number;
  readonly high: number;
}

/** Parts that lie on each other (ways that share their end) and move together. */
interface Bundle {
  readonly line: number;
  low: number;
  high: number;
  readonly members: { readonly path: number; readonly run: number }[];
}

/**
 * Turns ways over the grid into points. Tracks that are used side by side are spread evenly over
 * their gap; their order stays, so that no crossing comes or goes.
 */
export function placePaths(problem: Problem, board: Board): readonly (readonly Point[] | null)[] {
  const { grid, paths } = board;
  const runs = paths.map((path) => (path ? toRuns(board, path) : []));
  const positions = runs.map((list) =>
    list.map((run) => item(run.horizontal ? grid.ys : grid.xs, run.line).position),
  );
  const far = WIDE * problem.request.clearance;
  spread(runs, positions, { lines: grid.xs, crossing: grid.ys, horizontal: false, far });
  spread(runs, positions, {
    ...{ lines: grid.ys, crossing: grid.xs, horizontal: true, far: Number.POSITIVE_INFINITY },
  });
  return paths.map((path, index) =>
    path ? toPoints(problem, board, path, item(runs, index), item(positions, index)) : null,
  );
}

function toRuns({ grid }: Board, path: Path): readonly Run[] {
  const runs: Run[] = [];
  const { vertices } = path;
  let direction = item(grid.ports, path.exit).side;
  let start = item(vertices, 0);
  vertices.forEach((vertex, index) => {
    const next = vertices[index + 1];
    const goesOn =
      next === undefined
        ? opposite(item(grid.ports, path.entry).side)
        : findDirection(grid, vertex, next);
    if (goesOn !== direction) {
      runs.push(toRun(grid, direction, start, vertex));
      start = vertex;
      direction = goesOn;
    }
  });
  runs.push(toRun(grid, direction, start, item(vertices, vertices.length - 1)));
  return runs;
}

function toRun({ width }: Grid, direction: number, from: number, to: number): Run {
  const horizontal = isHorizontal(direction);
  const start = horizontal ? from % width : (from / width) | 0;
  const end = horizontal ? to % width : (to / width) | 0;
  const line = horizontal ? (from / width) | 0 : from % width;
  return { line, horizontal, low: Math.min(start, end), high: Math.max(start, end) };
}

interface Axis {
  readonly lines: readonly Line[];
  readonly crossing: readonly Line[];
  readonly horizontal: boolean;
  /** Two tracks need not be further from each other or from a rule. */
  readonly far: number;
}

function spread(
  runs: readonly (readonly Run[])[],
  positions: readonly number[][],
  { lines, crossing, horizontal, far }: Axis,
): void {
  const gaps = new Map<Gap, Bundle[]>();
  const wide = widenToGaps(crossing);
  const bundles = new Map<number, Bundle[]>();
  runs.forEach((list, path) => {
    list.forEach((run, index) => {
      if (run.horizontal !== horizontal || !item(lines, run.line).gap) return;
      const onLine = bundles.get(run.line) ?? [];
      bundles.set(run.line, onLine);
      addToBundles(onLine, run, { path, run: index });
    });
  });
  for (const [line, list] of bundles) {
    const { gap } = item(lines, line);
    if (gap) gaps.set(gap, [...(gaps.get(gap) ?? []), ...list]);
  }
  for (const [gap, list] of gaps) spreadInGap(gap, list, { wide, far }, positions);
}

function addToBundles(
  bundles: Bundle[],
  run: Run,
  member: { readonly path: number; readonly run: number },
): void {
  const touching = bundles.filter((each) => each.low <= run.high && run.low <= each.high);
  const merged: Bundle = {
    line: run.line,
    low: Math.min(run.low, ...touching.map((each) => each.low)),
    high: Math.max(run.high, ...touching.map((each) => each.high)),
    members: [member, ...touching.flatMap((each) => each.members)],
  };
  const rest = bundles.filter((each) => !touching.includes(each));
  bundles.splice(0, bundles.length, ...rest, merged);
}

/** For each line, the first and last line of its gap: how far a way's corner there may still move. */
function widenToGaps(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const bounds = lines.map((_, index): [number, number] => [index, index]);
  for (let index = 1; index < lines.length; index += 1) {
    const { gap } = item(lines, index);
    if (gap && gap === item(lines, index - 1).gap)
      item(bounds, index)[0] = item(bounds, index - 1)[0];
  }
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    const { gap } = item(lines, index);
    if (gap && gap === item(lines, index + 1).gap)
      item(bounds, index)[1] = item(bounds, index + 1)[1];
  }
  return bounds;
}

function spreadInGap(
  gap: Gap,
  bundles: readonly Bundle[],
  { wide, far }: { readonly wide: readonly (readonly [number, number])[]; readonly far: number },
  positions: readonly number[][],
): void {
  const sorted = [...bundles].sort((a, b) => a.line - b.line || a.low - b.low);
  const meets = (a: Bundle, b: Bundle) =>
    a.line !== b.line &&
    item(wide, a.low)[0] <= item(wide, b.high)[1] &&
    item(wide, b.low)[0] <= item(wide, a.high)[1];
  const before = sorted.map(() => 1);
  const after = sorted.map(() => 1);
  for (let index = 0; index < sorted.length; index += 1)
    for (let other = 0; other < index; other += 1)
      if (meets(item(sorted, other), item(sorted, index)))
        before[index] = Math.max(item(before, index), item(before, other) + 1);
  for (let index = sorted.length - 1; index >= 0; index -= 1)
    for (let other = sorted.length - 1; other > index; other -= 1)
      if (meets(item(sorted, other), item(sorted, index)))
        after[index] = Math.max(item(after, index), item(after, other) + 1);
  const shares = sorted.map(
    (_, index) => item(before, index) / (item(before, index) + item(after, index)),
  );
  const most = sorted.reduce(
    (count, _, index) => Math.max(count, item(before, index) + item(after, index) - 1),
    1,
  );
  const { start, end } = keepFromRules(narrow(gap, far * (most + 1)), shares, most);
  sorted.forEach((bundle, index) => {
    const position = start + (end - start) * leanToRule(item(shares, index), gap);
    for (const { path, run } of bundle.members) item(positions, path)[run] = position;
  });
}

/** Where a gap is wide, in clearances: between symbols and tracks there is room for labels. */
const WIDE = 2.2;

/** A gap, or the part of a wide one beside its rule. */
function narrow(gap: Gap, room: number): Gap {
  const { start, end, rule } = gap;
  if (end - start <= room) return gap;
  switch (rule) {
    case 'start':
      return { ...gap, end: start + room };
    case 'end':
      return { ...gap, start: end - room };
    case 'both':
    case 'none':
      return gap;
  }
}

/** A line nearer to a rule than this, in pt, looks as if it were the rule. */
const RULE_MARGIN = 1.05;
/** Two lines nearer to each other than this, in pt, look like one. */
const LEAST_DISTANCE = 0.35;

/** The part of a gap to spread tracks in: all of it, unless one of them would touch a rule. */
function keepFromRules(gap: Gap, shares: readonly number[], most: number): Interval {
  const room = gap.end - gap.start;
  const spare = room - LEAST_DISTANCE * (most + 1);
  const margin = Math.max(Math.min(RULE_MARGIN, room * 0.6, spare), room / 6);
  const isNear = (share: number) => room * share < margin;
  const leaning = shares.map((share) => leanToRule(share, gap));
  const touchesStart = gap.rule !== 'end' && gap.rule !== 'none' && leaning.some(isNear);
  const touchesEnd =
    gap.rule !== 'start' && gap.rule !== 'none' && leaning.some((share) => isNear(1 - share));
  return {
    start: touchesStart ? gap.start + margin : gap.start,
    end: touchesEnd ? gap.end - margin : gap.end,
  };
}

/** Rather nearer to a rule than to a symbol, so that arrow heads have room. */
function leanToRule(share: number, { rule }: Gap): number {
  switch (rule) {
    case 'start':
      return share * (0.6 + 0.4 * share);
    case 'end':
      return 1 - (1 - share) * (1 - 0.4 * share);
    case 'both':
    case 'none':
      return share;
  }
}

function toPoints(
  problem: Problem,
  board: Board,
  path: Path,
  runs: readonly Run[],
  positions: readonly number[],
): readonly Point[] {
  const exit = item(board.grid.ports, path.exit);
  const entry = item(board.grid.ports, path.entry);
  const corners = runs.slice(1).map((run, index): Point => {
    const before = item(positions, index);
    const after = item(positions, index + 1);
    return run.horizontal ? [before, after] : [after, before];
  });
  const points = [placePort(problem, exit), ...corners, placePort(problem, entry)];
  return points.map(([x, y]): Point => [roundToCents(x), roundToCents(y)]);
}

/** On the outline of the symbol, which for a decision is its diamond. */
function placePort({ nodes }: Problem, { node, side, position }: Port): Point {
  const { x, y, width, height, kind } = item(nodes, node);
  const lies = side === UP || side === DOWN;
  const offset = lies ? (position - x) / width - 0.5 : (position - y) / height - 0.5;
  const inset = kind === 'decision' ? Math.abs(offset) : 0;
  switch (side) {
    case UP:
      return [position, y + inset * height];
    case DOWN:
      return [position, y + (1 - inset) * height];
    case LEFT:
      return [x + inset * width, position];
    default:
      return [x + (1 - inset) * width, position];
  }
}

function roundToCents(value: number): number {
  return Math.round(value * 100) / 100;
}
