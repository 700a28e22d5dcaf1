import type { Flow } from '#core/model/procedure.ts';
import type { ActorColumn, Connector, RowBand, SymbolBox } from './geometry.ts';
import { toLabelShapes } from './labelShapes.ts';
import { recallRoutes } from './routeMemo.ts';
import type {
  Route,
  RouteFlow,
  RouteLabel,
  RouteNode,
  RouteRequest,
} from './router/routeRequest.ts';
import type { TextStyle } from './text/measureText.ts';
import { placeLines } from './textBlock.ts';

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
  { flow, points, label, crowded, poorLabel }: Route,
  text: string,
  style: TextStyle,
): Connector {
  const connector = {
    ...{ flow, points, head: true },
    ...(crowded && { crowded }),
    ...(poorLabel && { poorLabel }),
  };
  if (!label) return connector;
  const shapes = toLabelShapes(text, style);
  const shape = shapes.find(
    ({ width, height }) => width === label.width && height === label.height,
  );
  const lines = placeLines(shape?.lines ?? [], label, { style, align: 'middle', valign: 'middle' });
  return { ...connector, label: { ...label, text, lines } };
}

/** A flow for the router, with the room that its label takes. */
export function toRouteFlow(flow: Flow, text: string, style: TextStyle): RouteFlow {
  const label = toRouteLabel(text, style);
  return {
    id: flow.id,
    from: flow.from,
    to: flow.to,
    mergeKey: flow.to,
    ...(label && { label }),
    ...(flow.route && { hint: flow.route }),
  };
}

function toRouteLabel(text: string, style: TextStyle): RouteLabel | undefined {
  const [first, ...wrapped] = toLabelShapes(text, style).map(({ width, height }) => ({
    width,
    height,
  }));
  if (!first) return undefined;
  return { text, ...first, ...(wrapped.length > 0 && { wrapped }) };
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
