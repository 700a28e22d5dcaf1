import type { RouteNode, RouteRequest } from '#core/layout/router/routeRequest.ts';
import { type Channel, findChannels } from './channels.ts';
import { type FlowGroup, middleOf } from './crossingFlows.ts';
import { type Load, measureLoad } from './load.ts';

/** Where a group crosses a cut. */
export interface Gate {
  readonly cut: number;
  readonly group: FlowGroup;
  readonly x: number;
}

/**
 * Where the groups cross the cuts: a flow to the next row straight above its target, longer ones in
 * a channel between the columns, the short ones first, so that longer ones lie around them. When a
 * group finds no place, the cuts that it crosses are of no use.
 */
export function placeGates(
  request: RouteRequest,
  groups: readonly FlowGroup[],
  cuts: readonly number[],
): { readonly gates: readonly Gate[] } | { readonly crowdedCuts: readonly number[] } {
  const gates: Gate[] = [];
  const taken = new Map<number, number[]>(cuts.map((cut) => [cut, []]));
  const place = (cut: number, group: FlowGroup, x: number) => {
    gates.push({ cut, group, x });
    taken.get(cut)?.push(x);
  };
  const isFree = (cut: number, x: number) =>
    !taken.get(cut)?.some((other) => Math.abs(other - x) < request.clearance / 2);
  const nodesOfRow: RouteNode[][] = request.rows.map(() => []);
  for (const node of request.nodes) nodesOfRow[node.row]?.push(node);
  const rest: CrossingGroup[] = [];
  for (const group of groups) {
    const crossed = cuts.filter((cut) => cut > group.firstRow && cut <= group.lastRow);
    const last = crossed.at(-1);
    if (last === undefined) continue;
    const x = middleOf(group.target);
    const isStraight =
      comesFromAbove(group, last, crossed) && isOpen(group, last, nodesOfRow) && isFree(last, x);
    if (isStraight) place(last, group, x);
    const others = isStraight ? crossed.slice(0, -1) : crossed;
    if (others.length > 0) rest.push({ group, cuts: others });
  }
  rest.sort((a, b) => a.cuts.length - b.cuts.length || lengthOf(a.group) - lengthOf(b.group));
  const choices = { channels: findChannels(request), load: measureLoad(request), isFree };
  for (const { group, cuts: crossed } of rest) {
    const x = findChannel(group, crossed, choices);
    if (x === undefined) return { crowdedCuts: crossed };
    for (const cut of crossed) place(cut, group, x);
  }
  return { gates };
}

interface CrossingGroup {
  readonly group: FlowGroup;
  readonly cuts: readonly number[];
}

function lengthOf({ firstRow, lastRow }: FlowGroup): number {
  return lastRow - firstRow;
}

/** Whether one of its flows starts between the last cut and the one before. */
function comesFromAbove(group: FlowGroup, last: number, crossed: readonly number[]): boolean {
  if (group.isUp || group.target.row > last + 1) return false;
  const before = crossed.at(-2) ?? 0;
  return group.flows.some(({ source }) => source.row >= Math.max(before, last - 3));
}

/** Whether nothing stands between the cut and the target. */
function isOpen(
  { target }: FlowGroup,
  cut: number,
  nodesOfRow: readonly (readonly RouteNode[])[],
): boolean {
  const x = middleOf(target);
  for (let row = cut; row <= target.row; row += 1)
    for (const node of nodesOfRow[row] ?? [])
      if (node.y < target.y && node.x - 1 < x && node.x + node.width + 1 > x) return false;
  return true;
}

interface Choices {
  readonly channels: readonly Channel[];
  readonly load: Load;
  readonly isFree: (cut: number, x: number) => boolean;
}

const PER_COLUMN = 20;
const PER_CROSSING = 90;
const PER_CROWDED = 180;
const WISHED = 10_000;

function findChannel(
  group: FlowGroup,
  cuts: readonly number[],
  { channels, load, isFree }: Choices,
): number | undefined {
  const wish = group.flows.find(({ flow }) => flow.hint?.channel !== undefined)?.flow.hint;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const channel of channels) {
    const crossings = load.countCrossed(group, channel.rule);
    const isWished = wish !== undefined && wish.channel === channel.rightOf;
    const crowded = load.countCrowded(group, channel.rule);
    const base =
      channel.toll + crossings * PER_CROSSING + crowded * PER_CROWDED - (isWished ? WISHED : 0);
    if (base - WISHED >= least) continue;
    for (const { x, cost } of channel.tracks) {
      const total = base + cost + measureDetour(group, x, load.columnWidth) * PER_COLUMN;
      if (total >= least || !cuts.every((cut) => isFree(cut, x))) continue;
      best = x;
      least = total;
    }
  }
  return best;
}

/** How far the channel is from the ends, in columns. */
function measureDetour({ target, flows }: FlowGroup, x: number, columnWidth: number): number {
  const sources = flows.reduce((sum, { source }) => sum + Math.abs(middleOf(source) - x), 0);
  return (Math.abs(middleOf(target) - x) + sources / flows.length) / columnWidth;
}
