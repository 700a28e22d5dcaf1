import { type Kysely, sql } from 'kysely';
import type { BackupTable, ColumnKind } from './backupFormat.ts';

/**
 * The tables of a backup, each after those that it refers to. Sessions and half-done verifications stay
 * out: a file must sign nobody in, so everybody signs in again after a restore.
 */
export const backupTables = [
  'user',
  'account',
  'twoFactor',
  'procedure',
  'version',
  'member',
  'share_link',
  'link_member',
  'api_token',
  'meeting',
  'meeting_item',
  'meeting_link',
  'meeting_member',
  'meeting_guest',
  'meeting_connection',
  'doc_snapshot',
  'doc_update',
] as const;

/** Tables that are empty after a restore; `doc_head` of PostgreSQL is made anew from the log. */
export const leftOutTables = ['session', 'verification', 'used_code', 'doc_head'] as const;

/** SQLite keeps truth values as 0 and 1 in columns of whole numbers. */
const booleanColumns: readonly string[] = [
  'user.emailVerified',
  'user.isAdmin',
  'user.twoFactorEnabled',
  'twoFactor.verified',
];

const kinds: Readonly<Record<string, ColumnKind>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  int4: 'integer',
  int8: 'integer',
  bool: 'boolean',
  date: 'time',
  timestamptz: 'time',
  blob: 'bytes',
  bytea: 'bytes',
};

/** The tables that the database has, among those that Alur knows. */
export async function listTables<T>(kysely: Kysely<T>): Promise<readonly string[]> {
  const known: readonly string[] = [...leftOutTables, ...backupTables];
  const tables = await kysely.introspection.getTables();
  return known.filter((name) => tables.some((table) => table.name === name));
}

/** The columns that the tables of a backup have in this database. */
export async function describeTables<T>(kysely: Kysely<T>): Promise<readonly BackupTable[]> {
  const tables = await kysely.introspection.getTables();
  return backupTables.flatMap((name) => {
    const found = tables.find((table) => table.name === name);
    if (!found) return [];
    const columns = found.columns.map((column) => {
      const kind = toKind(`${name}.${column.name}`, column.dataType);
      return [column.name, kind] as const;
    });
    return [{ table: name, columns }];
  });
}

function toKind(column: string, dataType: string): ColumnKind {
  const kind = booleanColumns.includes(column) ? 'boolean' : kinds[dataType.toLowerCase()];
  if (!kind) throw new RangeError(`${column} has the unknown type ${dataType}`);
  return kind;
}

export async function countRows<T>(kysely: Kysely<T>, table: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from ${sql.table(table)}`.execute(kysely);
  return Number(rows[0]?.count ?? 0);
}
