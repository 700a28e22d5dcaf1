import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseConnection, DialectAdapter, Driver, SqliteDialectConfig } from 'kysely';
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import pg from 'pg';
import { openLibsqlDatabase } from './libsqlDatabase.ts';
import { migrate } from './migrations.ts';
import { openPostgresPool } from './postgresPool.ts';
import type { DatabaseKind, Tables } from './tables.ts';

/** The open database, with its tables up to date. */
export interface Database {
  readonly kind: DatabaseKind;
  readonly kysely: Kysely<Tables>;
  /** The SQLite file, for a second connection in a worker thread; undefined on PostgreSQL. */
  readonly file: string | undefined;
  close(): Promise<void>;
}

export interface DatabaseLocation {
  /** `postgres://…`; without it SQLite in the data folder. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const database = connectDatabase(location);
  try {
    await migrate(database.kysely, database.kind);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Opens the database as it is, whatever its tables; an SQLite file is made when missing. */
export function connectDatabase({ databaseUrl, dataFolder }: DatabaseLocation): Database {
  return databaseUrl ? connectPostgres(databaseUrl) : openSqlite(dataFolder);
}

/** Where SQLite keeps everything. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'alur.db');
}

function openSqlite(dataFolder: string): Database {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataFolder);
  const dialect = new ImmediateSqliteDialect({ database: openLibsqlDatabase(file) });
  const kysely = new Kysely<Tables>({ dialect });
  return { kind: 'sqlite', kysely, file, close: () => kysely.destroy() };
}

function connectPostgres(databaseUrl: string): Database {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new RangeError('DATABASE_URL must begin with postgres://');
  const pool = openPostgresPool({
    connectionString: databaseUrl,
    // One stays open, so that a restore sees that a server runs.
    min: 1,
    max: 10,
    types: { getTypeParser },
  });
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { kind: 'postgres', kysely, file: undefined, close: () => kysely.destroy() };
}

/** `count(*)` and sequence numbers stay far below 2^53, so `bigint` is read as a number. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');

/**
 * Takes the write lock when a transaction begins. A transaction that reads first and writes later would
 * otherwise fail at once when the sync worker wrote in between, instead of waiting.
 */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): DialectAdapter {
    return new AtomicSqliteAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

/** SQLite changes its tables in transactions as well: a migration is made whole, and by one process. */
class AtomicSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
