import type { Kysely } from 'kysely';
import type { ProcedureSummary } from '#protocol/api.ts';
import { findStrongest, type Role } from '#protocol/roles.ts';
import type { Clock } from './clock.ts';
import { grantsOf } from './grants.ts';
import type { Tables } from './tables.ts';

/** What the list shows of a procedure's content. */
export interface ProcedureFacts {
  readonly title: string;
  readonly number: string;
  readonly stepCount: number;
}

/** What is known of a procedure without opening its document. */
export interface ProcedureRecord {
  readonly id: string;
  readonly title: string;
  readonly isDeleted: boolean;
  /** The asking person's; undefined for none. */
  readonly role: Role | undefined;
  /** Where it is a variant: of which procedure, and how it is called. */
  readonly variant: { readonly of: string; readonly name: string } | undefined;
}

interface NewVariant {
  readonly id: string;
  readonly of: string;
  readonly name: string;
  readonly facts: ProcedureFacts;
}

/** The list of procedures. Their content is in the update log. */
export interface ProcedureStore {
  /** The person who adds it owns it. */
  add(id: string, facts: ProcedureFacts, ownerId: string): Promise<void>;
  /** A copy of another one for a meeting: in no list, and for those who have a role in the other. */
  addVariant(variant: NewVariant): Promise<void>;
  /** Ids of its variants, deleted ones too. */
  listVariants(id: string): Promise<readonly string[]>;
  /** Those that the person has a role in, newest change first. */
  listFor(userId: string): Promise<readonly ProcedureSummary[]>;
  /** Undefined for an unknown id; deleted ones are found too. */
  find(id: string, userId: string): Promise<ProcedureRecord | undefined>;
  /** After a change of the document. Without a person, who changed it last stays. */
  recordChange(id: string, facts: ProcedureFacts, userId: string | undefined): Promise<void>;
  /** After a change of its suggestions: how many of them nobody has decided about. */
  recordOpenSuggestions(id: string, count: number): Promise<void>;
  /** Takes it from everybody's list; `restore` brings it back. */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
}

export function createProcedureStore(kysely: Kysely<Tables>, now: Clock): ProcedureStore {
  return {
    add: (id, facts, ownerId) => addProcedure(kysely, now().toISOString(), { id, facts, ownerId }),
    listFor: (userId) => listProcedures(kysely, userId, now()),

    async find(id, userId) {
      // PostgreSQL takes no such text; it is nobody's id either.
      if (id.includes('\0')) return undefined;
      const row = await kysely
        .selectFrom('procedure')
        .leftJoin('procedure as original', 'original.id', 'procedure.variant_of')
        .select(['procedure.title', 'procedure.variant_of', 'procedure.variant_name'])
        .select(['procedure.deleted_at', 'original.deleted_at as original_deleted_at'])
        .where('procedure.id', '=', id)
        .executeTakeFirst();
      if (!row) return undefined;
      const grants = await grantsOf(kysely, userId, now()).where('procedure_id', '=', id).execute();
      const role = findStrongest(grants.map((grant) => grant.role));
      const isDeleted = row.deleted_at !== null || row.original_deleted_at !== null;
      const { title, variant_of: of, variant_name: name } = row;
      return {
        id,
        title,
        isDeleted,
        role,
        variant: of === null ? undefined : { of, name: name ?? '' },
      };
    },

    async addVariant({ id, of, name, facts }) {
      const time = now().toISOString();
      await kysely
        .insertInto('procedure')
        .values({
          ...toNewRow(id, facts, time),
          updated_by: null,
          variant_of: of,
          variant_name: name,
        })
        .execute();
    },

    async listVariants(id) {
      const rows = await kysely
        .selectFrom('procedure')
        .select('id')
        .where('variant_of', '=', id)
        .execute();
      return rows.map((row) => row.id);
    },

    async recordChange(id, facts, userId) {
      await kysely
        .updateTable('procedure')
        .set({ ...toColumns(facts), updated_at: now().toISOString() })
        .$if(userId !== undefined, (query) => query.set({ updated_by: userId ?? null }))
        .where('id', '=', id)
        .execute();
    },

    async recordOpenSuggestions(id, count) {
      await kysely
        .updateTable('procedure')
        .set({ open_suggestions: count })
        .where('id', '=', id)
        .execute();
    },

    remove: (id) => setDeletedAt(kysely, id, now().toISOString()),
    restore: (id) => setDeletedAt(kysely, id, null),
  };
}

interface NewProcedure {
  readonly id: string;
  readonly facts: ProcedureFacts;
  readonly ownerId: string;
}

async function addProcedure(
  kysely: Kysely<Tables>,
  time: string,
  { id, facts, ownerId }: NewProcedure,
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('procedure')
      .values({ ...toNewRow(id, facts, time), updated_by: ownerId })
      .execute();
    await transaction
      .insertInto('member')
      .values({ procedure_id: id, user_id: ownerId, role: 'owner' })
      .execute();
  });
}

async function listProcedures(
  kysely: Kysely<Tables>,
  userId: string,
  now: Date,
): Promise<readonly ProcedureSummary[]> {
  const rows = await kysely
    .selectFrom('procedure')
    .innerJoin(grantsOf(kysely, userId, now).as('grant'), 'grant.procedure_id', 'procedure.id')
    .leftJoin('user', 'user.id', 'procedure.updated_by')
    .selectAll('procedure')
    .select(['grant.role', 'user.name as updated_by_name'])
    .where('procedure.deleted_at', 'is', null)
    .where('procedure.variant_of', 'is', null)
    .orderBy('procedure.updated_at', 'desc')
    .orderBy('procedure.id')
    .execute();
  const summaries = new Map<string, ProcedureSummary>();
  for (const row of rows) {
    // One row a grant: somebody may be a member and have redeemed links too.
    const known = summaries.get(row.id);
    summaries.set(row.id, {
      id: row.id,
      title: row.title,
      number: row.number,
      role: findStrongest(known ? [known.role, row.role] : [row.role]) ?? row.role,
      stepCount: row.step_count,
      openSuggestions: row.open_suggestions,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      updatedBy: row.updated_by_name ?? '',
    });
  }
  return [...summaries.values()];
}

function toNewRow(id: string, facts: ProcedureFacts, time: string) {
  return { id, ...toColumns(facts), created_at: time, updated_at: time, deleted_at: null };
}

function toColumns(facts: ProcedureFacts) {
  return { title: facts.title, number: facts.number, step_count: facts.stepCount };
}

async function setDeletedAt(
  kysely: Kysely<Tables>,
  id: string,
  time: string | null,
): Promise<void> {
  await kysely.updateTable('procedure').set({ deleted_at: time }).where('id', '=', id).execute();
}
