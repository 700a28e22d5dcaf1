import type { Procedure, SymbolKind } from '#core/model/procedure.ts';
import { countOffCentreEnds, countSideConflicts, findEnds } from './drawnEnds.ts';
import {
  contains,
  cross,
  findSharedStart,
  isLevel,
  isSamePoint,
  isUpright,
  liesOn,
  overlap,
  pointsTheSameWay,
  type Segment,
  shrink,
  toBox,
  toSegments,
} from './drawnLines.ts';
import type { Box, PageLayout, Point } from './geometry.ts';
import type { Route, RouteRequest } from './router/routeRequest.ts';

/**
 * How good a drawing is, counted by brute force from what is drawn: it shares no code with the
 * router. All but `crossings`, `bends`, `entriesFromBelow`, `strayLabels` and `struckLabels` must be 0
 * on a good page.
 */
export interface DrawingMetrics {
  /** Pairs of a line and a symbol that it runs through. */
  readonly throughSymbols: number;
  /**
   * Pairs of lines of different arrows that lie on each other, or of which one bends or ends on the
   * other; a joint line counts as an arrow. Not counted: arrows with one target that from there on
   * share their way to its end.
   */
  readonly overlaps: number;
  /** Places where two arrows, an arrow and a joint line, or an arrow and itself cross. */
  readonly crossings: number;
  /** Corners of all arrows. */
  readonly bends: number;
  /** Sides of symbols at which arrows both leave and enter, or that an arrow shares with a joint line. */
  readonly sideConflicts: number;
  /** Lines nearer than 1 pt to a rule of the table that they run along. */
  readonly ruleRunners: number;
  /** Labels on an arrow, a joint line, a symbol, another label or outside the area. */
  readonly labelHits: number;
  /** Labels nearer to where another arrow begins than to where their own does. */
  readonly strayLabels: number;
  /** Labels that a rule between two rows runs through. */
  readonly struckLabels: number;
  /** Ends off the middle of their side, or unevenly spread where several share it. */
  readonly offCentreEnds: number;
  /** Arrows that enter a symbol (no off-page connector) from below. */
  readonly entriesFromBelow: number;
  /** Lines that leave the area of the actor columns. */
  readonly outsideArea: number;
  /** Arrows that are missing, slanted, or do not begin and end on the edge of a symbol. */
  readonly looseEnds: number;
}

/** A symbol as the metrics see it. */
export interface DrawnSymbol extends Box {
  readonly kind: SymbolKind | 'off-page' | 'gate';
}

export interface Arrow {
  readonly points: readonly Point[];
  /** Arrows that finally reach the same symbol have the same. */
  readonly mergeKey: string;
  readonly label?: Box;
}

/** What is measured: a page, a sheet, or the answer to a route request. */
export interface Drawing {
  readonly area: Box;
  /** x of vertical and y of horizontal rules. */
  readonly rules: { readonly xs: readonly number[]; readonly ys: readonly number[] };
  readonly symbols: readonly DrawnSymbol[];
  readonly arrows: readonly Arrow[];
  readonly joints: readonly (readonly Point[])[];
}

export function measureRoutes(request: RouteRequest, routes: readonly Route[]): DrawingMetrics {
  const drawn = new Map(routes.map((route) => [route.flow, route]));
  return measureDrawing({
    area: request.area,
    rules: findRules(request),
    symbols: request.nodes,
    joints: request.joints,
    arrows: request.flows.map(({ id, mergeKey }) => {
      const route = drawn.get(id);
      const arrow = { points: route?.points ?? [], mergeKey };
      return route?.label ? { ...arrow, label: route.label } : arrow;
    }),
  });
}

/** What `measurePage` looks at; the canvas's sheet has all but off-page connectors. */
export type MeasuredPage = Pick<
  PageLayout,
  'columns' | 'rows' | 'symbols' | 'connectors' | 'joints'
> &
  Partial<Pick<PageLayout, 'offPage'>>;

