import { applyEdit } from '#core/edit/applyEdit.ts';
import { measureAlong, measureWay } from '#core/layout/alongWay.ts';
import { findBrokenWishes, findSide, readRoute, type WishPart } from '#core/layout/drawnRoute.ts';
import type { Box, CanvasLayout, Connector, Point } from '#core/layout/geometry.ts';
import type { Flow, Procedure, RouteHint } from '#core/model/procedure.ts';
import type { RouteGesture } from './canvasState.ts';
import { isInside } from './cells.ts';

/** How far from its own symbol the end of an arrow still goes to one of its sides. */
const sideReach = 34;

/** What a drag at a selected arrow takes hold of. */
export type RouteGrip = Extract<WishPart, 'channel' | 'labelAt'> | 'from' | 'to';

export interface RouteDrag {
  readonly flow: string;
  readonly grip: RouteGrip;
  /** Where the press began, and where the pointer is now. */
  readonly start: Point;
  readonly at: Point;
}

interface Drawn {
  readonly procedure: Procedure;
  readonly layout: CanvasLayout;
  /** How the procedure would be drawn. */
  readonly toLayout: (procedure: Procedure) => CanvasLayout;
}

/**
 * What a drag wishes for an arrow, with the arrow as it would run; undefined where the drag means
 * something else. Only a wish that differs from the one `before` costs a layout.
 */
export function toRouteGesture(
  drawn: Drawn,
  drag: RouteDrag,
  before?: RouteGesture,
): RouteGesture | undefined {
  const flow = drawn.procedure.flows.find(({ id }) => id === drag.flow);
  const connector = drawn.layout.connectors.find((each) => each.flow === drag.flow);
  const wish = flow && connector && findWish(drawn.layout, flow, { ...drag, connector });
  if (!wish) return undefined;
  const { at } = drag;
  if (before?.part === wish.part && before.route[wish.part] === wish.route[wish.part])
    return { ...before, at };
  return { type: 'route', flow: flow.id, at, ...wish, ...tryRoute(drawn, flow, wish) };
}

interface Wish {
  readonly part: WishPart;
  /** The arrow's whole hint with the new wish in it. */
  readonly route: RouteHint;
  /** The arrow runs like that already. */
  readonly isAsNow: boolean;
}

function findWish(
  layout: CanvasLayout,
  flow: Flow,
  drag: RouteDrag & { readonly connector: Connector },
): Wish | undefined {
  const [source, target] = [findBox(layout, flow.from), findBox(layout, flow.to)];
  if (!source || !target) return undefined;
  const { grip, at, connector } = drag;
  const now = readRoute(connector, { source, target, columns: layout.columns });
  switch (grip) {
    case 'from':
    case 'to': {
      const box = grip === 'from' ? source : target;
      if (!isInside(toReach(box), at)) return undefined;
      const part = grip === 'from' ? 'exit' : 'entry';
      const side = findSide(box, at);
      return { part, route: { ...flow.route, [part]: side }, isAsNow: now[part] === side };
    }
    case 'channel': {
      const channel = findNearestChannel(layout, at[0]);
      const isAsNow = now.channel === channel;
      return { part: 'channel', route: { ...flow.route, channel }, isAsNow };
    }
    case 'labelAt': {
      const labelAt = toShare(connector.points, drag, now.labelAt ?? 0);
      return { part: 'labelAt', route: { ...flow.route, labelAt }, isAsNow: false };
    }
  }
}

function tryRoute({ procedure, toLayout }: Drawn, flow: Flow, { part, route }: Wish) {
  const result = applyEdit(procedure, { type: 'setRoute', flow: flow.id, route });
  const layout = result.ok ? toLayout(result.procedure) : undefined;
  const preview = layout?.connectors.find((each) => each.flow === flow.id);
  const [source, target] = [
    layout && findBox(layout, flow.from),
    layout && findBox(layout, flow.to),
  ];
  if (!layout || !preview || !source || !target) return { preview: undefined, isKept: false };
  const broken = findBrokenWishes(route, preview, { source, target, columns: layout.columns });
  return { preview, isKept: !broken.includes(part) };
}

/** The gap between lanes that is nearest, as a hint names it. */
function findNearestChannel({ columns }: CanvasLayout, x: number): string | null {
  const before = columns.findLast((column) => column.x + column.width / 2 < x);
  return before?.actor ?? null;
}

/** The label's new place along its arrow, to a hundredth; it follows the pointer from where it was. */
function toShare(points: readonly Point[], { start, at }: RouteDrag, from: number): number {
  const length = measureWay(points) || 1;
  const moved = (measureAlong(points, at) - measureAlong(points, start)) / length;
  return Math.round(Math.min(1, Math.max(0, from + moved)) * 100) / 100;
}

function findBox(layout: CanvasLayout, symbol: string): Box | undefined {
  return layout.symbols.find((box) => box.symbol === symbol);
}

function toReach({ x, y, width, height }: Box): Box {
  return {
    x: x - sideReach,
    y: y - sideReach,
    width: width + 2 * sideReach,
    height: height + 2 * sideReach,
  };
}
