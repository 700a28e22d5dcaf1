import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerKind } from './serverKinds.ts';

/** A sync server under test, in processes of its own. */
export interface MeasuredServer {
  /** Where the next connection goes: the nodes take turns. */
  readonly address: string;
  /** CPU time of its processes so far, all threads, in seconds; that of a database is not in it. */
  cpuSeconds(): number;
  /** Resident memory of its processes, in kB. */
  memoryKb(): number;
  /** Ends all of it as a power cut would. */
  kill(): Promise<void>;
}

/** None of them outlives the benchmark. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts it with `folder` as its place on disk; rejects when it does not listen within ten seconds. */
export async function startMeasured(
  kind: ServerKind,
  folder: string,
  port: number,
): Promise<MeasuredServer> {
  const shared = (await kind.share?.(folder)) ?? {};
  const ports = Array.from({ length: kind.nodes ?? 1 }, (_, index) => port + index);
  const children = await Promise.all(ports.map((each) => startProcess(kind, folder, each, shared)));
  const total = (read: (pid: number) => number) =>
    children.reduce((sum, { pid }) => sum + read(pid ?? 0), 0);
  let turn = 0;
  return {
    get address() {
      return `ws://127.0.0.1:${port + (turn++ % ports.length)}`;
    },
    cpuSeconds: () => total(readCpuSeconds),
    memoryKb: () => total(readMemoryKb),
    kill: async () => void (await Promise.all(children.map(kill))),
  };
}

async function startProcess(
  kind: ServerKind,
  folder: string,
  port: number,
  shared: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, kind.args(port, folder), {
    env: { ...process.env, ...kind.env(port, folder), ...shared },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  await untilListening(child, port);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  running.delete(child);
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

function readMemoryKb(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes);
}
