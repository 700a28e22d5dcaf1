import type { Kysely } from 'kysely';

/** Meetings, who was let into them and how, and who was connected when. */
export async function createMeetingTables(kysely: Kysely<unknown>): Promise<void> {
  await createMeetings(kysely);
  await createLinks(kysely);
  await createConnections(kysely);
}

async function createMeetings(kysely: Kysely<unknown>): Promise<void> {
  await kysely.schema
    .createTable('meeting')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('scheduled_on', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('moderator_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('position', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await kysely.schema
    .createTable('meeting_item')
    .addColumn('meeting_id', 'text', toMeeting)
    .addColumn('procedure_id', 'text', (column) =>
      column.notNull().references('procedure.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('meeting_item_pkey', ['meeting_id', 'procedure_id'])
    .execute();
  await createIndex(kysely, 'meeting_item', 'procedure_id');
}

async function createLinks(kysely: Kysely<unknown>): Promise<void> {
  await kysely.schema
    .createTable('meeting_link')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meeting_id', 'text', toMeeting)
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('allows_guests', 'integer', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await createIndex(kysely, 'meeting_link', 'meeting_id');
  await kysely.schema
    .createTable('meeting_member')
    .addColumn('meeting_id', 'text', toMeeting)
    .addColumn('user_id', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('link_id', 'text', (column) =>
      column.references('meeting_link.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('meeting_member_pkey', ['meeting_id', 'user_id'])
    .execute();
  await createIndex(kysely, 'meeting_member', 'user_id');
  await createIndex(kysely, 'meeting_member', 'link_id');
  await kysely.schema
    .createTable('meeting_guest')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('link_id', 'text', (column) =>
      column.notNull().references('meeting_link.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await createIndex(kysely, 'meeting_guest', 'link_id');
}

async function createConnections(kysely: Kysely<unknown>): Promise<void> {
  await kysely.schema
    .createTable('meeting_connection')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meeting_id', 'text', toMeeting)
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('left_at', 'text')
    .execute();
  await createIndex(kysely, 'meeting_connection', 'meeting_id');
}

const toMeeting: Parameters<ReturnType<Kysely<unknown>['schema']['createTable']>['addColumn']>[2] =
  (column) => column.notNull().references('meeting.id').onDelete('cascade');

async function createIndex(kysely: Kysely<unknown>, table: string, column: string): Promise<void> {
  await kysely.schema.createIndex(`${table}_${column}_idx`).on(table).column(column).execute();
}
