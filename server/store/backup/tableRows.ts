import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '#server/store/tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** How much of a table is in memory at a time, give or take one step. */
const batchBytes = 1_000_000;
const maxBatchRows = 256;

/**
 * All rows of a table in batches, whose size follows that of the rows: a version is a thousand times as
 * large as a membership. Wants a transaction that sees one state of the database.
 */
export async function* readTable<T>(
  kysely: Kysely<T>,
  kind: DatabaseKind,
  table: string,
): AsyncGenerator<readonly Row[]> {
  const next = kind === 'sqlite' ? followRowids(kysely, table) : await openCursor(kysely, table);
  let count = 1;
  for (;;) {
    const rows = await next(count);
    if (rows.length > 0) yield rows;
    if (rows.length < count) return;
    const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 1);
    const fitting = Math.floor((count * batchBytes) / bytes);
    count = Math.max(1, Math.min(fitting, 2 * count, maxBatchRows));
  }
}

type NextRows = (count: number) => Promise<readonly Row[]>;

function followRowids<T>(kysely: Kysely<T>, table: string): NextRows {
  let last = 0;
  return async (count) => {
    const { rows } = await sql<Row & { readonly rowid: number }>`
      select rowid as rowid, * from ${sql.table(table)}
      where rowid > ${last} order by rowid limit ${count}`.execute(kysely);
    last = rows.at(-1)?.rowid ?? last;
    return rows;
  };
}

async function openCursor<T>(kysely: Kysely<T>, table: string): Promise<NextRows> {
  const cursor = sql.ref(`alur_${table}`);
  await sql`declare ${cursor} no scroll cursor for select * from ${sql.table(table)}`.execute(
    kysely,
  );
  return async (count) => {
    const { rows } = await sql<Row>`fetch ${sql.lit(count)} from ${cursor}`.execute(kysely);
    return rows;
  };
}

function sizeOf(row: Row): number {
  let size = 0;
  for (const value of Object.values(row))
    size += typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;
  return size;
}
