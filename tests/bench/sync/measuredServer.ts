import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerKind } from './serverKinds.ts';

/** A sync server under test, in a process of its own. */
export interface MeasuredServer {
  readonly address: string;
  /** CPU time of the process so far, all threads, in seconds. */
  cpuSeconds(): number;
  /** Resident memory of the process, in kB. */
  memoryKb(): number;
  /** Ends it as a power cut would. */
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
  const child = spawn(process.execPath, kind.args(port, folder), {
    env: { ...process.env, ...kind.env(port, folder) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  await untilListening(child, port);
  return {
    address: `ws://127.0.0.1:${port}`,
    cpuSeconds: () => readCpuSeconds(child.pid ?? 0),
    memoryKb: () => readMemoryKb(child.pid ?? 0),
    async kill() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      running.delete(child);
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

function readMemoryKb(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes);
}
