import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./chaosServerProcess.ts', import.meta.url));

/** None of them outlives the run. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** One node of the server on one folder and database, started and killed again and again. */
export class ChaosServer {
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  #port = 0;
  #log = '';
  /** Set when the process ended without being told to. */
  fault: string | undefined;

  #starting: Promise<void> | undefined;

  constructor(folder: string, urls: { readonly databaseUrl?: string; readonly redisUrl?: string }) {
    const { databaseUrl, redisUrl } = urls;
    this.#args = [folder, databaseUrl, redisUrl].filter((each) => each !== undefined);
  }

  /** Where it listens, or last did. */
  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get isUp(): boolean {
    return this.#child !== undefined;
  }

  get isStarting(): boolean {
    return this.#starting !== undefined;
  }

  /** It is up and not just being started. */
  get isRunning(): boolean {
    return this.isUp && !this.isStarting;
  }

  /** The last of what the server's processes wrote into their log. */
  get logTail(): string {
    return this.#log;
  }

  /** Starts it once `isReady` resolves; resolves with the first start where it is being started. */
  start(isReady: () => Promise<void> = async () => undefined): Promise<void> {
    this.#starting ??= isReady()
      .then(() => this.#start())
      .finally(() => {
        this.#starting = undefined;
      });
    return this.#starting;
  }

  /** Resolves when it is no longer being started. */
  async whenStarted(): Promise<void> {
    await this.#starting;
  }

  async #start(): Promise<void> {
    if (this.#child) return;
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...this.#args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running.add(child);
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#log = (this.#log + chunk.toString()).slice(-logLength);
    });
    child.on('exit', (code, signal) => {
      running.delete(child);
      if (this.#child !== child) return;
      this.#child = undefined;
      this.fault = `The server ended by itself with ${code ?? signal}:\n${this.#log}`;
    });
    const lines = child.stdout ? once(child.stdout, 'data') : Promise.reject(new RangeError());
    const [line] = await Promise.race([lines, once(child, 'exit')]);
    if (this.#child !== child) return;
    if (!Buffer.isBuffer(line)) throw new Error(this.fault ?? 'The server did not start');
    this.#port = Number(line.toString());
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As systemd does it: the server takes its leave. */
  async drain(): Promise<void> {
    await this.#end('SIGTERM');
  }

  setClock(clockOffsetMs: number): void {
    this.#child?.send({ clockOffsetMs });
  }

  /** From now on no file of the process may grow, as on a full disk; false where that cannot be had. */
  fillDisk(): boolean {
    return this.#limitFiles('1');
  }

  freeDisk(): boolean {
    return this.#limitFiles('unlimited');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  #limitFiles(softLimit: string): boolean {
    const pid = this.#child?.pid;
    if (pid === undefined) return false;
    const { status } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${softLimit}:`]);
    return status === 0;
  }
}

/** Why no disk can be full here, or undefined. */
export function whyNoFullDisk(): string | undefined {
  const { status } = spawnSync('prlimit', ['--version']);
  return status === 0 ? undefined : 'no prlimit (util-linux) in the PATH';
}

const logLength = 4000;
