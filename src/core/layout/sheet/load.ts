import type { RouteRequest } from '#core/layout/router/routeRequest.ts';
import { type FlowGroup, middleOf } from './crossingFlows.ts';

/** Which arrows a long vertical line would have to cross. */
export interface Load {
  readonly columnWidth: number;
  /** How many arrows between other symbols go over `x` in the group's rows, about. */
  countCrossed(group: FlowGroup, x: number): number;
  /** How many of the group's flows would leave on the side where another one leaves for the next row. */
  countCrowded(group: FlowGroup, x: number): number;
}

export function measureLoad({ nodes, flows, rows, columns }: RouteRequest): Load {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const onwards = new Map<string, number>();
  const spans: { readonly left: number; readonly right: number; readonly to: string }[][] =
    rows.map(() => []);
  for (const flow of flows) {
    const from = nodeOf.get(flow.from);
    const to = nodeOf.get(flow.to);
    if (!from || !to) continue;
    const [a, b] = [middleOf(from), middleOf(to)];
    const row = Math.min(from.row, to.row);
    if (to.row === from.row + 1 && a !== b) onwards.set(from.id, b > a ? 1 : -1);
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
    countCrowded: ({ flows: own, target }, x) =>
      own.filter(({ source }) => {
        const side = onwards.get(source.id);
        return (
          side !== undefined && target.row !== source.row + 1 && (x - middleOf(source)) * side > 0
        );
      }).length,
  };
}
