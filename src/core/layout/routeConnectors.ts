import type { Flow } from '#core/model/procedure.ts';
import type { ActorColumn, Connector, RowBand, SymbolBox } from './geometry.ts';
import { recallRoutes } from './routeMemo.ts';
import type { Route, RouteFlow, RouteNode, RouteRequest } from './router/routeRequest.ts';
import { measureText, type TextStyle } from './text/measureText.ts';
import { toLineReach } from './text/widthTable.ts';

/** The routed flows of a page as they are drawn. */
export function routeConnectors(
  request: RouteRequest,
  labelStyle: TextStyle,
): readonly Connector[] {
  return drawRoutes(request, recallRoutes(request), labelStyle);
}

/** Lines with heads, labels with their text set. */
export function drawRoutes(
  request: RouteRequest,
  routes: readonly Route[],
  labelStyle: TextStyle,
): readonly Connector[] {
  const labels = new Map(request.flows.map(({ id, label }) => [id, label?.text ?? '']));
  return routes
    .filter(({ points }) => points.length > 1)
    .map((route) => toConnector(route, labels.get(route.flow) ?? '', labelStyle));
}

function toConnector(
  { flow, points, label, crowded }: Route,
  text: string,
  style: TextStyle,
): Connector {
  const connector = { flow, points, head: true, ...(crowded && { crowded }) };
  if (!label || text === '') return connector;
  const { ascent, descent } = toLineReach(style.family);
  const { size, weight } = style;
  const line = {
    text,
    x: label.x + label.width / 2,
    y: label.y + label.height / 2 + ((ascent - descent) / 2) * size,
    width: measureText(text, style),
    size,
    weight,
    anchor: 'middle',
  } as const;
  return { ...connector, label: { ...label, text, line } };
}

/** A flow for the router, with the room that its label takes. */
export function toRouteFlow(flow: Flow, label: string, style: TextStyle): RouteFlow {
  return {
    id: flow.id,
    from: flow.from,
    to: flow.to,
    mergeKey: flow.to,
    ...(label !== '' && {
      label: { text: label, width: measureText(label, style) + 2, height: style.size * 1.1 },
    }),
    ...(flow.route && { hint: flow.route }),
  };
}

export function toRouteNodes(
  symbols: readonly SymbolBox[],
  columns: readonly ActorColumn[],
  rows: readonly RowBand[],
): readonly RouteNode[] {
  const rowOf = new Map(rows.map(({ step }, index) => [step, index]));
  return symbols.map(({ symbol, step, kind, x, y, width, height }) => ({
    id: symbol,
    kind,
    column: columns.findLastIndex((column) => column.x < x + width / 2),
    row: rowOf.get(step) ?? 0,
    x,
    y,
    width,
    height,
  }));
}
