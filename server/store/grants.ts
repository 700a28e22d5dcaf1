import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Role } from '#protocol/roles.ts';
import type { Tables } from './tables.ts';

interface Grant {
  readonly procedure_id: string;
  readonly role: Role;
}

/** The roles that a person has at that time: as a member, and by links that are still valid. */
export function grantsOf(
  kysely: Kysely<Tables>,
  userId: string,
  at: Date,
): SelectQueryBuilder<Tables & { grants: Grant }, 'grants', Grant> {
  return kysely
    .selectFrom(
      kysely
        .selectFrom('member')
        .select(['procedure_id', 'role'])
        .where('user_id', '=', userId)
        .unionAll(
          kysely
            .selectFrom('link_member')
            .innerJoin('share_link', 'share_link.id', 'link_member.link_id')
            .select(['share_link.procedure_id', 'share_link.role'])
            .where('link_member.user_id', '=', userId)
            .where('share_link.expires_at', '>', at.toISOString()),
        )
        .as('grants'),
    )
    .select(['procedure_id', 'role']);
}
