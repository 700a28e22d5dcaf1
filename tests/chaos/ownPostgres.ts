import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '#tests/support/until.ts';

/** A PostgreSQL server of the run's own, to be killed. */
export interface OwnPostgres {
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts it again on the same data and resolves when it answers. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Why no server of our own can be started, or undefined. */
export function whyNoOwnPostgres(): string | undefined {
  if (!findPrograms()) return 'no initdb in the PATH or in /usr/lib/postgresql';
  return findOwner() ? undefined : 'PostgreSQL does not run as root, and there is no user postgres';
}

export async function openOwnPostgres(): Promise<OwnPostgres> {
  const programs = findPrograms();
  const owner = findOwner();
  if (!programs || !owner) throw new RangeError(whyNoOwnPostgres());
  const folder = mkdtempSync(join(tmpdir(), 'alur-postgres-'));
  chmodSync(folder, 0o700);
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'alur'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await findFreePort();
  const url = `postgres://alur@127.0.0.1:${port}/postgres`;
  const settings = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1'];
  let child: ChildProcess | undefined;
  // It does not outlive the run.
  process.once('exit', () => child?.kill('SIGKILL'));
  const launch = (): void => {
    child = spawn(join(programs, 'postgres'), settings, { ...owner, cwd: folder, stdio: 'ignore' });
  };
  const end = async (signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> => {
    const ending = child;
    child = undefined;
    if (!ending || hasEnded(ending)) return;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    await exited;
  };
  const start = (): Promise<void> =>
    until(async () => {
      // Until those that a killed server left behind have gone, the next one ends at once.
      if (!child || hasEnded(child)) launch();
      return (await answers(url)) ? undefined : 'an answer of PostgreSQL';
    });
  await start();
  return {
    url,
    kill: () => end('SIGKILL'),
    start,
    async close() {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The folder of initdb and postgres. */
function findPrograms(): string | undefined {
  const inPath = (process.env.PATH ?? '').split(':');
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...inPath];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** Who is to run it: we, or the user postgres where we are root; undefined where there is none. */
function findOwner(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const ask = (option: string) => Number(execFileSync('id', [option, 'postgres']));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}
