import type { FlowGroup } from './crossingFlows.ts';

/** Cuts are not nearer to each other than this, but for the sake of `MOST_ROWS`. */
const LEAST_ROWS = 10;
const MOST_ROWS = 28;

/** Rows above which the sheet is cut, ascending. Where depends on the rows nearby only. */
export function findCuts(rowCount: number, groups: readonly FlowGroup[]): readonly number[] {
  const costs = countCrossing(rowCount, groups);
  const cuts: number[] = [];
  let last = 0;
  for (let row = LEAST_ROWS; row <= rowCount - LEAST_ROWS; row += 1) {
    if (!isLeast(costs, row)) continue;
    splitLong(costs, last, row, cuts);
    cuts.push(row);
    last = row;
  }
  splitLong(costs, last, rowCount, cuts);
  return cuts;
}

/** How many lines cross each row's upper edge; those from one row to the next are simple. */
function countCrossing(rowCount: number, groups: readonly FlowGroup[]): Int32Array {
  const costs = new Int32Array(rowCount + 1);
  for (const { flows, firstRow, lastRow, isUp } of groups) {
    const isSimple = !isUp && lastRow === firstRow + 1;
    const isWished = flows.some(({ flow }) => flow.hint);
    const cost = (isSimple ? 1 : 4) + (isWished ? 40 : 0);
    for (let row = firstRow + 1; row <= lastRow; row += 1) costs[row] = (costs[row] ?? 0) + cost;
  }
  return costs;
}

/** Less than every row before, and no more than those after it. */
function isLeast(costs: Int32Array, row: number): boolean {
  const own = costs[row] ?? 0;
  for (let other = row - LEAST_ROWS + 1; other < row; other += 1)
    if ((costs[other] ?? 0) <= own) return false;
  for (let other = row + 1; other < row + LEAST_ROWS; other += 1)
    if ((costs[other] ?? 0) < own) return false;
  return true;
}

function splitLong(costs: Int32Array, from: number, to: number, cuts: number[]): void {
  let start = from;
  while (to - start > MOST_ROWS) {
    let best = start + LEAST_ROWS;
    const end = Math.min(start + MOST_ROWS, to - LEAST_ROWS);
    for (let row = best + 1; row <= end; row += 1)
      if ((costs[row] ?? 0) < (costs[best] ?? 0)) best = row;
    cuts.push(best);
    start = best;
  }
}
