import { Worker } from 'node:worker_threads';

interface Waiting<Result> {
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** What goes to the thread and comes back: the call or result, under a number. */
export interface Numbered<T> {
  readonly id: number;
  readonly value: T;
}

/**
 * A thread that answers calls, one after the other. It starts at the first call; when it dies, what waits
 * for it is rejected and the next call starts another.
 */
export class WorkerThread<Call, Result> {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting<Result>>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** How many calls have no answer yet. */
  get waitingCount(): number {
    return this.#waiting.size;
  }

  /** False before the first call, and when it has died. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  call(value: Call): Promise<Result> {
    this.#worker ??= this.#open();
    const id = ++this.#lastId;
    const answer = new Promise<Result>((resolve, reject) =>
      this.#waiting.set(id, { resolve, reject }),
    );
    this.#worker.ref();
    this.#worker.postMessage({ id, value } satisfies Numbered<Call>);
    return answer;
  }

  /** Ends the thread in the middle of whatever it does. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#fail('The thread was stopped.');
    await worker?.terminate();
  }

  #open(): Worker {
    const worker = this.#start();
    worker.on('message', ({ id, value }: Numbered<Result>) => {
      this.#waiting.get(id)?.resolve(value);
      this.#waiting.delete(id);
      // A thread that only waits keeps nobody from ending.
      if (this.#waiting.size === 0) worker.unref();
    });
    const failIfCurrent = (message: string, cause?: Error) => {
      if (this.#worker === worker) this.#fail(message, cause);
    };
    worker.on('error', (error) => failIfCurrent('The thread failed.', error));
    worker.on('exit', () => failIfCurrent('The thread has ended.'));
    return worker;
  }

  #fail(message: string, cause?: Error): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(message, { cause }));
    this.#waiting.clear();
  }
}

/**
 * Starts a program that lies beside its caller (`import.meta.url`): built as `.js`; from source as `.ts`,
 * and then tsx has to be there before it is read. The program finds `workerData` under that name.
 */
export function startWorker(name: string, from: string, workerData?: unknown): Worker {
  const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: 1024 } };
  if (!from.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, from), options);
  const source = JSON.stringify(new URL(`./${name}.ts`, from).href);
  const code = `import('tsx/esm/api').then((tsx) => (tsx.register(), import(${source})))`;
  return new Worker(code, { ...options, eval: true });
}
