/** Bounds and rhythms of the sync endpoint; docs/operations.md says what each means to a person. */
export interface SyncLimits {
  /** The longest pause after a commit, in which updates are collected for the next. */
  readonly commitPauseMs: number;
  /** A room sends at most one presence message in this time, the first at once. */
  readonly awarenessDelayMs: number;
  /** How long changes are collected before `onChanged` hears of them. */
  readonly changedDelayMs: number;
  /** An empty room stays in memory this long, for a reload of the page. */
  readonly unloadDelayMs: number;
  /** Rhythm of pings. y-websocket clients give up after 30 s without a message. */
  readonly heartbeatMs: number;
  /** How often the access of open connections is asked for again: sessions end, links expire. */
  readonly recheckMs: number;
  readonly maxMessageBytes: number;
  /** Sustained messages and bytes of one connection; a burst may be five times as much. */
  readonly messagesPerSecond: number;
  readonly bytesPerSecond: number;
  /** New suggestions of one person, in all procedures; three times as many replies and decisions. */
  readonly suggestionsPerMinute: number;
  readonly connectionsPerUser: number;
  readonly connectionsPerDocument: number;
  readonly maxConnections: number;
  /** Documents in memory at the same time. */
  readonly maxDocuments: number;
  readonly maxDocumentBytes: number;
  /** Longest presence of one client, as JSON. */
  readonly maxAwarenessLength: number;
  /** With more than this unsent, a connection gets no presence. */
  readonly skipAwarenessBytes: number;
  /** With more than this unsent, a connection gets no updates but one diff when it has caught up. */
  readonly skipUpdatesBytes: number;
  /** Log entries after which a snapshot replaces them. */
  readonly compactAfter: number;
  /** How long a number that is missing from a document may still be on its way from another node. */
  readonly gapPatienceMs: number;
  /** How often the log is asked for what other nodes wrote, though Redis says so sooner. */
  readonly pollMs: number;
  /** The same while there is no Redis. */
  readonly pollWithoutRedisMs: number;
  /** How often a node says that it is there. */
  readonly nodeBeatMs: number;
  /** A node that says nothing for this long is taken for dead, its cursors go. */
  readonly nodeSilenceMs: number;
}

export const defaultSyncLimits: SyncLimits = {
  commitPauseMs: 5,
  awarenessDelayMs: 40,
  changedDelayMs: 1000,
  unloadDelayMs: 5000,
  heartbeatMs: 25_000,
  recheckMs: 60_000,
  maxMessageBytes: 4 * 1024 * 1024,
  messagesPerSecond: 200,
  bytesPerSecond: 4 * 1024 * 1024,
  suggestionsPerMinute: 20,
  connectionsPerUser: 50,
  connectionsPerDocument: 200,
  maxConnections: 5000,
  maxDocuments: 2000,
  maxDocumentBytes: 32 * 1024 * 1024,
  maxAwarenessLength: 16 * 1024,
  skipAwarenessBytes: 256 * 1024,
  skipUpdatesBytes: 4 * 1024 * 1024,
  compactAfter: 2000,
  gapPatienceMs: 50,
  pollMs: 5000,
  pollWithoutRedisMs: 750,
  nodeBeatMs: 1000,
  nodeSilenceMs: 4000,
};
