import type { UpdateLog } from '#server/store/updateLog.ts';

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
  readonly delayMs: number;
  readonly onFailure: (error: unknown) => void;
}

/**
 * One transaction for all rooms: what they collect within `delayMs`, or while the commit before is
 * under way, goes to disk together.
 */
export class GroupCommit {
  readonly #parts: GroupCommitParts;
  readonly #waiting = new Set<CommitMember>();
  /** When the first of those that wait came. */
  #waitingSince = 0;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  commits = 0;
  failedCommits = 0;
  updates = 0;
  seconds = 0;

  constructor(parts: GroupCommitParts) {
    this.#parts = parts;
  }

  /** Has the member sealed and written soon. */
  add(member: CommitMember): void {
    if (this.#waiting.size === 0) this.#waitingSince = performance.now();
    this.#waiting.add(member);
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
    if (this.#running || this.#timer) return;
    const waitedMs = performance.now() - this.#waitingSince;
    this.#timer = setTimeout(() => this.#start(), this.#parts.delayMs - waitedMs);
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#commit().finally(() => {
      this.#running = undefined;
      if (this.#waiting.size > 0) this.#schedule();
    });
  }

  async #commit(): Promise<void> {
    const sealed = this.#seal();
    if (sealed.length === 0) return;
    const seqs = await this.#write(sealed);
    for (const [index, { member }] of sealed.entries()) {
      const seq = seqs?.[index];
      if (seq === undefined) member.failed();
      else member.committed(seq);
    }
  }

  async #write(sealed: readonly Sealed[]): Promise<readonly number[] | undefined> {
    const startedAt = performance.now();
    try {
      const batch = sealed.map(({ member, update }) => ({ doc: member.id, data: update }));
      const seqs = await this.#parts.log.append(batch);
      this.commits++;
      this.updates += sealed.length;
      this.seconds += (performance.now() - startedAt) / 1000;
      return seqs;
    } catch (error) {
      this.failedCommits++;
      this.#parts.onFailure(error);
      return undefined;
    }
  }

  #seal(): readonly Sealed[] {
    const members = [...this.#waiting];
    this.#waiting.clear();
    return members.flatMap((member) => {
      try {
        return [{ member, update: member.seal() }];
      } catch (error) {
        // Costs this one room its connections, which come back; not everybody else theirs.
        member.failed();
        this.#parts.onFailure(error);
        return [];
      }
    });
  }
}

interface Sealed {
  readonly member: CommitMember;
  readonly update: Uint8Array;
}
