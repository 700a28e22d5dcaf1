import type { Me } from '#protocol/api.ts';
import type { UserStore } from '#server/store/userStore.ts';
import type { Accounts, NewUser } from './accounts.ts';
import type { FindWeakness } from './passwordPolicy.ts';
import { isSameToken, newSecretToken } from './secretTokens.ts';

/** The way to the first administrator: a one-time token, printed at the start. */
export interface FirstAdmin {
  /** Undefined when an administrator exists. */
  readonly token: string | undefined;
  /** Undefined when the token is wrong or used, or the e-mail address has an account. */
  create(token: string, user: Omit<NewUser, 'isAdmin'>): Promise<Me | undefined>;
}

/** An administrator to make at the first start, from the environment. */
export interface InitialAdmin {
  readonly email: string;
  readonly password: string;
}

export interface FirstAdminParts {
  readonly accounts: Accounts;
  readonly users: UserStore;
  readonly findWeakness: FindWeakness;
  readonly initial: InitialAdmin | undefined;
}

export async function openFirstAdmin(parts: FirstAdminParts): Promise<FirstAdmin> {
  const { accounts, users, initial } = parts;
  if (!(await users.hasAdmin()) && initial) await createInitial(parts, initial);
  let token = (await users.hasAdmin()) ? undefined : newSecretToken();
  return {
    get token() {
      return token;
    },
    async create(offered, user) {
      if (!token || !isSameToken(offered, token)) return undefined;
      // Taken before the first await, so that two requests at once make one administrator.
      const taken = token;
      token = undefined;
      try {
        if (await users.hasAdmin()) return undefined;
        const created = await accounts.createUser({ ...user, isAdmin: true });
        if (!created) token = taken;
        return created;
      } catch (error) {
        token = taken;
        throw error;
      }
    },
  };
}

async function createInitial(
  { accounts, users, findWeakness }: FirstAdminParts,
  { email, password }: InitialAdmin,
): Promise<void> {
  if (await findWeakness(password, { name: '', email }))
    throw new RangeError(
      'ALUR_ADMIN_PASSWORD is easily guessed or was leaked; take several unrelated words',
    );
  const created = await accounts.createUser({
    name: 'Administrator',
    email,
    password,
    isAdmin: true,
  });
  // Another node may have been first.
  if (!created && !(await users.hasAdmin()))
    throw new RangeError('ALUR_ADMIN_EMAIL names an account that is no administrator');
}
