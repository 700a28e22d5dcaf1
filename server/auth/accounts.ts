import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Me, Session } from '#protocol/api.ts';
import { passwordLength } from '#protocol/api.ts';
import type { Clock } from '#server/store/clock.ts';
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

type SignedIn =
  | ({ readonly ok: true } & WithCookies<Me>)
  | { readonly ok: false; readonly code: 'wrong-password' | 'account-closed' };

/** Accounts, passwords and sessions: better-auth behind the few calls that we make. */
export interface Accounts {
  signIn(
    credentials: { readonly email: string; readonly password: string },
    client: Client,
  ): Promise<SignedIn>;
  /** Ends the session of the cookie, if there is one. */
  signOut(cookie: string): Promise<WithCookies<undefined>>;
  /** Whose session the cookie belongs to; `cookies` prolong it. */
  findSession(cookie: string): Promise<WithCookies<Me> | undefined>;
  /** The sessions of the person whose cookie it is, newest first. */
  listSessions(cookie: string): Promise<readonly Session[]>;
  /** Ends all sessions of that person but the cookie's own. */
  endOtherSessions(cookie: string): Promise<void>;
  /** False when the current password is wrong. Ends the person's other sessions. */
  changePassword(
    cookie: string,
    change: { readonly currentPassword: string; readonly newPassword: string },
  ): Promise<boolean>;
  /** For a person who forgot theirs. Ends all their sessions. */
  resetPassword(userId: string, password: string): Promise<void>;
  endSessions(userId: string): Promise<void>;
  /** Undefined when the e-mail address has an account already. */
  createUser(user: NewUser): Promise<Me | undefined>;
}

/** How long one stays signed in, in hours. */
export interface SessionLimits {
  /** Without doing anything. */
  readonly idleHours: number;
  /** Whatever one does. */
  readonly longestHours: number;
}

export const defaultSessionLimits: SessionLimits = { idleHours: 7 * 24, longestHours: 30 * 24 };

export interface AccountsSettings {
  readonly database: Database;
  readonly secret: string;
  /** Cookies travel over https only. */
  readonly isSecure: boolean;
  readonly sessionLimits: SessionLimits;
  readonly now: Clock;
}

export function openAccounts(settings: AccountsSettings): Accounts {
  const { now, sessionLimits } = settings;
  const auth = createAuth(settings);
  const users = createUserStore(settings.database.kysely, now);
  const longestMs = sessionLimits.longestHours * hourSeconds * 1000;

  /** The session of the cookie while it counts, as better-auth has it. */
  async function findSession(cookie: string) {
    const headers = new Headers({ cookie });
    const found = await auth.api.getSession({ headers, returnHeaders: true });
    if (!found.response) return undefined;
    const { session, user } = found.response;
    const isTooOld = now().getTime() - session.createdAt.getTime() > longestMs;
    if (!isTooOld && !user.deactivatedAt) return { session, user, headers: found.headers };
    await (await auth.$context).internalAdapter.deleteSession(session.token);
    return undefined;
  }

  async function endOtherSessions(cookie: string): Promise<void> {
    await refusable(auth.api.revokeOtherSessions({ headers: new Headers({ cookie }) }));
  }

  return {
    async signIn(credentials, client) {
      const headers = new Headers({
        'x-forwarded-for': client.address,
        'user-agent': client.userAgent,
      });
      const result = await refusable(
        auth.api.signInEmail({ body: credentials, headers, returnHeaders: true }),
      );
      if (!result) return { ok: false, code: 'wrong-password' };
      const user = await users.findByEmail(result.response.user.email);
      if (user?.isActive)
        return { ok: true, value: toMe(user), cookies: result.headers.getSetCookie() };
      await (await auth.$context).internalAdapter.deleteSession(result.response.token);
      return { ok: false, code: user ? 'account-closed' : 'wrong-password' };
    },

    async signOut(cookie) {
      const headers = new Headers({ cookie });
      const result = await refusable(auth.api.signOut({ headers, returnHeaders: true }));
      return { value: undefined, cookies: result?.headers.getSetCookie() ?? [] };
    },

    async findSession(cookie) {
      const found = await findSession(cookie);
      return found && { value: toMe(found.user), cookies: found.headers.getSetCookie() };
    },

    async listSessions(cookie) {
      const found = await findSession(cookie);
      if (!found) return [];
      const { internalAdapter } = await auth.$context;
      const sessions = await internalAdapter.listSessions(found.user.id);
      return sessions
        .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        .map((session) => ({
          createdAt: session.createdAt.toISOString(),
          expiresAt: session.expiresAt.toISOString(),
          address: session.ipAddress ?? '',
          userAgent: session.userAgent ?? '',
          isCurrent: session.token === found.session.token,
        }));
    },

    endOtherSessions,

    async changePassword(cookie, change) {
      const result = await refusable(
        auth.api.changePassword({
          // It would end this session too, and with it the sockets of this browser.
          body: { ...change, revokeOtherSessions: false },
          headers: new Headers({ cookie }),
        }),
      );
      if (!result) return false;
      await endOtherSessions(cookie);
      return true;
    },

    async resetPassword(userId, newPassword) {
      const { internalAdapter, password } = await auth.$context;
      await internalAdapter.updatePassword(userId, await password.hash(newPassword));
      await internalAdapter.deleteUserSessions(userId);
    },

    async endSessions(userId) {
      await (await auth.$context).internalAdapter.deleteUserSessions(userId);
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

function toMe({ id, name, email, isAdmin }: Me): Me {
  return { id, name, email, isAdmin };
}

const hourSeconds = 60 * 60;

/**
 * better-auth without an HTTP surface of its own: our routes call its functions, check the origin and
 * limit the rate. Nobody signs up, and nothing is reported to anybody.
 */
export function createAuth({ database, secret, isSecure, sessionLimits }: AccountsSettings) {
  const idleSeconds = sessionLimits.idleHours * hourSeconds;
  return betterAuth({
    appName: 'Alur',
    // Only for links in e-mails, which are not sent.
    baseURL: 'http://localhost',
    secret,
    database: { db: database.kysely, type: database.kind, transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: {
      additionalFields: {
        isAdmin: { type: 'boolean', required: true, defaultValue: false, input: false },
        deactivatedAt: { type: 'string', required: false, input: false },
      },
    },
    // A session is prolonged by what its person does, at most once in a tenth of that time.
    session: { expiresIn: idleSeconds, updateAge: idleSeconds / 10, freshAge: 0 },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'alur',
      // Its own prefix would be `__Secure-`; with this one browsers take the cookie from this very host only.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure },
      ...(isSecure && { cookies: { session_token: { name: '__Host-alur.session_token' } } }),
    },
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
