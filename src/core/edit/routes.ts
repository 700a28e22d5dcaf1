import type { Flow, Procedure } from '#core/model/procedure.ts';
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
  if (JSON.stringify(found.route ?? null) === JSON.stringify(route)) return accept(procedure);
  const changed: Flow = route === null ? withoutRoute(found) : { ...found, route };
  const flows = procedure.flows.map((each) => (each === found ? changed : each));
  return accept({ ...procedure, flows });
}

export function tidyRoutes(procedure: Procedure): EditResult {
  if (procedure.flows.every((flow) => flow.route === undefined)) return accept(procedure);
  return accept({ ...procedure, flows: procedure.flows.map(withoutRoute) });
}

function withoutRoute(flow: Flow): Flow {
  if (flow.route === undefined) return flow;
  const { route: _, ...rest } = flow;
  return rest;
}
