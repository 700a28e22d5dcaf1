import type { Flow, Procedure, RouteHint } from '#core/model/procedure.ts';
import { routeHintSchema } from '#core/model/schema.ts';
import type { Edit, EditResult } from './edit.ts';
import { hasActor } from './find.ts';
import { accept, reject } from './result.ts';

export function setRoute(
  procedure: Procedure,
  { flow, route }: Extract<Edit, { type: 'setRoute' }>,
): EditResult {
  const found = procedure.flows.find((each) => each.id === flow);
  if (!found) return reject('unknown-flow', `No flow "${flow}".`);
  if (route !== null && !routeHintSchema.safeParse(route).success)
    return reject('bad-route', 'The hint names a side, a channel or a place that does not exist.');
  if (typeof route?.channel === 'string' && !hasActor(procedure, route.channel))
    return reject('unknown-actor', `No actor "${route.channel}".`);
  const changed = withRoute(found, route ?? {});
  if (isSameRoute(found.route, changed.route)) return accept(procedure);
  const flows = procedure.flows.map((each) => (each === found ? changed : each));
  return accept({ ...procedure, flows });
}

function isSameRoute(a: RouteHint = {}, b: RouteHint = {}): boolean {
  return (
    a.exit === b.exit && a.entry === b.entry && a.channel === b.channel && a.labelAt === b.labelAt
  );
}

export function tidyRoutes(procedure: Procedure): EditResult {
  if (procedure.flows.every((flow) => flow.route === undefined)) return accept(procedure);
  return accept({ ...procedure, flows: procedure.flows.map(withoutRoute) });
}

/** The flow with one end at another symbol. Of its route, what concerned the other end stays. */
export function retarget(flow: Flow, end: 'from' | 'to', symbol: string): Flow {
  const { exit, entry } = flow.route ?? {};
  const side = end === 'from' ? entry && { entry } : exit && { exit };
  return withRoute({ ...flow, [end]: symbol }, side ?? {});
}

/** The flow the other way round, along the same line. */
export function reverse(flow: Flow): Flow {
  const { exit, entry, labelAt, ...rest } = flow.route ?? {};
  return withRoute(
    { ...flow, from: flow.to, to: flow.from },
    {
      ...(entry && { exit: entry }),
      ...(exit && { entry: exit }),
      ...rest,
      ...(labelAt !== undefined && { labelAt: 1 - labelAt }),
    },
  );
}

/** The flow with its vertical part left to the router. */
export function withoutChannel(flow: Flow): Flow {
  const { channel: _, ...route } = flow.route ?? {};
  return withRoute(flow, route);
}

/** The procedure with the arrows of one symbol left to the router between their sides. */
export function withoutChannels(procedure: Procedure, symbol: string): Procedure {
  const isWished = ({ from, to, route }: Flow) =>
    (from === symbol || to === symbol) && route?.channel !== undefined;
  if (!procedure.flows.some(isWished)) return procedure;
  const flows = procedure.flows.map((flow) => (isWished(flow) ? withoutChannel(flow) : flow));
  return { ...procedure, flows };
}

/** The flows after an actor went: none runs beside it. */
export function forgetChannel(flows: readonly Flow[], actor: string): readonly Flow[] {
  if (flows.every((flow) => flow.route?.channel !== actor)) return flows;
  return flows.map((flow) => (flow.route?.channel === actor ? withoutChannel(flow) : flow));
}

function withRoute(flow: Flow, route: RouteHint): Flow {
  if (Object.keys(route).length === 0) return withoutRoute(flow);
  return { ...flow, route };
}

function withoutRoute(flow: Flow): Flow {
  if (flow.route === undefined) return flow;
  const { route: _, ...rest } = flow;
  return rest;
}
