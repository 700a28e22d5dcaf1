// A sync server in a process of its own, so that a test can kill it. Prints its port. With `DATABASE_URL` and
// `REDIS_URL` it is one of several nodes; the tables must be there.
import { openPostgresUpdateLog } from '#server/store/updateLogPostgres.ts';
import { startSyncServer } from './syncServer.ts';

const [folder, port] = process.argv.slice(2);
if (!folder) throw new RangeError('Say which folder');
const { DATABASE_URL, REDIS_URL } = process.env;
const server = await startSyncServer({
  folder,
  port: Number(port ?? 0),
  keepsChanges: false,
  ...(DATABASE_URL && {
    openLog: () => openPostgresUpdateLog(DATABASE_URL),
    nodes: {
      redis: REDIS_URL
        ? { url: REDIS_URL, identity: 'test', secret: 'a secret of the tests, long enough' }
        : undefined,
    },
  }),
});
process.stdout.write(`${server.port}\n`);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
