import type { Kysely, Transaction } from 'kysely';
import type { Member } from '#protocol/api.ts';
import type { Role } from '#protocol/roles.ts';
import type { Tables } from './tables.ts';

/** A procedure without an owner could never be shared or deleted again, so the last one stays. */
export type MemberChange = 'done' | 'last-owner' | 'unknown-user';

/** The accounts that were given a role. */
export interface MemberStore {
  /** By name. */
  list(procedureId: string): Promise<readonly Member[]>;
  set(procedureId: string, userId: string, role: Role): Promise<MemberChange>;
  remove(procedureId: string, userId: string): Promise<MemberChange>;
}

export function createMemberStore(kysely: Kysely<Tables>): MemberStore {
  return {
    list: (procedureId) =>
      kysely
        .selectFrom('member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .select(['member.user_id as userId', 'user.name', 'user.email', 'member.role'])
        .where('member.procedure_id', '=', procedureId)
        .orderBy('user.name')
        .orderBy('user.id')
        .execute(),

    set: (procedureId, userId, role) =>
      changeMembers(kysely, procedureId, async (transaction) => {
        if (role !== 'owner' && (await isLastOwner(transaction, procedureId, userId)))
          return 'last-owner';
        await transaction
          .insertInto('member')
          .values({ procedure_id: procedureId, user_id: userId, role })
          .onConflict((conflict) =>
            conflict.columns(['procedure_id', 'user_id']).doUpdateSet({ role }),
          )
          .execute();
        return 'done';
      }),

    remove: (procedureId, userId) =>
      changeMembers(kysely, procedureId, async (transaction) => {
        if (await isLastOwner(transaction, procedureId, userId)) return 'last-owner';
        const { numDeletedRows } = await transaction
          .deleteFrom('member')
          .where('procedure_id', '=', procedureId)
          .where('user_id', '=', userId)
          .executeTakeFirst();
        return numDeletedRows > 0n ? 'done' : 'unknown-user';
      }),
  };
}

async function changeMembers(
  kysely: Kysely<Tables>,
  procedureId: string,
  change: (transaction: Transaction<Tables>) => Promise<MemberChange>,
): Promise<MemberChange> {
  return kysely.transaction().execute(async (transaction) => {
    // Locks the procedure's row, so that two owners cannot step down at the same moment.
    await transaction
      .updateTable('procedure')
      .set((row) => ({ title: row.ref('title') }))
      .where('id', '=', procedureId)
      .execute();
    return change(transaction);
  });
}

async function isLastOwner(
  transaction: Transaction<Tables>,
  procedureId: string,
  userId: string,
): Promise<boolean> {
  const owners = await transaction
    .selectFrom('member')
    .select('user_id')
    .where('procedure_id', '=', procedureId)
    .where('role', '=', 'owner')
    .execute();
  return owners.length === 1 && owners[0]?.user_id === userId;
}
