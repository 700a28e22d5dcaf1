import type { Kysely } from 'kysely';
import type { ShareLink } from '#protocol/api.ts';
import type { Role } from '#protocol/roles.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

interface NewLink {
  readonly id: string;
  readonly procedureId: string;
  readonly role: Role;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

interface Redeemed {
  readonly procedureId: string;
  readonly role: Role;
}

/** Links that give a role until they expire or are revoked. */
export interface LinkStore {
  /** Newest first, expired ones too. */
  list(procedureId: string): Promise<readonly ShareLink[]>;
  add(link: NewLink): Promise<ShareLink>;
  /** Takes the role from everybody who redeemed it. False for an unknown link. */
  revoke(procedureId: string, linkId: string): Promise<boolean>;
  /** Gives the link's role to the person. Undefined when it is unknown, revoked, expired or leads nowhere. */
  redeem(tokenHash: string, userId: string): Promise<Redeemed | undefined>;
}

export function createLinkStore(kysely: Kysely<Tables>, now: Clock): LinkStore {
  return {
    async list(procedureId) {
      const rows = await kysely
        .selectFrom('share_link')
        .select(['id', 'role', 'expires_at'])
        .where('procedure_id', '=', procedureId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ id: row.id, role: row.role, expiresAt: row.expires_at }));
    },

    async add({ id, procedureId, role, tokenHash, expiresAt }) {
      const expires = expiresAt.toISOString();
      await kysely
        .insertInto('share_link')
        .values({
          id,
          procedure_id: procedureId,
          role,
          token_hash: tokenHash,
          created_at: now().toISOString(),
          expires_at: expires,
        })
        .execute();
      return { id, role, expiresAt: expires };
    },

    async revoke(procedureId, linkId) {
      const { numDeletedRows } = await kysely
        .deleteFrom('share_link')
        .where('procedure_id', '=', procedureId)
        .where('id', '=', linkId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    redeem: (tokenHash, userId) => redeemLink(kysely, now(), tokenHash, userId),
  };
}

async function redeemLink(
  kysely: Kysely<Tables>,
  now: Date,
  tokenHash: string,
  userId: string,
): Promise<Redeemed | undefined> {
  const link = await kysely
    .selectFrom('share_link')
    .innerJoin('procedure', 'procedure.id', 'share_link.procedure_id')
    .select(['share_link.id', 'share_link.procedure_id', 'share_link.role'])
    .where('share_link.token_hash', '=', tokenHash)
    .where('share_link.expires_at', '>', now.toISOString())
    .where('procedure.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!link) return undefined;
  await kysely
    .insertInto('link_member')
    .values({ link_id: link.id, user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { procedureId: link.procedure_id, role: link.role };
}
