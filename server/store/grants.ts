import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Role } from '#protocol/roles.ts';
import type { Tables } from './tables.ts';

interface Grant {
  readonly procedure_id: string;
  readonly role: Role;
}

/**
 * The roles that a person has at that time: as a member, and by links that are still valid. Those in a
 * procedure count for its variants too.
 */
export function grantsOf(
  kysely: Kysely<Tables>,
  userId: string,
  at: Date,
): SelectQueryBuilder<Tables & { grants: Grant }, 'grants', Grant> {
  const own = kysely
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
    );
  const inVariants = kysely
    .selectFrom('procedure')
    .innerJoin(own.as('own'), 'own.procedure_id', 'procedure.variant_of')
    .select(['procedure.id as procedure_id', 'own.role']);
  return kysely.selectFrom(own.unionAll(inVariants).as('grants')).select(['procedure_id', 'role']);
}