/** The arrows of one page or sheet. Flows that are not drawn on it are not missed. */
export function measurePage(page: MeasuredPage, procedure: Procedure): DrawingMetrics {
  const targets = new Map(procedure.flows.map(({ id, to }) => [id, to]));
  return measureDrawing({
    area: findArea(page),
    rules: findRules(page),
    symbols: [
      ...page.symbols,
      ...(page.offPage ?? []).map((box): DrawnSymbol => ({ ...box, kind: 'off-page' })),
    ],
    joints: page.joints.map((joint) => joint.points),
    arrows: page.connectors.map(({ flow, points, label }) => {
      const mergeKey = targets.get(flow) ?? findTarget(page, points) ?? flow;
      const arrow = { points, mergeKey };
      return label ? { ...arrow, label } : arrow;
    }),
  });
}

export function measureDrawing(drawing: Drawing): DrawingMetrics {
  const { arrows, symbols, area, joints } = drawing;
  const lines = arrows.flatMap(({ points }, arrow) => toSegments(points, arrow));
  const jointLines = joints.flatMap((points) => toSegments(points, JOINT));
  const ends = findEnds(drawing);
  const pairs = [...pairUp([...lines, ...jointLines])];
  return {
    throughSymbols: lines.reduce((sum, line) => sum + countHits(line, symbols), 0),
    overlaps: pairs.filter(([a, b]) => lieOnEachOther(a, b, arrows)).length,
    crossings: pairs.filter(([a, b]) => cross(a, b)).length,
    bends: arrows.reduce((sum, { points }) => sum + Math.max(points.length - 2, 0), 0),
    sideConflicts: countSideConflicts(ends),
    ruleRunners: lines.filter((line) => runsAlongRule(line, drawing)).length,
    labelHits: countLabelHits(drawing, [...lines, ...jointLines]),
    strayLabels: arrows.filter((arrow) => isStray(arrow, arrows)).length,
    struckLabels: arrows.filter(({ label }) => isStruck(label, drawing.rules.ys)).length,
    offCentreEnds: countOffCentreEnds(ends),
    entriesFromBelow: ends.filter(
      ({ use, side, symbol }) => use === 'enter' && side === 'bottom' && symbol.kind !== 'off-page',
    ).length,
    outsideArea: lines.filter((line) => !contains(area, toBox(line))).length,
    looseEnds:
      lines.filter((line) => !isLevel(line) && !isUpright(line)).length +
      arrows.length * 2 -
      ends.filter((end) => end.use !== 'join').length,
  };
}

const JOINT = -1;

/** Every two lines whose boxes come near each other, once. */
function* pairUp(lines: readonly Segment[]): Generator<readonly [Segment, Segment]> {
  const sorted = lines
    .map((line) => ({ line, box: toBox(line) }))
    .sort((a, b) => a.box.y - b.box.y);
  for (const [index, { line, box }] of sorted.entries()) {
    for (let other = index + 1; other < sorted.length; other += 1) {
      const next = sorted[other];
      if (!next || next.box.y > box.y + box.height + 1) break;
      if (next.box.x > box.x + box.width + 1 || box.x > next.box.x + next.box.width + 1) continue;
      yield [line, next.line];
    }
  }
}

function countHits(line: Segment, symbols: readonly DrawnSymbol[]): number {
  const box = toBox(line);
  return symbols.filter((symbol) => hitsSymbol(box, symbol, 0.1)).length;
}

/** A decision is its diamond, not its box. */
function hitsSymbol(box: Box, symbol: DrawnSymbol, tolerance: number): boolean {
  const core = shrink(symbol, tolerance);
  if (!overlap(box, core)) return false;
  if (symbol.kind !== 'decision') return true;
  const x = symbol.x + symbol.width / 2;
  const y = symbol.y + symbol.height / 2;
  const nearestX = Math.min(Math.max(x, box.x), box.x + box.width);
  const nearestY = Math.min(Math.max(y, box.y), box.y + box.height);
  return Math.abs(nearestX - x) / core.width + Math.abs(nearestY - y) / core.height < 0.5;
}

