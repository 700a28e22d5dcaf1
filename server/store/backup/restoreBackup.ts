import { existsSync, rmSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { connectDatabase, type DatabaseLocation, databaseFile } from '#server/store/database.ts';
import {
  applyMigrations,
  listAppliedMigrations,
  migrationNames,
} from '#server/store/migrations.ts';
import type { DatabaseKind, Tables } from '#server/store/tables.ts';
import {
  type BackupHeader,
  BackupProblem,
  backupFormat,
  backupVersion,
  headerSchema,
} from './backupFormat.ts';
import { damaged, foreign, readBackupLines } from './backupLines.ts';
import { backupTables, countRows, leftOutTables, listTables } from './backupTables.ts';
import { fillTables } from './fillTables.ts';
import { holdAlone } from './holdAlone.ts';

export interface RestoreSettings {
  /** Puts the backup in the place of all that the database holds; else it must be empty. */
  readonly replace: boolean;
}

/**
 * Puts a backup of either engine into the database, all of it or nothing: one transaction builds the
 * tables as the backup had them, fills them and brings them up to date. Throws `BackupProblem`.
 */
export async function restoreBackup(
  location: DatabaseLocation,
  path: string,
  settings: RestoreSettings,
): Promise<BackupHeader> {
  const lines = readBackupLines(path);
  const header = await readHeader(lines);
  const file = databaseFile(location.dataFolder);
  const isNewFile = !location.databaseUrl && !existsSync(file);
  const database = connectDatabase(location);
  let isDone = false;
  try {
    await holdAlone(database, async (kysely) => {
      await refuseUnlessFit(kysely, settings);
      await rebuild(kysely, database.kind, { header, lines });
    });
    isDone = true;
  } catch (error) {
    throw breaksRule(error) ? damaged() : error;
  } finally {
    await database.close();
    if (isNewFile && !isDone)
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  }
  return header;
}

async function readHeader(lines: AsyncGenerator<unknown>): Promise<BackupHeader> {
  const { value } = await lines.next();
  const format = isRecord(value) ? value.format : undefined;
  if (!isRecord(value) || format !== backupFormat) throw foreign();
  if (Number(value.version) > backupVersion) throw newer();
  const header = headerSchema.safeParse(value);
  if (!header.success) throw damaged();
  const isKnown = header.data.migrations.every((name, index) => name === migrationNames[index]);
  if (!isKnown) throw newer();
  return header.data;
}

function newer(): BackupProblem {
  return new BackupProblem('a newer Alur wrote it; restore it with that one');
}

async function refuseUnlessFit(
  kysely: Kysely<Tables>,
  { replace }: RestoreSettings,
): Promise<void> {
  const applied = await listAppliedMigrations(kysely);
  if (applied.some((name) => !migrationNames.includes(name)))
    throw new BackupProblem('a newer Alur made the database; restore with that one');
  if (replace) return;
  for (const table of await listTables(kysely))
    if ((await countRows(kysely, table)) > 0)
      throw new BackupProblem('the database is not empty; --replace puts the backup in its place');
}

interface Backup {
  readonly header: BackupHeader;
  readonly lines: AsyncGenerator<unknown>;
}

async function rebuild(
  kysely: Kysely<Tables>,
  kind: DatabaseKind,
  { header, lines }: Backup,
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    for (const table of [...leftOutTables, ...backupTables.toReversed(), 'kysely_migration'])
      await transaction.schema.dropTable(table).ifExists().execute();
    await applyMigrations(transaction, kind, header.migrations);
    await fillTables(transaction, { lines, rows: header.rows });
    if (kind === 'sqlite') await refuseBrokenReferences(transaction);
    await applyMigrations(transaction, kind, migrationNames.slice(header.migrations.length));
  });
}

/** SQLite builds tables with its checks off; PostgreSQL has checked each row. */
async function refuseBrokenReferences(transaction: Kysely<Tables>): Promise<void> {
  const { rows } = await sql`pragma foreign_key_check`.execute(transaction);
  if (rows.length > 0) throw damaged();
}

/** The rows break a rule of the tables, which no backup of ours does. */
function breaksRule(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return /^(SQLITE_CONSTRAINT|SQLITE_MISMATCH|2[23]...$)/.test(String(error.code));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
