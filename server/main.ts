import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readOrCreateSecret } from './auth/secretFile.ts';
import { type AlurServer, createServer } from './createServer.ts';
import { readSettings, type Settings } from './settings.ts';

/** How long the clients get to take their leave, in ms. */
const drainPatienceMs = 10_000;

try {
  await serve(readSettings(process.env));
} catch (error) {
  process.stderr.write(`${toReason(error)}\n`);
  process.exit(error instanceof RangeError ? 2 : 1);
}

/** A host with several addresses, none of which answers, makes an error that says nothing but its code. */
function toReason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(toReason).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function serve(settings: Settings): Promise<void> {
  const level = settings.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info');
  const logger = pino({ level });
  const server = await createServer({
    ...settings,
    secret: settings.secret ?? readOrCreateSecret(settings.dataFolder),
    publicFolder: findPublicFolder(),
    logger,
  });
  await server.listen(settings);
  announce(server, settings.publicUrl?.origin ?? `http://localhost:${portOf(server)}`);
  drainOnSignal(server);
}

function announce(server: AlurServer, origin: string): void {
  process.stdout.write(`Alur: ${origin}\n`);
  if (server.setupToken)
    process.stdout.write(
      `Create the first administrator (the link works once): ${origin}/mulai?token=${server.setupToken}\n`,
    );
}

function portOf(server: AlurServer): number {
  const address = server.app.server.address();
  if (typeof address !== 'object' || address === null) throw new RangeError('Not listening');
  return address.port;
}

/** Beside the built server, or where the build put it when the server runs from source. */
function findPublicFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../public'), join(here, '../dist/public')].find((folder) =>
    existsSync(join(folder, 'index.html')),
  );
}

function drainOnSignal(server: AlurServer): void {
  let isDraining = false;
  const drain = () => {
    if (isDraining) process.exit(1);
    isDraining = true;
    setTimeout(() => process.exit(1), drainPatienceMs).unref();
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
}
