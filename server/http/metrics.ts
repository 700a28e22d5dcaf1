import type { FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SyncStats } from '#server/sync/syncHub.ts';
import type { SyncMeter } from '#server/sync/syncMeter.ts';
import { HttpProblem } from './httpProblem.ts';
import type { App, HttpParts } from './parts.ts';

/** What is measured, and who tells it. */
export interface Metrics {
  readonly registry: Registry;
  readonly syncMeter: SyncMeter;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const commits = new Histogram({
    name: 'alur_sync_commit_duration_seconds',
    help: 'Duration of group commits, failed ones too',
    buckets: syncBuckets,
    registers: [registry],
  });
  const fanOuts = new Histogram({
    name: 'alur_sync_fan_out_duration_seconds',
    help: 'From the arrival of a change to its sending to everybody else',
    buckets: syncBuckets,
    registers: [registry],
  });
  return {
    registry,
    syncMeter: {
      commit: (seconds) => commits.observe(seconds),
      fanOut: (seconds) => fanOuts.observe(seconds),
    },
  };
}

const syncBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5];

/** `GET /metrics` for Prometheus: the process, the requests, the sync hub. */
export function addMetrics(app: App, parts: HttpParts): void {
  const { registry } = parts.metrics;
  countRequests(app, registry);
  addSyncStats(registry, () => parts.documents.stats());

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

type Reading = readonly [name: string, help: string, read: (stats: SyncStats) => number];

const gauges: readonly Reading[] = [
  ['connections', 'Open sync connections', (stats) => stats.connections],
  ['documents', 'Documents in memory', (stats) => stats.documents],
  ['ready', '1 when the log can be written', (stats) => Number(stats.ready)],
];

/** Only where there may be other nodes, and a Redis between them. */
const nodeGauges: readonly Reading[] = [
  [
    'redis_up',
    '1 while nodes hear each other through Redis',
    (stats) => Number(stats.nodes?.isRedisUp),
  ],
];

const nodeCounters: readonly Reading[] = [
  ['node_messages_sent', 'Messages to other nodes', (stats) => stats.nodes?.sent ?? 0],
  ['node_messages_received', 'Messages of other nodes', (stats) => stats.nodes?.received ?? 0],
  ['node_messages_refused', 'Messages of nobody’s node', (stats) => stats.nodes?.refused ?? 0],
];

const counters: readonly Reading[] = [
  ['commits', 'Group commits', (stats) => stats.commits],
  ['failed_commits', 'Group commits that failed', (stats) => stats.failedCommits],
  ['storage_errors', 'Times the log could not be read or written', (stats) => stats.storageErrors],
  ['updates', 'Updates written', (stats) => stats.updates],
  ['refused_writes', 'Writes of people who may only read', (stats) => stats.refusedWrites],
  ['bad_frames', 'Frames that could not be read', (stats) => stats.badFrames],
  ['dropped_awareness', 'Presence not sent to slow readers', (stats) => stats.droppedAwareness],
];

function addSyncStats(registry: Registry, stats: () => SyncStats): void {
  addGauges(registry, 'alur_sync', gauges, stats);
  addCounters(registry, 'alur_sync', counters, stats);
  if (stats().nodes?.isRedisUp === undefined) return;
  addGauges(registry, 'alur', nodeGauges, stats);
  addCounters(registry, 'alur', nodeCounters, stats);
}

function addGauges(
  registry: Registry,
  prefix: string,
  readings: readonly Reading[],
  stats: () => SyncStats,
): void {
  for (const [name, help, read] of readings)
    new Gauge({
      name: `${prefix}_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read(stats()));
      },
    });
}

function addCounters(
  registry: Registry,
  prefix: string,
  readings: readonly Reading[],
  stats: () => SyncStats,
): void {
  for (const [name, help, read] of readings)
    new Counter({
      name: `${prefix}_${name}_total`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(read(stats()));
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
