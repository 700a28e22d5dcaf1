/** Is told how long things took, in seconds. */
export interface SyncMeter {
  /** One group commit, from the call of the log to its answer; failed ones too. */
  commit(seconds: number): void;
  /** One room's changes, from the arrival of the first to their sending to everybody. */
  fanOut(seconds: number): void;
}
