import { startWorker, WorkerThread } from '#server/workerThread.ts';
import type { LogEntry, LoggedDocument, UpdateLog } from './updateLog.ts';
import type { LogCall, LogResult } from './updateLogCalls.ts';

/** The update log in an SQLite file that already has its tables; a thread of its own writes it. */
export function openSqliteUpdateLog(file: string): UpdateLog {
  return new SqliteUpdateLog(file);
}

class SqliteUpdateLog implements UpdateLog {
  readonly #thread: WorkerThread<LogCall, LogResult>;
  #isClosed = false;

  constructor(file: string) {
    this.#thread = new WorkerThread(() =>
      startWorker('updateLogWorker', import.meta.url, { file }),
    );
  }

  async append(batch: readonly LogEntry[]): Promise<readonly number[]> {
    return expect('appended', await this.#call({ type: 'append', batch })).seqs;
  }

  async appendAfter(entry: LogEntry, after: number): Promise<boolean> {
    const call = { type: 'appendAfter', entry, after } as const;
    return expect('appendedAfter', await this.#call(call)).isWritten;
  }

  async load(doc: string, after = 0): Promise<LoggedDocument> {
    return expect('loaded', await this.#call({ type: 'load', doc, after })).document;
  }

  async findLast(docs: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return expect('found', await this.#call({ type: 'findLast', docs })).last;
  }

  async compact(doc: string, snapshot: Uint8Array, uptoSeq: number): Promise<void> {
    expect('done', await this.#call({ type: 'compact', doc, snapshot, uptoSeq }));
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#thread.isRunning) await this.#thread.call({ type: 'close' });
    await this.#thread.stop();
  }

  async #call(call: LogCall): Promise<LogResult> {
    if (this.#isClosed) throw new RangeError('The update log is closed.');
    return this.#thread.call(call);
  }
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
