import type { Kysely } from 'kysely';
import type { Me } from '#protocol/api.ts';
import type { Tables } from './tables.ts';

/** Reads the accounts; `#server/auth/accounts.ts` makes them. */
export interface UserStore {
  /** By name. */
  list(): Promise<readonly Me[]>;
  findByEmail(email: string): Promise<Me | undefined>;
  hasAdmin(): Promise<boolean>;
}

export function createUserStore(kysely: Kysely<Tables>): UserStore {
  const select = () => kysely.selectFrom('user').select(['id', 'name', 'email', 'isAdmin']);
  return {
    async list() {
      const rows = await select().orderBy('name').orderBy('id').execute();
      return rows.map(toMe);
    },
    async findByEmail(email) {
      const row = await select().where('email', '=', email.trim().toLowerCase()).executeTakeFirst();
      return row && toMe(row);
    },
    async hasAdmin() {
      const rows = await select().execute();
      return rows.some((row) => toMe(row).isAdmin);
    },
  };
}

function toMe(row: Omit<Me, 'isAdmin'> & { readonly isAdmin: boolean | number }): Me {
  return { id: row.id, name: row.name, email: row.email, isAdmin: Boolean(row.isAdmin) };
}
