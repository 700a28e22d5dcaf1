import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { addAccountState } from './accountTables.ts';
import { createAuthTables } from './authTables.ts';
import { createMeetingTables } from './meetingTables.ts';
import {
  addOpenSuggestions,
  addVariants,
  createDocumentHeads,
  createProcedureTables,
} from './procedureTables.ts';
import { addSecondFactor } from './secondFactorTables.ts';
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
    '0003-document-heads': { up: (kysely) => createDocumentHeads(kysely, kind) },
    '0004-account-state': { up: addAccountState },
    '0005-meetings': { up: createMeetingTables },
    '0006-open-suggestions': { up: addOpenSuggestions },
    '0007-variants': { up: addVariants },
    '0008-second-factor': { up: (kysely) => addSecondFactor(kysely, kind) },
  };
}

/** In the order in which they are applied. */
export const migrationNames: readonly string[] = Object.keys(toMigrations('sqlite')).sort();

/** The migrations that the database has had, in their order; none for an empty one. */
export async function listAppliedMigrations(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ readonly name: string }>`
    select name from kysely_migration order by name`.execute(kysely);
  return rows.map((row) => row.name);
}

/** Applies these migrations within the caller's transaction, in the order given, and notes them. */
export async function applyMigrations(
  transaction: Kysely<Tables>,
  kind: DatabaseKind,
  names: readonly string[],
): Promise<void> {
  const migrations = toMigrations(kind);
  await createMigrationTable(transaction);
  for (const name of names) {
    const migration = migrations[name];
    if (!migration) throw new RangeError(`There is no migration "${name}"`);
    await migration.up(transaction);
    await sql`insert into kysely_migration (name, timestamp)
      values (${name}, ${new Date().toISOString()})`.execute(transaction);
  }
}

/** As Kysely makes it; it makes that of its lock itself. */
async function createMigrationTable(transaction: Kysely<Tables>): Promise<void> {
  await transaction.schema
    .createTable('kysely_migration')
    .ifNotExists()
    .addColumn('name', 'varchar(255)', (column) => column.notNull().primaryKey())
    .addColumn('timestamp', 'varchar(255)', (column) => column.notNull())
    .execute();
}
