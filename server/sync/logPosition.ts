import * as Y from 'yjs';
import type { LoggedDocument, UpdateLog } from '#server/store/updateLog.ts';
import type { SyncLogger } from './syncLogger.ts';

export interface LogPositionParts {
  readonly id: string;
  readonly log: UpdateLog;
  readonly logger: SyncLogger;
  readonly compactAfter: number;
  /** How long a missing number may still be on its way, in ms. */
  readonly gapPatienceMs: number;
  readonly doc: Y.Doc;
  /** Takes in what others wrote. */
  readonly apply: (logged: Pick<LoggedDocument, 'updates' | 'hasSnapshot'>) => void;
  /** True when all that the document holds is on disk. */
  readonly isDurable: () => boolean;
}

/**
 * How much of its log a document holds. A gap in the numbers means that somebody else wrote too: what is
 * missing is waited for a moment, then read. A long log is replaced by a snapshot.
 */
export class LogPosition {
  readonly #parts: LogPositionParts;
  /** The number up to which the document holds everything. */
  #seq: number;
  /** Numbers behind a gap that it holds too. */
  readonly #ahead = new Set<number>();
  /** The highest number that the log is said to have. */
  #expected = 0;
  #sinceSnapshot: number;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  /** The read after the one under way, for whoever asked too late for that. */
  #nextReading: Promise<void> | undefined;
  #isCompacting = false;
  #isClosed = false;

  constructor(parts: LogPositionParts, logged: LoggedDocument) {
    this.#parts = parts;
    this.#seq = logged.seq;
    this.#sinceSnapshot = logged.sinceSnapshot;
  }

  get seq(): number {
    return this.#seq;
  }

  get isBusy(): boolean {
    return this.#reading !== undefined || this.#isCompacting;
  }

  /** Our own update is on disk as number `seq`. */
  count(seq: number): void {
    this.#take(seq);
    // A snapshot of what is not written yet could outlive the failure of its commit, unknown to others.
    if (this.#sinceSnapshot >= this.#parts.compactAfter && this.#parts.isDurable())
      void this.#compact();
  }

  /** Another node's update is on disk as number `seq`. */
  receive(seq: number, update: Uint8Array | undefined): void {
    if (this.#isClosed || seq <= this.#seq || this.#ahead.has(seq)) return;
    if (update && this.#ahead.size < maxAhead) {
      this.#parts.apply({ updates: [update], hasSnapshot: false });
      this.#take(seq);
    } else {
      this.#expected = Math.max(this.#expected, seq);
      this.#readIn(0);
    }
  }

  /** The log has at least number `seq`; it may be one of ours, or on its way to us. */
  expect(seq: number): void {
    this.#expected = Math.max(this.#expected, seq);
    if (this.#isBehind) this.#readIn(this.#parts.gapPatienceMs);
  }

  /** Resolves when the document has all that the log has now. Rejects when the log cannot be read. */
  catchUp(): Promise<void> {
    if (this.#reading === undefined) {
      this.#reading = this.#read().finally(() => {
        this.#reading = undefined;
      });
      return this.#reading;
    }
    this.#nextReading ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#nextReading = undefined;
        return this.catchUp();
      });
    return this.#nextReading;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  get #isBehind(): boolean {
    return this.#ahead.size > 0 || this.#seq < this.#expected;
  }

  #take(seq: number): void {
    if (seq > this.#seq) this.#ahead.add(seq);
    this.#closeRanks();
    if (this.#ahead.size > 0) this.#readIn(this.#parts.gapPatienceMs);
  }

  #closeRanks(): void {
    while (this.#ahead.delete(this.#seq + 1)) {
      this.#seq++;
      this.#sinceSnapshot++;
    }
  }

  #readIn(delayMs: number): void {
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isBehind) void this.#catchUpQuietly();
    }, delayMs);
  }

  async #catchUpQuietly(): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      const { logger, id } = this.#parts;
      logger.warn({ err: error, procedureId: id }, 'Could not read the log');
    }
    if (this.#isBehind) this.#readIn(retryMs);
  }

  async #read(): Promise<void> {
    const { id, log, apply } = this.#parts;
    const logged = await log.load(id, this.#seq);
    if (this.#isClosed || logged.seq <= this.#seq) return;
    apply(logged);
    this.#sinceSnapshot = logged.hasSnapshot
      ? logged.sinceSnapshot
      : this.#sinceSnapshot + logged.seq - this.#seq;
    this.#seq = logged.seq;
    for (const seq of this.#ahead) if (seq <= this.#seq) this.#ahead.delete(seq);
    this.#closeRanks();
  }

  async #compact(): Promise<void> {
    if (this.#isCompacting) return;
    this.#isCompacting = true;
    this.#sinceSnapshot = 0;
    const { id, log, logger, doc } = this.#parts;
    try {
      await log.compact(id, Y.encodeStateAsUpdate(doc), this.#seq);
    } catch (error) {
      logger.warn({ err: error, procedureId: id }, 'Could not compact the log');
    } finally {
      this.#isCompacting = false;
    }
  }
}

/** More than this behind one gap is read at once. */
const maxAhead = 1000;
const retryMs = 1000;
