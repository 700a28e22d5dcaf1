import type { RouteFlow, RouteNode, RouteRequest } from '#core/layout/router/routeRequest.ts';

/** Flows that lead to one symbol in one direction: over a cut they run as one line. */
export interface FlowGroup {
  readonly target: RouteNode;
  readonly isUp: boolean;
  readonly flows: readonly { readonly flow: RouteFlow; readonly source: RouteNode }[];
  /** The rows that it spans, those of its ends included. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The flows that change rows, grouped; in an order that depends on the geometry alone. */
export function groupFlows({ nodes, flows }: RouteRequest): readonly FlowGroup[] {
  const ordered = [...nodes].sort(compareNodes);
  const placeOf = new Map(ordered.map((node, place) => [node.id, place]));
  const groups = new Map<number, FlowGroup>();
  for (const flow of flows) {
    const from = placeOf.get(flow.from);
    const to = placeOf.get(flow.to);
    const source = ordered[from ?? -1];
    const target = ordered[to ?? -1];
    if (!source || !target || to === undefined || source.row === target.row) continue;
    const isUp = target.row < source.row;
    const key = to * 2 + (isUp ? 1 : 0);
    const known = groups.get(key);
    groups.set(key, {
      target,
      isUp,
      flows: [...(known?.flows ?? []), { flow, source }],
      firstRow: Math.min(known?.firstRow ?? target.row, source.row),
      lastRow: Math.max(known?.lastRow ?? target.row, source.row),
    });
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}

export function middleOf({ x, width }: RouteNode): number {
  return x + width / 2;
}

function compareNodes(a: RouteNode, b: RouteNode): number {
  return a.row - b.row || a.column - b.column || a.y - b.y || a.x - b.x;
}
