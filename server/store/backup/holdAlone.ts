import { type Kysely, sql } from 'kysely';
import type { Database } from '#server/store/database.ts';
import type { Tables } from '#server/store/tables.ts';
import { BackupProblem } from './backupFormat.ts';

type Work = (kysely: Kysely<Tables>) => Promise<void>;

/**
 * Runs with one connection while nobody else has the database open: a server that goes on would write
 * what it has in memory over what is restored. Throws `BackupProblem` where somebody has.
 */
export function holdAlone({ kysely, kind, file }: Database, work: Work): Promise<void> {
  return kysely
    .connection()
    .execute((connection) =>
      kind === 'sqlite' ? holdFile(connection, file ?? '', work) : holdServer(connection, work),
    );
}

/** SQLite leaves its write-ahead log only when no other connection has the file open. */
async function holdFile(kysely: Kysely<Tables>, file: string, work: Work): Promise<void> {
  try {
    await sql`pragma journal_mode = delete`.execute(kysely);
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new BackupProblem(`a server or another program has ${file} open; stop it first`);
  }
  await sql`pragma locking_mode = exclusive`.execute(kysely);
  await sql`pragma foreign_keys = off`.execute(kysely);
  try {
    await work(kysely);
  } finally {
    await sql`pragma locking_mode = normal`.execute(kysely);
    await sql`pragma journal_mode = wal`.execute(kysely);
  }
}

/** A server that runs has a connection at least, see `connectDatabase`. */
async function holdServer(kysely: Kysely<Tables>, work: Work): Promise<void> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend'`.execute(kysely);
  const count = rows[0]?.count ?? 0;
  if (count > 0)
    throw new BackupProblem(
      `the database is in use (${count} other connections); stop the servers first`,
    );
  await sql`set lock_timeout = '10s'`.execute(kysely);
  await work(kysely);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
