// A sync server in a process of its own, so that a test can kill it. Prints its port.
import { startSyncServer } from './syncServer.ts';

const [folder, port] = process.argv.slice(2);
if (!folder) throw new RangeError('Say which folder');
const server = await startSyncServer({ folder, port: Number(port ?? 0), keepsChanges: false });
process.stdout.write(`${server.port}\n`);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
