import type { RouteRequest } from '#core/layout/router/routeRequest.ts';
import { type FlowGroup, middleOf } from './crossingFlows.ts';

/** Which arrows a long vertical line would have to cross. */
export interface Load {
  readonly columnWidth: number;
  /** How many arrows between other symbols go over `x` in the group's rows, about. */
  countCrossed(group: FlowGroup, x: number): number;
}

export function measureLoad({ nodes, flows, rows, columns }: RouteRequest): Load {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const spans: { readonly left: number; readonly right: number; readonly to: string }[][] =
    rows.map(() => []);
  for (const flow of flows) {
    const from = nodeOf.get(flow.from);
    const to = nodeOf.get(flow.to);
    if (!from || !to) continue;
    const [a, b] = [middleOf(from), middleOf(to)];
    const row = Math.min(from.row, to.row);
    spans[row]?.push({ left: Math.min(a, b), right: Math.max(a, b), to: to.id });
  }
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    columnWidth: total / Math.max(columns.length, 1) || 1,
    countCrossed: ({ firstRow, lastRow, target }, x) => {
      let count = 0;
      for (let row = firstRow; row < lastRow; row += 1)
        for (const { left, right, to } of spans[row] ?? [])
          if (left < x && x < right && to !== target.id) count += 1;
      return count;
    },
  };
}
