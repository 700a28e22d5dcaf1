import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Me } from '#protocol/api.ts';
import type { Database } from '#server/store/database.ts';
import { createUserStore } from '#server/store/userStore.ts';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly isAdmin: boolean;
}

/** Where a request comes from; kept with the session. */
interface Client {
  readonly address: string;
  readonly userAgent: string;
}

/** An answer of better-auth that sets cookies. */
interface WithCookies<T> {
  readonly value: T;
  readonly cookies: readonly string[];
}

/** Accounts, passwords and sessions: better-auth behind the few calls that we make. */
export interface Accounts {
  /** Undefined when e-mail or password is wrong. */
  signIn(
    credentials: { readonly email: string; readonly password: string },
    client: Client,
  ): Promise<WithCookies<Me> | undefined>;
  /** Ends the session of the cookie, if there is one. */
  signOut(cookie: string): Promise<WithCookies<undefined>>;
  /** Whose session the cookie belongs to; `cookies` prolong it. */
  findSession(cookie: string): Promise<WithCookies<Me> | undefined>;
  /** False when the current password is wrong. Ends the person's other sessions. */
  changePassword(
    cookie: string,
    change: { readonly currentPassword: string; readonly newPassword: string },
  ): Promise<WithCookies<boolean>>;
  /** Undefined when the e-mail address has an account already. */
  createUser(user: NewUser): Promise<Me | undefined>;
}

export interface AccountsSettings {
  readonly database: Database;
  readonly secret: string;
  /** Cookies travel over https only. */
  readonly isSecure: boolean;
}

export function openAccounts(settings: AccountsSettings): Accounts {
  const auth = createAuth(settings);
  const users = createUserStore(settings.database.kysely);

  return {
    async signIn(credentials, client) {
      const headers = new Headers({
        'x-forwarded-for': client.address,
        'user-agent': client.userAgent,
      });
      const result = await refusable(
        auth.api.signInEmail({ body: credentials, headers, returnHeaders: true }),
      );
      if (!result) return undefined;
      const me = await users.findByEmail(result.response.user.email);
      return me && { value: me, cookies: result.headers.getSetCookie() };
    },

    async signOut(cookie) {
      const headers = new Headers({ cookie });
      const result = await refusable(auth.api.signOut({ headers, returnHeaders: true }));
      return { value: undefined, cookies: result?.headers.getSetCookie() ?? [] };
    },

    async findSession(cookie) {
      const headers = new Headers({ cookie });
      const { response, headers: answer } = await auth.api.getSession({
        headers,
        returnHeaders: true,
      });
      if (!response) return undefined;
      const { id, name, email, isAdmin } = response.user;
      return { value: { id, name, email, isAdmin }, cookies: answer.getSetCookie() };
    },

    async changePassword(cookie, change) {
      const result = await refusable(
        auth.api.changePassword({
          body: { ...change, revokeOtherSessions: true },
          headers: new Headers({ cookie }),
          returnHeaders: true,
        }),
      );
      return { value: result !== undefined, cookies: result?.headers.getSetCookie() ?? [] };
    },

    async createUser(user) {
      if (await users.findByEmail(user.email)) return undefined;
      const { internalAdapter, password } = await auth.$context;
      const hash = await password.hash(user.password);
      const { name, email, isAdmin } = user;
      const created = await internalAdapter
        .createUser({ name, email, isAdmin, emailVerified: true }, { method: 'admin' })
        .catch(async (error: unknown) => {
          // Somebody made the same account between our look and our insert.
          if (await users.findByEmail(email)) return undefined;
          throw error;
        });
      if (!created) return undefined;
      await internalAdapter.linkAccount({
        userId: created.id,
        accountId: created.id,
        providerId: 'credential',
        password: hash,
      });
      return { id: created.id, name: created.name, email: created.email, isAdmin };
    },
  };
}

const daySeconds = 24 * 60 * 60;

/**
 * better-auth without an HTTP surface of its own: our routes call its functions, check the origin and
 * limit the rate. Nobody signs up, and nothing is reported to anybody.
 */
export function createAuth({ database, secret, isSecure }: AccountsSettings) {
  return betterAuth({
    appName: 'Alur',
    // Only for links in e-mails, which are not sent.
    baseURL: 'http://localhost',
    secret,
    database: { db: database.kysely, type: database.kind, transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
    },
    user: {
      additionalFields: {
        isAdmin: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: 14 * daySeconds, updateAge: daySeconds, freshAge: 0 },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: 'alur', useSecureCookies: isSecure },
    logger: { disabled: true },
  });
}

/** Undefined where better-auth refuses what the person asked for. */
async function refusable<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined;
    throw error;
  }
}
