import type { SyncLogger } from './syncLogger.ts';

export interface ChangeFeedParts {
  readonly delayMs: number;
  /** `userId` wrote last, where a person on this server did. */
  readonly tell: (procedureId: string, userId: string | undefined) => Promise<void>;
  readonly logger: SyncLogger;
}

/** Tells of changes at most once a procedure and `delayMs`, in order. */
export class ChangeFeed {
  readonly #parts: ChangeFeedParts;
  /** Who wrote last, by procedure. */
  readonly #waiting = new Map<string, string | undefined>();
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(parts: ChangeFeedParts) {
    this.#parts = parts;
  }

  add(procedureId: string, userId: string | undefined): void {
    this.#waiting.set(procedureId, userId);
    this.#timer ??= setTimeout(() => void this.flush(), this.#parts.delayMs);
  }

  /** Tells what there is to tell now. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [procedureId, userId] of this.#waiting)
      this.#telling = this.#telling.then(() => this.#tell(procedureId, userId));
    this.#waiting.clear();
    return this.#telling;
  }

  async #tell(procedureId: string, userId: string | undefined): Promise<void> {
    try {
      await this.#parts.tell(procedureId, userId);
    } catch (error) {
      this.#parts.logger.warn({ err: error, procedureId }, 'A change was not told on');
    }
  }
}
