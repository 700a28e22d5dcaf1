import { createHash, type Hash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import {
  connectDatabase,
  type Database,
  type DatabaseLocation,
  databaseFile,
} from '#server/store/database.ts';
import { listAppliedMigrations, migrationNames } from '#server/store/migrations.ts';
import type { DatabaseKind, Tables } from '#server/store/tables.ts';
import {
  type BackupHeader,
  BackupProblem,
  type BackupTable,
  backupFormat,
  backupVersion,
  encodeCell,
} from './backupFormat.ts';
import { countRows, describeTables } from './backupTables.ts';
import { readTable } from './tableRows.ts';

/**
 * Writes everything that the database holds at one moment into the file, while servers go on writing.
 * The file is there when it is complete and on the disk, or not at all. Throws `BackupProblem`.
 */
export async function writeBackup(location: DatabaseLocation, path: string): Promise<BackupHeader> {
  if (!location.databaseUrl && !existsSync(databaseFile(location.dataFolder)))
    throw new BackupProblem(`${location.dataFolder} holds no database`);
  const database = connectDatabase(location);
  try {
    return await inSnapshot(database, (kysely) => writeFile(kysely, database.kind, path));
  } finally {
    await database.close();
  }
}

/** Runs with one connection, in a transaction that sees one state from its beginning to its end. */
function inSnapshot<R>(
  { kysely, kind }: Database,
  work: (snapshot: Kysely<Tables>) => Promise<R>,
): Promise<R> {
  const begin = kind === 'sqlite' ? 'begin' : 'begin isolation level repeatable read read only';
  return kysely.connection().execute(async (connection) => {
    await sql.raw(begin).execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}

async function writeFile(
  kysely: Kysely<Tables>,
  kind: DatabaseKind,
  path: string,
): Promise<BackupHeader> {
  const migrations = await listAppliedMigrations(kysely);
  if (migrations.length === 0) throw new BackupProblem('the database is empty');
  if (migrations.some((name) => !migrationNames.includes(name)))
    throw new BackupProblem('a newer Alur made this database; use that one');
  const tables = await describeTables(kysely);
  const counts: [string, number][] = [];
  for (const { table } of tables) counts.push([table, await countRows(kysely, table)]);
  const header: BackupHeader = {
    version: backupVersion,
    migrations,
    madeAt: new Date().toISOString(),
    rows: Object.fromEntries(counts),
  };
  await writeAside(path, toLines(kysely, kind, { header, tables }));
  return header;
}

interface Content {
  readonly header: BackupHeader;
  readonly tables: readonly BackupTable[];
}

async function* toLines(
  kysely: Kysely<Tables>,
  kind: DatabaseKind,
  { header, tables }: Content,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  yield hashed(hash, toLine({ format: backupFormat, ...header }));
  for (const table of tables) {
    yield hashed(hash, toLine(table));
    for await (const rows of readTable(kysely, kind, table.table)) {
      const lines = rows.map((row) =>
        toLine(table.columns.map(([name, columnKind]) => encodeCell(row[name], columnKind))),
      );
      yield hashed(hash, lines.join(''));
    }
  }
  yield toLine({ sha256: hash.digest('hex') });
}

function toLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function hashed(hash: Hash, text: string): string {
  hash.update(text);
  return text;
}

/** Readable by its owner only: it holds e-mail addresses and hashed passwords. */
async function writeAside(path: string, lines: AsyncGenerator<string>): Promise<void> {
  const aside = `${path}.part`;
  try {
    const file = createWriteStream(aside, { mode: 0o600, flush: true });
    await pipeline(Readable.from(lines), createGzip(), file);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
