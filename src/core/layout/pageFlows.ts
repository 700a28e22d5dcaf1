import type { Flow } from '#core/model/procedure.ts';
import { findInnerFlows } from './flowsBySource.ts';
import type { Pentagon } from './offPage.ts';
import { toRouteFlow } from './routeConnectors.ts';
import type { RouteFlow, RouteNode } from './router/routeRequest.ts';
import type { TextStyle } from './text/measureText.ts';

interface PageEnds {
  readonly nodes: readonly RouteNode[];
  readonly offPage: readonly { readonly node: RouteNode; readonly pentagon: Pentagon }[];
  /** How labels are set. */
  readonly style: TextStyle;
}

/**
 * What the router draws on one page: the flows between its symbols, a part into each pentagon from
 * every flow that leaves in it, and one part out of each pentagon in which flows arrive.
 */
export function toPageFlows(
  flows: readonly Flow[],
  { nodes, offPage, style }: PageEnds,
): readonly RouteFlow[] {
  const whole = findInnerFlows(flows, new Set(nodes.map(({ id }) => id)));
  const parts = offPage.flatMap(({ node, pentagon }) =>
    pentagon.direction === 'out'
      ? pentagon.flows.map((flow) => toExit(flow, node, style))
      : pentagon.flows.slice(0, 1).map((flow) => toEntry(flow, node, style)),
  );
  return [...whole.map((flow) => toRouteFlow(flow, flow.label ?? '', style)), ...parts];
}

// Of a person's wish for the whole arrow, a part keeps what concerns its own symbol.

function toExit({ route, ...flow }: Flow, node: RouteNode, style: TextStyle): RouteFlow {
  const hint = route?.exit && { route: { exit: route.exit } };
  return toRouteFlow({ ...flow, ...hint, to: node.id }, flow.label ?? '', style);
}

function toEntry({ route, ...flow }: Flow, node: RouteNode, style: TextStyle): RouteFlow {
  const hint = route?.entry && { route: { entry: route.entry } };
  return toRouteFlow({ ...flow, ...hint, from: node.id }, '', style);
}
