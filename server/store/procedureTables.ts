import type { CreateTableBuilder, Kysely } from 'kysely';
import type { DatabaseKind } from './tables.ts';

/** The procedures, who may open them, their versions and the logs of their documents. */
export async function createProcedureTables(
  kysely: Kysely<unknown>,
  kind: DatabaseKind,
): Promise<void> {
  await createProcedures(kysely);
  await createAccess(kysely);
  await createDocuments(kysely, kind);
}

async function createProcedures(kysely: Kysely<unknown>): Promise<void> {
  await kysely.schema
    .createTable('procedure')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('step_count', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('updated_by', 'text', (column) => column.references('user.id').onDelete('set null'))
    .addColumn('deleted_at', 'text')
    .execute();
  await belongingTo('procedure', kysely.schema.createTable('version'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.references('user.id').onDelete('set null'))
    .addColumn('file', 'text', (column) => column.notNull())
    .execute();
  await createIndex(kysely, 'version', 'procedure_id');
}

async function createAccess(kysely: Kysely<unknown>): Promise<void> {
  await belongingTo('user', belongingTo('procedure', kysely.schema.createTable('member')))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_pkey', ['procedure_id', 'user_id'])
    .execute();
  await createIndex(kysely, 'member', 'user_id');
  await belongingTo('procedure', kysely.schema.createTable('share_link'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await createIndex(kysely, 'share_link', 'procedure_id');
  await belongingTo('user', kysely.schema.createTable('link_member'))
    .addColumn('link_id', 'text', (column) =>
      column.notNull().references('share_link.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('link_member_pkey', ['link_id', 'user_id'])
    .execute();
  await createIndex(kysely, 'link_member', 'user_id');
  await belongingTo('user', kysely.schema.createTable('api_token'))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text')
    .execute();
  await createIndex(kysely, 'api_token', 'user_id');
}

/** Kept apart from `procedure`: the sync engine knows documents, not what they stand for. */
async function createDocuments(kysely: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const bytes = kind === 'sqlite' ? 'blob' : 'bytea';
  await kysely.schema
    .createTable('doc_update')
    .addColumn('doc_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('data', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('doc_update_pkey', ['doc_id', 'seq'])
    .execute();
  await kysely.schema
    .createTable('doc_snapshot')
    .addColumn('doc_id', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('data', bytes, (column) => column.notNull())
    .execute();
}

/**
 * The last number that each document's log gave out: its row is what several nodes queue for. One SQLite
 * file has one writer and needs none.
 */
export async function createDocumentHeads(
  kysely: Kysely<unknown>,
  kind: DatabaseKind,
): Promise<void> {
  if (kind === 'sqlite') return;
  await kysely.schema
    .createTable('doc_head')
    .addColumn('doc_id', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .execute();
}

/** The list shows how many suggestions wait for a decision. */
export async function addOpenSuggestions(kysely: Kysely<unknown>): Promise<void> {
  await kysely.schema
    .alterTable('procedure')
    .addColumn('open_suggestions', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

/** Copies of a procedure that a meeting chooses between. */
export async function addVariants(kysely: Kysely<unknown>): Promise<void> {
  // SQLite adds one column a statement.
  for (const column of ['variant_of', 'variant_name'])
    await kysely.schema.alterTable('procedure').addColumn(column, 'text').execute();
  await kysely.schema
    .createIndex('procedure_variant_of_idx')
    .on('procedure')
    .column('variant_of')
    .execute();
}

function belongingTo<T extends string, C extends string>(
  owner: 'procedure' | 'user',
  table: CreateTableBuilder<T, C>,
) {
  return table.addColumn(`${owner}_id`, 'text', (column) =>
    column.notNull().references(`${owner}.id`).onDelete('cascade'),
  );
}

async function createIndex(kysely: Kysely<unknown>, table: string, column: string): Promise<void> {
  await kysely.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute();
}
