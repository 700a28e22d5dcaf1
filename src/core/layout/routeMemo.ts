import { routeFlows } from './router/routeFlows.ts';
import type { Route, RouteRequest } from './router/routeRequest.ts';

/** Requests are remembered until their texts together are longer than this. */
const MAX_LENGTH = 4_000_000;

const routes = new Map<string, readonly Route[]>();
let length = 0;

/**
 * The same as `routeFlows`, which is pure; what was asked lately is not computed again. While
 * somebody types, only the page or sheet whose boxes move is routed anew.
 */
export function recallRoutes(request: RouteRequest): readonly Route[] {
  const key = JSON.stringify(request);
  const known = routes.get(key);
  if (known) {
    // The last used stands last, so that the first is the one to forget.
    routes.delete(key);
    routes.set(key, known);
    return known;
  }
  const found = routeFlows(request);
  routes.set(key, found);
  length += key.length;
  for (const oldest of routes.keys()) {
    if (length <= MAX_LENGTH || oldest === key) break;
    routes.delete(oldest);
    length -= oldest.length;
  }
  return found;
}
