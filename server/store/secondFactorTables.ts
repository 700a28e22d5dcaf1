import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from './tables.ts';

/**
 * Second factors as better-auth 1.7 keeps them (names are its own), the codes that were used already, and
 * until when a password is one that was handed over.
 */
export async function addSecondFactor(kysely: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const date = kind === 'sqlite' ? 'date' : 'timestamptz';
  const boolean = kind === 'sqlite' ? 'integer' : 'boolean';
  await kysely.schema.alterTable('user').addColumn('twoFactorEnabled', boolean).execute();
  await kysely.schema.alterTable('user').addColumn('initialPasswordUntil', 'text').execute();
  await kysely.schema
    .createTable('twoFactor')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backupCodes', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('verified', boolean)
    .addColumn('failedVerificationCount', 'integer', (column) => column.defaultTo(sql`0`))
    .addColumn('lockedUntil', date)
    .execute();
  for (const column of ['secret', 'userId'])
    await kysely.schema
      .createIndex(`twoFactor_${column}_idx`)
      .on('twoFactor')
      .column(column)
      .execute();
  await kysely.schema
    .createTable('used_code')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('used_code_pk', ['user_id', 'code'])
    .execute();
}
