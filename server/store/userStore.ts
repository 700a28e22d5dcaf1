import { type Kysely, sql } from 'kysely';
import type { User } from '#protocol/api.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

/** Without an administrator nobody could make one again, so the last one stays. */
type UserChange =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly code: 'unknown-user' | 'last-admin' };

/** Until when the password is one that was handed over; null when it is the person's own. */
export interface PasswordState {
  readonly initialPasswordUntil: string | null;
}

type Account = User & PasswordState;

interface AccountState {
  readonly isActive?: boolean | undefined;
  readonly isAdmin?: boolean | undefined;
}

/** Reads the accounts and changes what they may do; `#server/auth/accounts.ts` makes them. */
export interface UserStore {
  /** By name; closed accounts too. */
  list(): Promise<readonly User[]>;
  find(userId: string): Promise<Account | undefined>;
  findByEmail(email: string): Promise<Account | undefined>;
  /** Whether there is one who can sign in. */
  hasAdmin(): Promise<boolean>;
  change(userId: string, state: AccountState): Promise<UserChange>;
}

export function createUserStore(kysely: Kysely<Tables>, now: Clock): UserStore {
  return {
    async list() {
      return (await select(kysely).orderBy('name').orderBy('id').execute()).map(toUser);
    },
    find: (userId) => findUser(kysely, userId),
    async findByEmail(email) {
      const row = await select(kysely)
        .where('email', '=', email.trim().toLowerCase())
        .executeTakeFirst();
      return row && toUser(row);
    },
    hasAdmin: () => hasAdmin(kysely),
    change: (userId, state) =>
      kysely.transaction().execute(async (transaction) => {
        await lockAdmins(transaction);
        const user = await findUser(transaction, userId);
        if (!user) return { ok: false, code: 'unknown-user' };
        const { isActive = user.isActive, isAdmin = user.isAdmin } = state;
        const changed = { ...user, isActive, isAdmin };
        const losesAdmin = isWorkingAdmin(user) && !isWorkingAdmin(changed);
        if (losesAdmin && (await countOtherAdmins(transaction, userId)) === 0)
          return { ok: false, code: 'last-admin' };
        await writeState(transaction, changed, now());
        return { ok: true, user: changed };
      }),
  };
}

function select(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom('user')
    .select(['id', 'name', 'email', 'isAdmin', 'deactivatedAt'])
    .select(['twoFactorEnabled', 'initialPasswordUntil']);
}

type UserRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toUser(row: UserRow): Account {
  const { id, name, email, initialPasswordUntil } = row;
  return {
    id,
    name,
    email,
    isAdmin: Boolean(row.isAdmin),
    isActive: row.deactivatedAt === null,
    hasSecondFactor: Boolean(row.twoFactorEnabled),
    initialPasswordUntil,
  };
}

async function findUser(kysely: Kysely<Tables>, userId: string): Promise<Account | undefined> {
  const row = await select(kysely).where('id', '=', userId).executeTakeFirst();
  return row && toUser(row);
}

function isWorkingAdmin({ isAdmin, isActive }: User): boolean {
  return isAdmin && isActive;
}

async function hasAdmin(kysely: Kysely<Tables>): Promise<boolean> {
  return (await select(kysely).execute()).some((row) => isWorkingAdmin(toUser(row)));
}

/** Two administrators who close each other's account at the same moment wait for each other here. */
async function lockAdmins(transaction: Kysely<Tables>): Promise<void> {
  await sql`update "user" set name = name where "isAdmin"`.execute(transaction);
}

async function countOtherAdmins(transaction: Kysely<Tables>, userId: string): Promise<number> {
  const rows = await select(transaction).where('id', '!=', userId).execute();
  return rows.filter((row) => isWorkingAdmin(toUser(row))).length;
}

async function writeState(transaction: Kysely<Tables>, user: User, now: Date): Promise<void> {
  await transaction
    .updateTable('user')
    .set({
      isAdmin: user.isAdmin,
      deactivatedAt: user.isActive ? null : now.toISOString(),
    })
    .where('id', '=', user.id)
    .execute();
}
