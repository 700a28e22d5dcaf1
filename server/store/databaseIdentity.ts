import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * What tells a PostgreSQL database from every other in the world: the same for all nodes that use it, and
 * another for a copy of it elsewhere.
 */
export async function findDatabaseIdentity(kysely: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ readonly identity: string }>`
    select (select system_identifier from pg_control_system()) || '-' || oid as identity
    from pg_database where datname = current_database()`.execute(kysely);
  const [row] = rows;
  if (!row) throw new RangeError('The database does not know itself');
  return row.identity;
}
