import type { UpdateLog } from '#server/store/updateLog.ts';
import type { SyncMeter } from './syncMeter.ts';

/** A room with something to write. */
export interface CommitMember {
  readonly id: string;
  /** Closes what was collected and gives it as one update. Called once a commit, right before it. */
  seal(): Uint8Array;
  /** What was sealed is on disk, as number `seq` of its document. */
  committed(seq: number): void;
  /** What was sealed, and all that was collected since, is not. */
  failed(): void;
}

export interface GroupCommitParts {
  readonly log: UpdateLog;
  /** The longest that a commit waits for after the one before. */
  readonly maxPauseMs: number;
  readonly onFailure: (error: unknown) => void;
  readonly meter?: SyncMeter | undefined;
}

/**
 * One transaction for all rooms. A change is written at once when nothing was going on; what comes while a
 * commit is under way, and in the pause after it, goes to disk together. The pause grows with the work: the
 * more there is to do, the more of it is done in one go.
 */
export class GroupCommit {
  readonly #parts: GroupCommitParts;
  /** Those that wait, the first first, and since when. */
  readonly #waiting = new Map<CommitMember, number>();
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #running: Promise<void> | undefined;
  #pauseUntil = 0;
  commits = 0;
  failedCommits = 0;
  updates = 0;
  seconds = 0;

  constructor(parts: GroupCommitParts) {
    this.#parts = parts;
  }

  /** Has the member sealed and written soon. */
  add(member: CommitMember): void {
    if (!this.#waiting.has(member)) this.#waiting.set(member, performance.now());
    this.#schedule();
  }

  /** For a member that is given up: it will not be sealed. */
  remove(member: CommitMember): void {
    this.#waiting.delete(member);
  }

  /** Resolves when nothing waits any more, written or failed. */
  async flush(): Promise<void> {
    while (this.#running || this.#waiting.size > 0) {
      if (!this.#running) this.#start();
      await this.#running;
    }
  }

  #schedule(): void {
    if (this.#running || this.#timer || this.#immediate) return;
    const pauseMs = this.#pauseUntil - performance.now();
    if (pauseMs > 0) this.#timer = setTimeout(() => this.#start(), pauseMs);
    // All that has arrived by now is read first.
    else this.#immediate = setImmediate(() => this.#start());
  }

  #start(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
    this.#timer = undefined;
    this.#immediate = undefined;
    this.#running = this.#commit().finally(() => {
      this.#running = undefined;
      if (this.#waiting.size > 0) this.#schedule();
    });
  }

  async #commit(): Promise<void> {
    const startedAt = performance.now();
    const sealed = this.#seal();
    if (sealed.length === 0) return;
    const sealMs = performance.now() - startedAt;
    const seqs = await this.#write(sealed);
    const writtenAt = performance.now();
    for (const [index, { member, since }] of sealed.entries()) {
      const seq = seqs?.[index];
      if (seq === undefined) {
        member.failed();
        continue;
      }
      member.committed(seq);
      this.#parts.meter?.fanOut((performance.now() - since) / 1000);
    }
    this.#pauseAfter(sealMs + performance.now() - writtenAt);
  }

  /** What the disk took does not count: those who waited for it need not wait on. */
  #pauseAfter(workMs: number): void {
    const pauseMs = Math.min(pauseShare * workMs, this.#parts.maxPauseMs);
    this.#pauseUntil = performance.now() + pauseMs;
  }

  async #write(sealed: readonly Sealed[]): Promise<readonly number[] | undefined> {
    const startedAt = performance.now();
    try {
      const batch = sealed.map(({ member, update }) => ({ doc: member.id, data: update }));
      const seqs = await this.#parts.log.append(batch);
      this.commits++;
      this.updates += sealed.length;
      return seqs;
    } catch (error) {
      this.failedCommits++;
      this.#parts.onFailure(error);
      return undefined;
    } finally {
      const seconds = (performance.now() - startedAt) / 1000;
      this.seconds += seconds;
      this.#parts.meter?.commit(seconds);
    }
  }

  #seal(): readonly Sealed[] {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    return waiting.flatMap(([member, since]) => {
      try {
        return [{ member, since, update: member.seal() }];
      } catch (error) {
        // Costs this one room its connections, which come back; not everybody else theirs.
        member.failed();
        this.#parts.onFailure(error);
        return [];
      }
    });
  }
}

/** How long a pause is beside this thread's work on the commit before it: sealing, and sending on. */
const pauseShare = 2;

interface Sealed {
  readonly member: CommitMember;
  readonly since: number;
  readonly update: Uint8Array;
}
