import type { FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SyncStats } from '#server/sync/syncHub.ts';
import { HttpProblem } from './httpProblem.ts';
import type { App, HttpParts } from './parts.ts';

/** `GET /metrics` for Prometheus: the process, the requests, the sync hub. */
export function addMetrics(app: App, parts: HttpParts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  countRequests(app, registry);
  gaugeSync(registry, () => parts.documents.stats());

  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    await refuseStrangers(parts, request);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function countRequests(app: App, registry: Registry): void {
  const durations = new Histogram({
    name: 'alur_http_request_duration_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    durations.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
      },
      reply.elapsedTime / 1000,
    );
  });
}

const syncGauges = {
  connections: 'Open sync connections',
  documents: 'Documents in memory',
} as const satisfies Partial<Record<keyof SyncStats, string>>;

const syncCounters = {
  commits: 'Group commits',
  failedCommits: 'Group commits that failed',
  updates: 'Updates written',
  commitSeconds: 'Time spent in group commits',
  refusedWrites: 'Writes of people who may only read',
  badFrames: 'Frames that could not be read',
} as const satisfies Partial<Record<keyof SyncStats, string>>;

function gaugeSync(registry: Registry, stats: () => SyncStats): void {
  for (const key of ['connections', 'documents'] as const)
    new Gauge({
      name: `alur_sync_${key}`,
      help: syncGauges[key],
      registers: [registry],
      collect() {
        this.set(stats()[key]);
      },
    });
  for (const [name, key] of [
    ['commits', 'commits'],
    ['failed_commits', 'failedCommits'],
    ['updates', 'updates'],
    ['commit_seconds', 'commitSeconds'],
    ['refused_writes', 'refusedWrites'],
    ['bad_frames', 'badFrames'],
  ] as const)
    new Counter({
      name: `alur_sync_${name}_total`,
      help: syncCounters[key],
      registers: [registry],
      collect() {
        this.reset();
        this.inc(stats()[key]);
      },
    });
}

/** Open to programs on this machine, not through a proxy, and to administrators. */
async function refuseStrangers(parts: HttpParts, request: FastifyRequest): Promise<void> {
  if (isLocal(request)) return;
  const identity = await parts.identify(request.headers);
  if (!identity.ok) throw new HttpProblem(identity.code, 'Metrics are for administrators.');
  if (!identity.user.isAdmin) throw new HttpProblem('forbidden', 'Metrics are for administrators.');
}

function isLocal({ headers, socket }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] || headers.forwarded || headers.via) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '');
}
