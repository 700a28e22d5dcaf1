import type { UpdateLog } from '#server/store/updateLog.ts';
import type { SyncLogger } from '#server/sync/syncLogger.ts';

export interface LogPollParts {
  readonly log: UpdateLog;
  readonly logger: SyncLogger;
  /** The time to the next look, in ms. */
  readonly delayMs: () => number;
  /** The documents to look after, each with the number up to which it is known. */
  readonly documents: () => ReadonlyMap<string, number>;
  readonly onFound: (doc: string, found: Found) => void;
}

/** How far the log of a document has come, and what was known of it when the log was asked. */
export interface Found {
  readonly lastSeq: number;
  readonly knownSeq: number;
}

/** Asks the log in one query how far each open document has come, again and again. */
export class LogPoll {
  readonly #parts: LogPollParts;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isAgainWanted = false;
  #hasFailed = false;
  #isClosed = false;

  constructor(parts: LogPollParts) {
    this.#parts = parts;
    this.#schedule();
  }

  /** Looks at once, and again should it be looking already. */
  lookNow(): void {
    if (this.#looking !== undefined) this.#isAgainWanted = true;
    else this.#start();
  }

  /** Resolves when the look that may be under way has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #schedule(): void {
    if (this.#isClosed) return;
    const delayMs = this.#isAgainWanted ? 0 : this.#parts.delayMs();
    this.#isAgainWanted = false;
    this.#timer = setTimeout(() => this.#start(), delayMs);
  }

  #start(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed || this.#looking !== undefined) return;
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
      this.#schedule();
    });
  }

  async #look(): Promise<void> {
    const { log, logger, documents, onFound } = this.#parts;
    const docs = documents();
    if (docs.size === 0) return;
    try {
      const found = await log.findLast([...docs.keys()]);
      if (this.#isClosed) return;
      for (const [doc, knownSeq] of docs) onFound(doc, { lastSeq: found.get(doc) ?? 0, knownSeq });
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) logger.warn({ err: error }, 'Could not ask the log what is new');
      this.#hasFailed = true;
    }
  }
}
