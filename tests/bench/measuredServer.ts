import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A sync server under test, in a process of its own. */
export interface MeasuredServer {
  readonly url: string;
  /** CPU time of the process so far, all threads, in seconds. */
  cpuSeconds(): number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** How to start one: the command's arguments to Node for a port, and what it needs in its environment. */
export interface ServerKind {
  readonly name: string;
  readonly args: (port: number) => readonly string[];
  readonly env: (port: number) => Readonly<Record<string, string>>;
  /** Query that its clients connect with. */
  readonly query: (user: string) => string;
  readonly path: string;
}

export async function startMeasured(kind: ServerKind, port: number): Promise<MeasuredServer> {
  const child = spawn(process.execPath, kind.args(port), {
    env: { ...process.env, ...kind.env(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await untilListening(child, port);
  return {
    url: `ws://127.0.0.1:${port}${kind.path}`,
    cpuSeconds: () => readCpuSeconds(child.pid ?? 0),
    async kill() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    if (await canConnect(port)) return;
    await wait(50);
  }
  throw new Error('The server does not listen');
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Fields 14 and 15 of `/proc/PID/stat`: user and system time, in hundredths of a second on Linux. */
function readCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
