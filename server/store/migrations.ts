import { type Kysely, type Migration, Migrator } from 'kysely';
import { createAuthTables } from './authTables.ts';
import { createProcedureTables } from './procedureTables.ts';
import type { DatabaseKind, Tables } from './tables.ts';

/** Brings the tables up to date. Several nodes may do so at once: Kysely takes a lock. */
export async function migrate(kysely: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  const migrations = toMigrations(kind);
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Applied in the order of their names; one that has been released never changes. */
function toMigrations(kind: DatabaseKind): Record<string, Migration> {
  return {
    '0001-auth': { up: (kysely) => createAuthTables(kysely, kind) },
    '0002-procedures': { up: (kysely) => createProcedureTables(kysely, kind) },
  };
}
