import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../../scripts/build.mjs';

/** How long a fresh server may take until it can serve, in ms. */
const startPatienceMs = 30_000;
const pollMs = 50;

export const admin = {
  name: 'Sari Administrator',
  email: 'sari@kpu.test',
  password: 'rahasia-kantor-1',
} as const;

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The built product, running as its own process with its data in a folder of its own. */
export interface Product {
  readonly url: string;
  /** Where it keeps its data. */
  readonly dataFolder: string;
  /** All that it printed so far. */
  output(): string;
  /** Ends it without any warning, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Ends it and deletes its data. */
  close(): Promise<void>;
}

export interface ProductOptions {
  /** Without it, the first administrator is made by the link that the server prints. */
  readonly hasAdmin?: boolean;
  /** More settings. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startProduct({
  hasAdmin = true,
  environment = {},
}: ProductOptions = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'alur-e2e-'));
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  let printed = '';
  let child: ChildProcess;

  async function start(): Promise<void> {
    child = spawn(process.execPath, [join(root, 'dist/node/main.js')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        ALUR_DATA: folder,
        ...environment,
        ...(hasAdmin && { ALUR_ADMIN_EMAIL: admin.email, ALUR_ADMIN_PASSWORD: admin.password }),
      },
    });
    const collect = (chunk: Buffer) => {
      printed += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    await waitUntilReady(url, child, () => printed);
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  await start();
  return {
    url,
    dataFolder: folder,
    output: () => printed,
    kill: () => end('SIGKILL'),
    restart: start,
    close: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function waitUntilReady(
  url: string,
  child: ChildProcess,
  printed: () => string,
): Promise<void> {
  const deadline = Date.now() + startPatienceMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new RangeError(`The server ended:\n${printed()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(pollMs);
  }
  throw new RangeError(`The server was not ready in time:\n${printed()}`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new RangeError('No free port');
  return address.port;
}