function lieOnEachOther(a: Segment, b: Segment, arrows: readonly Arrow[]): boolean {
  if (a.arrow === b.arrow) return a.arrow !== JOINT && findSharedStart(a, b) !== null;
  const shared = findSharedStart(a, b);
  if (shared) return !(pointsTheSameWay(a, b) && goOnTogether(a, b, shared, arrows));
  return [...findTouches(a, b), ...findTouches(b, a)].some(
    (point) => !goOnTogether(a, b, point, arrows),
  );
}

/** Ends of `a` that lie on `b`. The start of an arrow is looked at with its first line only. */
function findTouches(a: Segment, b: Segment): readonly Point[] {
  return [a.start, a.end].filter((point) => liesOn(point, b));
}

/** Whether two arrows with one target have the same way from a point of both to its end. */
function goOnTogether(a: Segment, b: Segment, from: Point, arrows: readonly Arrow[]): boolean {
  const first = arrows[a.arrow];
  const second = arrows[b.arrow];
  if (!first || !second || first.mergeKey !== second.mergeKey) return false;
  const rest = findRest(first, a, from);
  const other = findRest(second, b, from);
  return (
    rest.length === other.length &&
    rest.every((point, index) => isSamePoint(point, other[index] ?? from))
  );
}

function findRest({ points }: Arrow, line: Segment, from: Point): readonly Point[] {
  const rest = points.slice(line.index + 1);
  const isThere = rest[0] !== undefined && isSamePoint(rest[0], from);
  return isThere ? rest.slice(1) : rest;
}

function runsAlongRule(line: Segment, { rules }: Drawing): boolean {
  const box = toBox(line);
  if (isLevel(line)) return box.width > 1 && rules.ys.some((y) => Math.abs(y - box.y) < 1);
  return box.height > 1 && rules.xs.some((x) => Math.abs(x - box.x) < 1);
}

function countLabelHits(drawing: Drawing, lines: readonly Segment[]): number {
  const labels = drawing.arrows.flatMap(({ label }) => (label ? [label] : []));
  return labels.filter((label, index) => {
    const core = shrink(label, 0.1);
    return (
      !contains(drawing.area, label) ||
      lines.some((line) => overlap(core, toBox(line))) ||
      drawing.symbols.some((symbol) => hitsSymbol(core, symbol, 0.1)) ||
      labels.some((other, place) => place !== index && overlap(core, other))
    );
  }).length;
}

function isStray({ points, label }: Arrow, arrows: readonly Arrow[]): boolean {
  const own = points[0];
  if (!label || !own) return false;
  const distance = measureDistance(label, own);
  return arrows.some(
    ({ points: [start] }) =>
      start && !isSamePoint(start, own) && measureDistance(label, start) < distance - 0.01,
  );
}

function measureDistance({ x, y, width, height }: Box, [toX, toY]: Point): number {
  return Math.hypot(Math.max(x - toX, 0, toX - x - width), Math.max(y - toY, 0, toY - y - height));
}

function isStruck(label: Box | undefined, rules: readonly number[]): boolean {
  return (
    label !== undefined && rules.some((y) => y > label.y + 0.1 && y < label.y + label.height - 0.1)
  );
}

/** Of an arrow that is drawn but not in the document: that of an extra capsule. */
function findTarget({ symbols }: MeasuredPage, points: readonly Point[]): string | undefined {
  const [x, y] = points.at(-1) ?? [0, 0];
  const end = { x, y, width: 0, height: 0 };
  return symbols.find((symbol) => contains(symbol, end))?.symbol;
}

function findRules({ columns, rows }: Pick<PageLayout, 'columns' | 'rows'>): Drawing['rules'] {
  return {
    xs: columns.flatMap(({ x, width }) => [x, x + width]),
    ys: rows.flatMap(({ y, height }) => [y, y + height]),
  };
}

/** From the first to the last actor column, and over all rows with their off-page connectors. */
function findArea({ columns, rows, offPage = [] }: MeasuredPage): Box {
  const xs = columns.flatMap(({ x, width }) => [x, x + width]);
  const ys = [...rows, ...offPage].flatMap(({ y, height }) => [y, y + height]);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
