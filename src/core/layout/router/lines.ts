import { item } from './typed.ts';

export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A line that arrows may run on: a track in a gap, or the line through the middle of symbols. */
export interface Line {
  readonly position: number;
  /** The gap between symbols and rules that a track may be moved in; none for a line that stays. */
  readonly gap: Gap | null;
}

/** A stretch between symbols and rules that is free over the whole sheet. */
export interface Gap extends Interval {
  /** Which of its ends is a rule of the table; the other is a symbol. */
  readonly rule: 'start' | 'end' | 'both' | 'none';
}

export interface AxisPlan {
  /** Stretches between neighbouring rules, in order. */
  readonly bands: readonly Interval[];
  /** What the nodes cover. */
  readonly spans: readonly Interval[];
  /** Where arrows leave and enter, and joint lines run. */
  readonly middles: readonly number[];
  /** Wished distance of two tracks. */
  readonly spacing: number;
  /** Most tracks in one gap. */
  readonly mostTracks: number;
  /** Also lay tracks across the span of the symbols, for where cells are empty. */
  readonly crossSymbols: boolean;
  /** Whether a band without symbols has a gap beside each of its rules rather than one. */
  readonly splitsEmpty: boolean;
}

const SAME = 0.05;
const LEAST_GAP = 0.8;

/** All lines of one axis, in order. None lies on a rule; middles closer than a hair are one line. */
export function layLines(plan: AxisPlan): readonly Line[] {
  const covered = mergeIntervals(plan.spans);
  const middles = [...plan.middles].sort((a, b) => a - b);
  const lines: Line[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const position of middles) {
    if (position - last < SAME) continue;
    lines.push({ position, gap: null });
    last = position;
  }
  const fixed = lines.map((line) => line.position);
  for (const { start, end, rule, moves } of findGaps(plan, covered)) {
    const gap: Gap = { start, end, rule };
    const tracks = countTracks(gap.end - gap.start, plan);
    for (let index = 1; index <= tracks; index += 1) {
      const position = gap.start + ((gap.end - gap.start) * index) / (tracks + 1);
      if (isFarFrom(fixed, position, plan.spacing / 4))
        lines.push({ position, gap: moves ? gap : null });
    }
  }
  return lines.sort((a, b) => a.position - b.position);
}

/** The index of the line at a middle's position. */
export function findLine(positions: readonly number[], position: number): number {
  let low = 0;
  let high = positions.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (item(positions, middle) < position - SAME) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start - last.end < LEAST_GAP) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

interface FoundGap extends Gap {
  /** Free over the whole sheet, so that tracks may move in it. */
  readonly moves: boolean;
}

function findGaps(plan: AxisPlan, covered: readonly Interval[]): readonly FoundGap[] {
  const middles = [...plan.middles].sort(ascending);
  const gaps: FoundGap[] = [];
  let next = 0;
  for (const band of plan.bands) {
    while (next > 0 && item(covered, next - 1).end > band.start) next -= 1;
    let start = band.start;
    for (; next < covered.length; next += 1) {
      const span = item(covered, next);
      if (span.start >= band.end) break;
      const rule = start === band.start ? 'start' : 'none';
      pushGap(gaps, { start, end: span.start, rule, moves: true });
      if (plan.crossSymbols) pushHalves(gaps, middles, span, band);
      start = Math.max(span.end, start);
    }
    if (start > band.start) pushGap(gaps, { start, end: band.end, rule: 'end', moves: true });
    else pushEmpty(gaps, band, plan);
  }
  return gaps;
}

/** What an empty band leaves free in its middle, where a symbol would stand. */
const MIDDLE_SHARE = 0.2;
/** A band is divided when each part has room for so many tracks. */
const TRACKS_A_PART = 2;

function pushEmpty(gaps: FoundGap[], { start, end }: Interval, plan: AxisPlan): void {
  const part = ((end - start) * (1 - MIDDLE_SHARE)) / 2;
  if (!plan.splitsEmpty || part < TRACKS_A_PART * plan.spacing) {
    pushGap(gaps, { start, end, rule: 'both', moves: true });
    return;
  }
  pushGap(gaps, { start, end: start + part, rule: 'start', moves: true });
  pushGap(gaps, { start: end - part, end, rule: 'end', moves: true });
}

/** The parts of a span beside the middles, for where its cells are empty. */
function pushHalves(
  gaps: FoundGap[],
  middles: readonly number[],
  span: Interval,
  band: Interval,
): void {
  let start = Math.max(span.start, band.start);
  const end = Math.min(span.end, band.end);
  for (let index = findLine(middles, start); index < middles.length; index += 1) {
    const middle = item(middles, index);
    if (middle >= end) break;
    if (middle <= start) continue;
    pushGap(gaps, { start, end: middle, rule: 'none', moves: false });
    start = middle;
  }
  pushGap(gaps, { start, end, rule: 'none', moves: false });
}

function pushGap(gaps: FoundGap[], gap: FoundGap): void {
  if (gap.end - gap.start >= LEAST_GAP) gaps.push(gap);
}

function countTracks(room: number, plan: AxisPlan): number {
  const fitting = Math.floor(room / plan.spacing + 0.25) - 1;
  if (fitting < 1) return 1;
  return Math.min(fitting, plan.mostTracks);
}

function isFarFrom(positions: readonly number[], position: number, distance: number): boolean {
  if (positions.length === 0) return true;
  const index = findLine(positions, position);
  for (const near of [index - 1, index, index + 1]) {
    const other = positions[near];
    if (other !== undefined && Math.abs(other - position) < distance) return false;
  }
  return true;
}

function ascending(a: number, b: number): number {
  return a - b;
}
