// A thread of its own, since a commit waits for the disk and the sockets must not.
import { parentPort, workerData } from 'node:worker_threads';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { z } from 'zod';
import type { Numbered } from '#server/workerThread.ts';
import { openLibsqlDatabase } from './libsqlDatabase.ts';
import type { LogEntry, LoggedDocument } from './updateLog.ts';
import type { LogCall, LogResult } from './updateLogCalls.ts';

if (!parentPort) throw new RangeError('updateLogWorker runs as a worker thread');
const port = parentPort;
/** The last number of document `?1`. */
const lastSeq = `max(
  coalesce((select max(seq) from doc_update where doc_id = ?1), 0),
  coalesce((select seq from doc_snapshot where doc_id = ?1), 0))`;
const database = openLibsqlDatabase(z.object({ file: z.string() }).parse(workerData).file);
const run = toRun(database);

port.on('message', ({ id, value }: Numbered<LogCall>) => {
  port.postMessage({ id, value: answer(value) } satisfies Numbered<LogResult>);
});

function answer(call: LogCall): LogResult {
  try {
    return run(call);
  } catch (error) {
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function toRun(open: SqliteDatabase): (call: LogCall) => LogResult {
  const append = toAppend(open);
  const appendAfter = toAppendAfter(open);
  const load = toLoad(open);
  const findLast = toFindLast(open);
  const compact = toCompact(open);
  return (call) => {
    switch (call.type) {
      case 'append':
        return { type: 'appended', seqs: append(call.batch) };
      case 'appendAfter':
        return { type: 'appendedAfter', isWritten: appendAfter(call.entry, call.after) };
      case 'load':
        return { type: 'loaded', document: load(call.doc, call.after) };
      case 'findLast':
        return { type: 'found', last: findLast(call.docs) };
      case 'compact':
        compact(call.doc, call.snapshot, call.uptoSeq);
        return { type: 'done' };
      case 'close':
        open.close();
        return { type: 'done' };
    }
  };
}

const seqRows = z.array(z.object({ seq: z.number() }));

function toAppend(open: SqliteDatabase): (batch: readonly LogEntry[]) => number[] {
  const insert = open.prepare(`
    insert into doc_update (doc_id, seq, data) select ?1, 1 + ${lastSeq}, ?2 returning seq`);
  const version = z
    .array(z.object({ user_version: z.number() }))
    .parse(open.prepare('pragma user_version').all([]))[0]?.user_version;
  // Writes the page that holds the number, so that an empty batch finds out about a full disk.
  const touch = open.prepare(`pragma user_version = ${version ?? 0}`);
  const inWriting = toTransaction(open, 'immediate');
  const put = ({ doc, data }: LogEntry): number =>
    seqRows.parse(insert.all([doc, data]))[0]?.seq ?? 0;
  return (batch) => {
    const [first] = batch;
    // One statement is a transaction of its own, and takes the write lock at once.
    if (first && batch.length === 1) return [put(first)];
    return inWriting(() => {
      if (batch.length === 0) touch.run([]);
      return batch.map(put);
    });
  };
}

function toAppendAfter(open: SqliteDatabase): (entry: LogEntry, after: number) => boolean {
  const insert = open.prepare(`
    insert into doc_update (doc_id, seq, data)
    select ?1, ?3 + 1, ?2 where ?3 = ${lastSeq} returning seq`);
  return ({ doc, data }, after) => seqRows.parse(insert.all([doc, data, after])).length > 0;
}

const dataRows = z.array(z.object({ seq: z.number(), data: z.instanceof(Uint8Array) }));

function toLoad(open: SqliteDatabase): (doc: string, after: number) => LoggedDocument {
  const snapshot = open.prepare('select seq, data from doc_snapshot where doc_id = ? and seq > ?');
  const updates = open.prepare(
    'select seq, data from doc_update where doc_id = ? and seq > ? order by seq',
  );
  const inReading = toTransaction(open, 'deferred');
  return (doc, after) =>
    inReading(() => {
      const base = dataRows.parse(snapshot.all([doc, after]));
      const since = dataRows.parse(updates.all([doc, base[0]?.seq ?? after]));
      const rows = [...base, ...since];
      return {
        updates: rows.map((row) => row.data),
        hasSnapshot: base.length > 0,
        seq: rows.at(-1)?.seq ?? after,
        sinceSnapshot: since.length,
      };
    });
}

function toFindLast(
  open: SqliteDatabase,
): (docs: readonly string[]) => ReadonlyMap<string, number> {
  const last = open.prepare(`select ${lastSeq} as seq`);
  return (docs) => {
    const found = docs.map((doc) => [doc, seqRows.parse(last.all([doc]))[0]?.seq ?? 0] as const);
    return new Map(found.filter(([, seq]) => seq > 0));
  };
}

type Compact = (doc: string, snapshot: Uint8Array, uptoSeq: number) => void;

function toCompact(open: SqliteDatabase): Compact {
  const put = open.prepare(`
    insert into doc_snapshot (doc_id, seq, data) values (?, ?, ?)
    on conflict (doc_id) do update set seq = excluded.seq, data = excluded.data
    where excluded.seq > doc_snapshot.seq`);
  const truncate = open.prepare('delete from doc_update where doc_id = ? and seq <= ?');
  const inWriting = toTransaction(open, 'immediate');
  return (doc, snapshot, uptoSeq) =>
    inWriting(() => {
      put.run([doc, uptoSeq, snapshot]);
      truncate.run([doc, uptoSeq]);
    });
}

type Transaction = <T>(work: () => T) => T;

function toTransaction(open: SqliteDatabase, lock: 'immediate' | 'deferred'): Transaction {
  const begin = open.prepare(`begin ${lock}`);
  const commit = open.prepare('commit');
  const rollback = open.prepare('rollback');
  return (work) => {
    begin.run([]);
    try {
      const result = work();
      commit.run([]);
      return result;
    } catch (error) {
      tryToRun(rollback);
      throw error;
    }
  };
}

function tryToRun(statement: SqliteStatement): void {
  try {
    statement.run([]);
  } catch {
    // SQLite has rolled back itself, as it does when the disk is full.
  }
}
