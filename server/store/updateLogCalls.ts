import type { LogEntry, LoggedDocument } from './updateLog.ts';

/** What the main thread asks of the thread that owns the SQLite connection. */
export type LogCall =
  | { readonly type: 'append'; readonly batch: readonly LogEntry[] }
  | { readonly type: 'appendAfter'; readonly entry: LogEntry; readonly after: number }
  | { readonly type: 'load'; readonly doc: string; readonly after: number }
  | { readonly type: 'findLast'; readonly docs: readonly string[] }
  | {
      readonly type: 'compact';
      readonly doc: string;
      readonly snapshot: Uint8Array;
      readonly uptoSeq: number;
    }
  | { readonly type: 'close' };

export type LogResult =
  | { readonly type: 'appended'; readonly seqs: readonly number[] }
  | { readonly type: 'appendedAfter'; readonly isWritten: boolean }
  | { readonly type: 'loaded'; readonly document: LoggedDocument }
  | { readonly type: 'found'; readonly last: ReadonlyMap<string, number> }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string };
