import type { SqliteDatabase, SqliteStatement } from 'kysely';
import LibsqlDatabase from 'libsql';

/** How long one connection waits for another's write, in ms. */
const busyTimeoutMs = 5000;

/**
 * Opens the SQLite file as Kysely wants it: durable (WAL, every commit synced), foreign keys on.
 * Values that libsql cannot bind are turned into ones that it can; it would end the process otherwise.
 */
export function openLibsqlDatabase(file: string): SqliteDatabase {
  const database = new LibsqlDatabase(file, { timeout: busyTimeoutMs });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma(`busy_timeout = ${busyTimeoutMs}`);
  return {
    close: () => void database.close(),
    prepare: (sql) => toStatement(database.prepare(sql)),
  };
}

type LibsqlStatement = ReturnType<InstanceType<typeof LibsqlDatabase>['prepare']>;

function toStatement(statement: LibsqlStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters.map(toBindable)).map(toRow),
    run: (parameters) => statement.run(parameters.map(toBindable)),
    *iterate(parameters) {
      for (const row of statement.iterate(parameters.map(toBindable))) yield toRow(row);
    },
  };
}

type Bindable = string | number | bigint | Uint8Array | null;

function toBindable(value: unknown): Bindable {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
  }
  throw new RangeError(`SQLite cannot store a value of type ${typeof value}`);
}

/** libsql gives blobs as `ArrayBuffer`; everybody else, PostgreSQL too, speaks `Uint8Array`. */
function toRow(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof ArrayBuffer ? new Uint8Array(value) : value,
    ]),
  );
}
