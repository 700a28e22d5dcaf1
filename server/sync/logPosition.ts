import * as Y from 'yjs';
import type { LoggedDocument, UpdateLog } from '#server/store/updateLog.ts';
import type { SyncLogger } from './syncLogger.ts';

export interface LogPositionParts {
  readonly id: string;
  readonly log: UpdateLog;
  readonly logger: SyncLogger;
  readonly compactAfter: number;
  readonly doc: Y.Doc;
  /** Takes in what the log has. */
  readonly apply: (logged: LoggedDocument) => void;
  /** The log could not be read: the document may lack something. */
  readonly onLost: () => void;
}

/**
 * How much of its log a document holds. A gap in the numbers of its own commits means that somebody
 * else wrote too, and is read in; a long log is replaced by a snapshot.
 */
export class LogPosition {
  readonly #parts: LogPositionParts;
  /** The number up to which the document holds everything. */
  #seq: number;
  /** The highest number that one of our own commits got. */
  #highestSeq: number;
  #sinceSnapshot: number;
  #isClosingGap = false;
  #isCompacting = false;
  #isClosed = false;

  constructor(parts: LogPositionParts, logged: LoggedDocument) {
    this.#parts = parts;
    this.#seq = logged.seq;
    this.#highestSeq = logged.seq;
    this.#sinceSnapshot = logged.sinceSnapshot;
  }

  get isBusy(): boolean {
    return this.#isClosingGap || this.#isCompacting;
  }

  /** Our own update is on disk as number `seq`. */
  count(seq: number): void {
    this.#highestSeq = Math.max(this.#highestSeq, seq);
    if (this.#isClosingGap || seq > this.#seq + 1) {
      void this.#closeGap();
      return;
    }
    this.#seq = Math.max(this.#seq, seq);
    this.#sinceSnapshot++;
    if (this.#sinceSnapshot >= this.#parts.compactAfter) void this.#compact();
  }

  close(): void {
    this.#isClosed = true;
  }

  async #closeGap(): Promise<void> {
    if (this.#isClosingGap) return;
    this.#isClosingGap = true;
    const { id, log, logger, apply, onLost } = this.#parts;
    try {
      while (this.#seq < this.#highestSeq) {
        const logged = await log.load(id);
        if (this.#isClosed) return;
        apply(logged);
        this.#seq = logged.seq;
        this.#sinceSnapshot = logged.sinceSnapshot;
      }
    } catch (error) {
      logger.warn({ err: error, procedureId: id }, 'Could not read the log');
      onLost();
    } finally {
      this.#isClosingGap = false;
    }
  }

  async #compact(): Promise<void> {
    if (this.#isCompacting) return;
    this.#isCompacting = true;
    this.#sinceSnapshot = 0;
    const { id, log, logger, doc } = this.#parts;
    try {
      // May hold a little more than `seq`: the log then says it once more, which changes nothing.
      await log.compact(id, Y.encodeStateAsUpdate(doc), this.#seq);
    } catch (error) {
      logger.warn({ err: error, procedureId: id }, 'Could not compact the log');
    } finally {
      this.#isCompacting = false;
    }
  }
}
