import type { App } from './parts.ts';

/**
 * One line a request, by the route's pattern: an address may hold the secret of a link, a body somebody's
 * text.
 */
export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    const line = {
      method: request.method,
      route: route ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.me && { user: request.me.id }),
    };
    if (route?.startsWith('/api/')) request.log.info(line, 'request');
    else request.log.debug(line, 'request');
  });
}
