import type pg from 'pg';
import { z } from 'zod';
import { openPostgresPool } from './postgresPool.ts';
import type { LogEntry, LoggedDocument, UpdateLog } from './updateLog.ts';

/** The update log in a PostgreSQL database that already has its tables. */
export function openPostgresUpdateLog(databaseUrl: string): UpdateLog {
  const pool = openPostgresPool({
    connectionString: databaseUrl,
    max: 4,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    // The promise of the log; a server that has it off would break it.
    options: '-c synchronous_commit=on',
  });
  return new PostgresUpdateLog(pool);
}

class PostgresUpdateLog implements UpdateLog {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async append(batch: readonly LogEntry[]): Promise<readonly number[]> {
    if (batch.length === 0) {
      await this.#pool.query(proveWritable);
      return [];
    }
    const docs = batch.map((entry) => entry.doc);
    const data = batch.map((entry) => Buffer.from(entry.data));
    const { rows } = await this.#pool.query(insertBatch, [docs, data]);
    return numberRows.parse(rows).map((row) => row.seq);
  }

  async appendAfter({ doc, data }: LogEntry, after: number): Promise<boolean> {
    const { rowCount } = await this.#pool.query(insertAfter, [doc, after, Buffer.from(data)]);
    return rowCount === 1;
  }

  async load(doc: string, after = 0): Promise<LoggedDocument> {
    const { rows } = await this.#pool.query(selectDocument, [doc, after]);
    const parsed = documentRows.parse(rows);
    const sinceSnapshot = parsed.filter((row) => !row.is_snapshot).length;
    return {
      updates: parsed.map((row) => row.data),
      hasSnapshot: sinceSnapshot < parsed.length,
      seq: parsed.at(-1)?.seq ?? after,
      sinceSnapshot,
    };
  }

  async findLast(docs: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.#pool.query(selectLast, [docs]);
    return new Map(lastRows.parse(rows).map((row) => [row.doc_id, row.seq]));
  }

  async compact(doc: string, snapshot: Uint8Array, uptoSeq: number): Promise<void> {
    await this.#pool.query(replaceBySnapshot, [doc, uptoSeq, Buffer.from(snapshot)]);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

// A transaction number is given only by a server that takes writes, and its commit is one.
const proveWritable = 'select pg_current_xact_id()';

// Whoever has the row of a document in `doc_head` gives the next numbers; other nodes wait for it, in the
// order of the documents so that no two wait for each other. The log itself has the last word, so that a
// missing or outdated row does no harm.
const insertBatch = `
  with entry as (
    select place, doc_id, data, row_number() over (partition by doc_id order by place) as rank
    from unnest($1::text[], $2::bytea[]) with ordinality as given (doc_id, data, place)
  ), wanted as (
    select doc_id, count(*) as count, greatest(
      coalesce((select max(seq) from doc_update where doc_update.doc_id = entry.doc_id), 0),
      coalesce((select seq from doc_snapshot where doc_snapshot.doc_id = entry.doc_id), 0)) as logged
    from entry group by doc_id
  ), head as (
    insert into doc_head (doc_id, seq)
    select doc_id, logged + count from wanted order by doc_id
    on conflict (doc_id) do update set seq = (
      select greatest(doc_head.seq, logged) + count from wanted where doc_id = excluded.doc_id)
    returning doc_id, seq
  ), numbered as (
    select place, doc_id, data, head.seq - count + rank as seq
    from entry join wanted using (doc_id) join head using (doc_id)
  ), inserted as (
    insert into doc_update (doc_id, seq, data) select doc_id, seq, data from numbered
  )
  select seq from numbered order by place`;

// Waits for whoever has the row of the document in `doc_head`, then looks at what that has become.
const insertAfter = `
  with logged as (
    select greatest(
      coalesce((select max(seq) from doc_update where doc_id = $1), 0),
      coalesce((select seq from doc_snapshot where doc_id = $1), 0)) as seq
  ), head as (
    insert into doc_head (doc_id, seq) select $1, $2::bigint + 1 from logged where seq = $2
    on conflict (doc_id) do update set seq = excluded.seq where doc_head.seq < excluded.seq
    returning seq
  )
  insert into doc_update (doc_id, seq, data) select $1, seq, $3 from head`;

// One statement sees one state: a snapshot and exactly the updates that came after it.
const selectDocument = `
  select seq, data, true as is_snapshot from doc_snapshot where doc_id = $1 and seq > $2
  union all
  select seq, data, false from doc_update where doc_id = $1
    and seq > greatest($2, coalesce((select seq from doc_snapshot where doc_id = $1), 0))
  order by seq`;

const selectLast = `
  select doc_id, seq from (
    select doc_id, greatest(
      (select max(seq) from doc_update where doc_update.doc_id = given.doc_id),
      (select seq from doc_snapshot where doc_snapshot.doc_id = given.doc_id)) as seq
    from unnest($1::text[]) as given (doc_id)
  ) as last where seq is not null`;

const replaceBySnapshot = `
  with put as (
    insert into doc_snapshot (doc_id, seq, data) values ($1, $2, $3)
    on conflict (doc_id) do update set seq = excluded.seq, data = excluded.data
    where excluded.seq > doc_snapshot.seq
  )
  delete from doc_update where doc_id = $1 and seq <= $2`;

/** `bigint` comes as text; our numbers stay far below 2^53. */
const numberRows = z.array(z.object({ seq: z.coerce.number() }));
const lastRows = z.array(z.object({ doc_id: z.string(), seq: z.coerce.number() }));
const documentRows = z.array(
  z.object({
    seq: z.coerce.number(),
    data: z.instanceof(Buffer).transform((buffer) => new Uint8Array(buffer)),
    is_snapshot: z.boolean(),
  }),
);
