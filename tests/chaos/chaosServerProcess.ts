// The whole server in a process of its own, to be killed. Prints its port; a message moves its clock.
import { pino } from 'pino';
import { z } from 'zod';
import { createServer } from '#server/createServer.ts';
import { testAdmin } from '#tests/support/openTestServer.ts';

const [folder, databaseUrl, redisUrl] = process.argv.slice(2);
if (!folder) throw new RangeError('Say which folder');
let clockOffsetMs = 0;
process.on('message', (message) => {
  clockOffsetMs = z.object({ clockOffsetMs: z.number() }).parse(message).clockOffsetMs;
});

const server = await createServer({
  dataFolder: folder,
  databaseUrl,
  redisUrl,
  secret: 'a secret of the tests, long enough',
  initialAdmin: testAdmin,
  logger: pino({ level: 'warn' }, process.stderr),
  now: () => new Date(Date.now() + clockOffsetMs),
  rateLimits: { callsPerMinute: 100_000 },
  // Dead connections are noticed, and logs compacted, within the minutes that a run takes.
  syncLimits: { heartbeatMs: 3000, compactAfter: 200, unloadDelayMs: 300 },
});
const url = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${new URL(url).port}\n`);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
// Nobody is left who would end it.
process.on('disconnect', () => process.exit(1));
