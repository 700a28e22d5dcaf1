import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { WorkerThread } from '#server/workerThread.ts';

/** Gives back what it is told; dies of "die"; never answers "sleep". */
const echo = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', ({ id, value }) => {
    if (value === 'die') throw new Error('died as told');
    if (value !== 'sleep') parentPort.postMessage({ id, value: { value, threadId } });
  });`;

interface Echo {
  readonly value: string;
  readonly threadId: number;
}

describe('WorkerThread', () => {
  let thread: WorkerThread<string, Echo>;
  const open = () => {
    thread = new WorkerThread(() => new Worker(echo, { eval: true }));
    return thread;
  };
  afterEach(() => thread.stop());

  it('gives each call its own answer, from one thread', async () => {
    const opened = open();

    const answers = await Promise.all(['satu', 'dua', 'tiga'].map((value) => opened.call(value)));

    expect(answers.map((answer) => answer.value)).toEqual(['satu', 'dua', 'tiga']);
    expect(new Set(answers.map((answer) => answer.threadId)).size).toBe(1);
  });

  it('rejects what waits for a thread that dies, and starts another', async () => {
    const waiting = [open().call('sleep'), thread.call('die')];

    const outcomes = await Promise.allSettled(waiting);
    const after = await thread.call('lagi');

    expect(outcomes).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ message: 'The thread failed.' }) },
      { status: 'rejected', reason: expect.objectContaining({ message: 'The thread failed.' }) },
    ]);
    expect(after.value).toBe('lagi');
  });

  it('ends in the middle of a call when it is stopped', async () => {
    const waiting = open().call('sleep');
    const outcome = expect(waiting).rejects.toThrow('The thread was stopped.');

    await thread.stop();

    await outcome;
    expect(thread.waitingCount).toBe(0);
  });
});
