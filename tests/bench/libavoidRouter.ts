import { fileURLToPath } from 'node:url';
import { type Avoid, AvoidLib } from 'libavoid-js';
import type { Route, RouteRequest } from '#core/layout/router/routeRequest.ts';

/** From libavoid's documentation: its enums are not in the JavaScript typings. */
const ORTHOGONAL = 2;
const SEGMENT_PENALTY = 0;
const CROSSING_PENALTY = 2;
const SHAPE_BUFFER = 6;
const IDEAL_NUDGING = 7;
const EXIT = 1;
const ENTRY = 2;
/** The middles of the sides. As in our rules, nothing leaves upwards and nothing enters from below. */
const PINS = [
  { use: ENTRY, x: 0.5, y: 0, direction: 1 },
  { use: EXIT, x: 0.5, y: 1, direction: 2 },
  { use: ENTRY, x: 0, y: 0.5, direction: 4 },
  { use: EXIT, x: 0, y: 0.5, direction: 4 },
  { use: ENTRY, x: 1, y: 0.5, direction: 8 },
  { use: EXIT, x: 1, y: 0.5, direction: 8 },
];

/** libavoid with pins at the middles of a symbol's sides, and penalties like ours. */
export async function openLibavoid(): Promise<(request: RouteRequest) => readonly Route[]> {
  const wasm = fileURLToPath(new URL('libavoid.wasm', import.meta.resolve('libavoid-js')));
  await AvoidLib.load(wasm);
  const avoid = AvoidLib.getInstance();
  return (request) => route(avoid, request);
}

function route(avoid: Avoid, request: RouteRequest): readonly Route[] {
  const router = new avoid.Router(ORTHOGONAL);
  router.setRoutingParameter(SEGMENT_PENALTY, 50);
  router.setRoutingParameter(CROSSING_PENALTY, 45);
  router.setRoutingParameter(SHAPE_BUFFER, request.clearance);
  router.setRoutingParameter(IDEAL_NUDGING, request.clearance);
  const shapes = new Map(
    request.nodes.map(({ id, x, y, width, height }) => {
      const end = new avoid.Point(x + width, y + height);
      const shape = new avoid.ShapeRef(router, new avoid.Rectangle(new avoid.Point(x, y), end));
      for (const { use, x: left, y: top, direction } of PINS) {
        const pin = new avoid.ShapeConnectionPin(shape, use, left, top, true, 0, direction);
        pin.setExclusive(false);
      }
      return [id, shape];
    }),
  );
  const connectors = request.flows.flatMap(({ id, from, to }) => {
    const source = shapes.get(from);
    const target = shapes.get(to);
    if (!source || !target) return [];
    const start = new avoid.ConnEnd(source, EXIT);
    return [{ id, line: new avoid.ConnRef(router, start, new avoid.ConnEnd(target, ENTRY)) }];
  });
  router.processTransaction();
  return connectors.map(({ id, line }) => {
    const way = line.displayRoute();
    const points = Array.from({ length: way.size() }, (_, index): [number, number] => {
      const { x, y } = way.get_ps(index);
      return [x, y];
    });
    return { flow: id, points };
  });
}
