import type { Kysely } from 'kysely';
import type { ApiToken, Me } from '#protocol/api.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

interface NewApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

/** The tokens that scripts sign in with. */
export interface ApiTokenStore {
  /** The person's own, newest first. */
  list(userId: string): Promise<readonly ApiToken[]>;
  add(token: NewApiToken): Promise<ApiToken>;
  /** False for an unknown token, or another person's. */
  remove(userId: string, tokenId: string): Promise<boolean>;
  /** Whose token it is, while neither it nor the account has ended; notes when it was used. */
  findUser(tokenHash: string): Promise<Me | undefined>;
}

/** The last use is noted at most this often, so that a busy script does not write at every call. */
const useNoteIntervalMs = 60_000;

export function createApiTokenStore(kysely: Kysely<Tables>, now: Clock): ApiTokenStore {
  return {
    async list(userId) {
      const rows = await kysely
        .selectFrom('api_token')
        .select(['id', 'name', 'created_at', 'last_used_at', 'expires_at'])
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        createdAt: row.created_at,
        lastUsedAt: row.last_used_at,
        expiresAt: row.expires_at,
      }));
    },

    async add({ id, userId, name, tokenHash, ...token }) {
      const createdAt = now().toISOString();
      const expiresAt = token.expiresAt.toISOString();
      await kysely
        .insertInto('api_token')
        .values({
          id,
          user_id: userId,
          name,
          token_hash: tokenHash,
          created_at: createdAt,
          last_used_at: null,
          expires_at: expiresAt,
        })
        .execute();
      return { id, name, createdAt, lastUsedAt: null, expiresAt };
    },

    async remove(userId, tokenId) {
      const { numDeletedRows } = await kysely
        .deleteFrom('api_token')
        .where('user_id', '=', userId)
        .where('id', '=', tokenId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async findUser(tokenHash) {
      const row = await kysely
        .selectFrom('api_token')
        .innerJoin('user', 'user.id', 'api_token.user_id')
        .select(['user.id', 'user.name', 'user.email', 'user.isAdmin', 'api_token.last_used_at'])
        .where('api_token.token_hash', '=', tokenHash)
        .where('user.deactivatedAt', 'is', null)
        .where((where) =>
          where.or([
            where('api_token.expires_at', 'is', null),
            where('api_token.expires_at', '>', now().toISOString()),
          ]),
        )
        .executeTakeFirst();
      if (!row) return undefined;
      await noteUse(kysely, tokenHash, row.last_used_at, now());
      return { id: row.id, name: row.name, email: row.email, isAdmin: Boolean(row.isAdmin) };
    },
  };
}

async function noteUse(
  kysely: Kysely<Tables>,
  tokenHash: string,
  lastUsedAt: string | null,
  now: Date,
): Promise<void> {
  if (lastUsedAt && now.getTime() - Date.parse(lastUsedAt) < useNoteIntervalMs) return;
  await kysely
    .updateTable('api_token')
    .set({ last_used_at: now.toISOString() })
    .where('token_hash', '=', tokenHash)
    .execute();
}
