import type { CreateTableBuilder, Kysely } from 'kysely';
import type { DatabaseKind } from './tables.ts';

/**
 * The tables of better-auth 1.7, written out so that all tables change in one place; a test asks
 * better-auth whether it misses anything. Names are its own.
 */
export async function createAuthTables(kysely: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const date = kind === 'sqlite' ? 'date' : 'timestamptz';
  const boolean = kind === 'sqlite' ? 'integer' : 'boolean';
  const createTable = (name: string) =>
    kysely.schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey());
  const timed = <T extends string>(table: CreateTableBuilder<T, 'id'>) =>
    table
      .addColumn('createdAt', date, (column) => column.notNull())
      .addColumn('updatedAt', date, (column) => column.notNull());

  await timed(createTable('user'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', boolean, (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('isAdmin', boolean, (column) => column.notNull())
    .execute();
  await timed(createTable('session'))
    .addColumn('userId', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('expiresAt', date, (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .execute();
  await timed(createTable('account'))
    .addColumn('userId', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', date)
    .addColumn('refreshTokenExpiresAt', date)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .execute();
  await timed(createTable('verification'))
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', date, (column) => column.notNull())
    .execute();
  for (const [table, column] of authIndexes)
    await kysely.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute();
}

const authIndexes = [
  ['session', 'userId'],
  ['account', 'userId'],
  ['verification', 'identifier'],
] as const;
