import { Worker } from 'node:worker_threads';
import type { LogEntry, LoggedDocument, UpdateLog } from './updateLog.ts';
import type { LogAnswer, LogCall, LogRequest, LogResult } from './updateLogCalls.ts';

/** The update log in an SQLite file that already has its tables. */
export function openSqliteUpdateLog(file: string): UpdateLog {
  return new SqliteUpdateLog(file);
}

/** Hands every call to a worker thread; one that died is replaced at the next call. */
class SqliteUpdateLog implements UpdateLog {
  readonly #file: string;
  readonly #waiting = new Map<number, (result: LogResult) => void>();
  #worker: Worker | undefined;
  #lastId = 0;
  #isClosed = false;

  constructor(file: string) {
    this.#file = file;
  }

  async append(batch: readonly LogEntry[]): Promise<readonly number[]> {
    return expect('appended', await this.#call({ type: 'append', batch })).seqs;
  }

  async load(doc: string): Promise<LoggedDocument> {
    return expect('loaded', await this.#call({ type: 'load', doc })).document;
  }

  async compact(doc: string, snapshot: Uint8Array, uptoSeq: number): Promise<void> {
    expect('done', await this.#call({ type: 'compact', doc, snapshot, uptoSeq }));
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    const isRunning = this.#worker !== undefined;
    const closed = isRunning ? this.#call({ type: 'close' }) : undefined;
    this.#isClosed = true;
    await closed;
    await this.#worker?.terminate();
  }

  #call(call: LogCall): Promise<LogResult> {
    if (this.#isClosed) return Promise.reject(new RangeError('The update log is closed.'));
    this.#worker ??= this.#start();
    const id = ++this.#lastId;
    const answer = new Promise<LogResult>((resolve) => this.#waiting.set(id, resolve));
    this.#worker.postMessage({ id, call } satisfies LogRequest);
    return answer;
  }

  #start(): Worker {
    const worker = startWorker(this.#file);
    worker.on('message', ({ id, result }: LogAnswer) => {
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
    worker.on('error', (error) => this.#failAll(worker, error.message));
    worker.on('exit', () => this.#failAll(worker, 'The thread that writes the log has ended.'));
    return worker;
  }

  #failAll(worker: Worker, message: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const resolve of this.#waiting.values()) resolve({ type: 'failed', message });
    this.#waiting.clear();
  }
}

/** Built, the worker is a file beside this one; from source, tsx has to be there before it is read. */
function startWorker(file: string): Worker {
  const workerData = { file };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./updateLogWorker.js', import.meta.url), { workerData });
  const source = new URL('./updateLogWorker.ts', import.meta.url).href;
  const code = `import('tsx/esm/api').then((tsx) => (tsx.register(), import(${JSON.stringify(source)})))`;
  return new Worker(code, { eval: true, workerData });
}

function expect<T extends LogResult['type']>(
  type: T,
  result: LogResult,
): Extract<LogResult, { type: T }> {
  if (result.type === 'failed') throw new Error(result.message);
  if (!isOf(type, result)) throw new RangeError(`Expected "${type}", got "${result.type}".`);
  return result;
}

function isOf<T extends LogResult['type']>(
  type: T,
  result: LogResult,
): result is Extract<LogResult, { type: T }> {
  return result.type === type;
}
