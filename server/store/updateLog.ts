/** One Yjs update of one document. */
export interface LogEntry {
  readonly doc: string;
  readonly data: Uint8Array;
}

/** A document as the log has it: the snapshot, then the updates after it, oldest first. */
export interface LoggedDocument {
  readonly updates: readonly Uint8Array[];
  /** True where the first of `updates` is the snapshot. */
  readonly hasSnapshot: boolean;
  /** The number of its last update; 0 when nothing was ever written. */
  readonly seq: number;
  /** How many updates stand beside the snapshot. */
  readonly sinceSnapshot: number;
}

/**
 * Every update of every document, in order: the truth on disk. What `append` has resolved for is kept
 * through a crash of the process and of the machine.
 */
export interface UpdateLog {
  /**
   * Writes the whole batch in one transaction and resolves with the number that each entry got: 1, 2, 3 …
   * within its document. An empty batch writes nothing but proves that the log can be written.
   */
  append(batch: readonly LogEntry[]): Promise<readonly number[]>;
  /**
   * Writes the entry as number `after + 1`, and resolves with true, unless that number is given already:
   * somebody else was first, and nothing is written.
   */
  appendAfter(entry: LogEntry, after: number): Promise<boolean>;
  /**
   * What came after number `after`, of which nothing is known by default. The snapshot is among it when
   * it covers more than that; `sinceSnapshot` counts only what is given. Without anything new, `seq` is
   * `after`.
   */
  load(doc: string, after?: number): Promise<LoggedDocument>;
  /** The number of the last update of each document that was ever written. */
  findLast(docs: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Puts a snapshot in the place of everything up to and including `uptoSeq`. */
  compact(doc: string, snapshot: Uint8Array, uptoSeq: number): Promise<void>;
  close(): Promise<void>;
}
