import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { until } from './until.ts';

/** A Redis of a test's own, to be killed. */
export interface OwnRedis {
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** It keeps its connections and answers nobody, until it is continued. */
  pause(): void;
  resume(): void;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Why tests with Redis are skipped, or undefined when one can be started. */
export function whyNoRedis(): string | undefined {
  return findProgram() ? undefined : 'no Redis at all: no redis-server in the PATH';
}

export async function openOwnRedis(): Promise<OwnRedis> {
  const program = findProgram();
  if (!program) throw new RangeError(whyNoRedis());
  const port = await findFreePort();
  let child: ChildProcess | undefined;
  const stop = async () => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill('SIGKILL');
    await ended;
  };
  const start = async () => {
    const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', ''];
    child = spawn(program, settings, { cwd: tmpdir(), stdio: 'ignore' });
    await until(async () => ((await answers(port)) ? undefined : 'an answer of Redis'));
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: stop,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    start,
    close: stop,
  };
}

function findProgram(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find((path) => existsSync(path));
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
