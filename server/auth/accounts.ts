import type { Duty, Me, Session as SessionSummary, User } from '#protocol/api.ts';
import type { Clock } from '#server/store/clock.ts';
import type { PasswordState, UserStore } from '#server/store/userStore.ts';
import { type Auth, answered, type SessionLimits } from './betterAuth.ts';
import { findDuty, type SecondFactorPolicy } from './duty.ts';
import { newInitialPassword } from './initialPassword.ts';
import type { CodeRefusal, SecondFactor } from './secondFactor.ts';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly isAdmin: boolean;
}

/** Where a request comes from; address and program are kept with the session. */
interface Client {
  readonly address: string;
  readonly userAgent: string;
  readonly cookie: string;
}

/** An answer of better-auth that sets cookies. */
interface WithCookies<T> {
  readonly value: T;
  readonly cookies: readonly string[];
}

type SignedIn =
  | ({ readonly ok: true } & WithCookies<Me>)
  /** The password was right; the cookies let the code follow. */
  | { readonly ok: false; readonly code: 'code-needed'; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly code: 'wrong-password' | 'account-closed' | 'expired-password' };

type SignedInByCode =
  | ({ readonly ok: true } & WithCookies<Me>)
  | { readonly ok: false; readonly code: CodeRefusal | 'account-closed' };

interface Session extends WithCookies<Me> {
  /** What this person has to do before anything else. */
  readonly duty: Duty | undefined;
}

/** A new account, and the password to hand over. */
interface Invited {
  readonly user: Me;
  readonly initialPassword: string;
}

/** Accounts, passwords and sessions: better-auth behind the few calls that we make. */
export interface Accounts {
  /** The cookie of the request may say that the device is trusted, so that no code is asked for. */
  signIn(
    credentials: { readonly email: string; readonly password: string },
    client: Client,
  ): Promise<SignedIn>;
  /** The second step of a sign-in that awaits a code of this person. */
  signInByCode(
    userId: string,
    offered: { readonly code: string; readonly trustDevice: boolean },
    client: Client,
  ): Promise<SignedInByCode>;
  /** Ends the session of the cookie, if there is one. */
  signOut(cookie: string): Promise<WithCookies<undefined>>;
  /** Whose session the cookie belongs to; `cookies` prolong it. */
  findSession(cookie: string): Promise<Session | undefined>;
  /** The sessions of the person whose cookie it is, newest first. */
  listSessions(cookie: string): Promise<readonly SessionSummary[]>;
  /** Ends all sessions of that person but the cookie's own; every device is asked for a code again. */
  endOtherSessions(cookie: string): Promise<void>;
  /** False when the current password is wrong. Ends the person's other sessions. */
  changePassword(
    cookie: string,
    change: { readonly currentPassword: string; readonly newPassword: string },
  ): Promise<boolean>;
  /** A password to hand over to who forgot theirs; resolves with it. Ends all their sessions. */
  giveInitialPassword(userId: string): Promise<string>;
  endSessions(userId: string): Promise<void>;
  /** With the person's own password. Undefined when the e-mail address has an account already. */
  createUser(user: NewUser): Promise<Me | undefined>;
  /** With a password to hand over. Undefined when the e-mail address has an account already. */
  invite(user: Omit<NewUser, 'password'>): Promise<Invited | undefined>;
}

export interface AccountsParts {
  readonly auth: Auth;
  readonly secondFactor: SecondFactor;
  readonly users: UserStore;
  readonly sessionLimits: SessionLimits;
  readonly secondFactorPolicy: SecondFactorPolicy;
  readonly now: Clock;
}

export function openAccounts(parts: AccountsParts): Accounts {
  const { auth, secondFactor, users, now } = parts;
  const longestMs = parts.sessionLimits.longestHours * 60 * 60 * 1000;

  /** The session of the cookie while it counts, as better-auth has it. */
  async function findSession(cookie: string) {
    const headers = new Headers({ cookie });
    const found = await auth.api.getSession({ headers, returnHeaders: true });
    if (!found.response) return undefined;
    const { session, user } = found.response;
    const isTooOld = now().getTime() - session.createdAt.getTime() > longestMs;
    if (!isTooOld && !user.deactivatedAt) return { session, user, headers: found.headers };
    await endSession(session.token);
    return undefined;
  }

  async function endSession(token: string): Promise<void> {
    await (await auth.$context).internalAdapter.deleteSession(token);
  }

  async function endOtherSessions(cookie: string): Promise<void> {
    const headers = new Headers({ cookie });
    const found = await auth.api.getSession({ headers });
    if (!found) return;
    await answered(auth.api.revokeOtherSessions({ headers }));
    await secondFactor.forgetTrustedDevices(found.user.id);
  }

  async function createUser(
    user: NewUser,
    initialPasswordUntil: string | null,
  ): Promise<Me | undefined> {
    if (await users.findByEmail(user.email)) return undefined;
    const { internalAdapter, password } = await auth.$context;
    const hash = await password.hash(user.password);
    const { name, email, isAdmin } = user;
    const created = await internalAdapter
      .createUser(
        { name, email, isAdmin, initialPasswordUntil, emailVerified: true },
        { method: 'admin' },
      )
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
  }

  return {
    async signIn(credentials, client) {
      const result = await answered(
        auth.api.signInEmail({
          body: credentials,
          headers: toHeaders(client),
          returnHeaders: true,
        }),
      );
      if (!result.ok) return { ok: false, code: 'wrong-password' };
      const { response, headers } = result.value;
      const cookies = headers.getSetCookie();
      const user = await users.findByEmail(credentials.email);
      const refusal = user ? findRefusal(user, now()) : 'wrong-password';
      // Of a session that better-auth took back already there is no token.
      if (refusal && 'token' in response) await endSession(response.token);
      if (!user || refusal) return { ok: false, code: refusal ?? 'wrong-password' };
      if (!('token' in response)) return { ok: false, code: 'code-needed', cookies };
      return { ok: true, value: toMe(user), cookies };
    },

    async signInByCode(userId, offered, client) {
      const result = await secondFactor.signIn(userId, offered, toHeaders(client));
      if (!result.ok) return { ok: false, code: result.code };
      const user = await users.find(userId);
      if (user?.isActive) return { ok: true, value: toMe(user), cookies: result.cookies };
      if (result.token) await endSession(result.token);
      return { ok: false, code: 'account-closed' };
    },

    async signOut(cookie) {
      const headers = new Headers({ cookie });
      const result = await answered(auth.api.signOut({ headers, returnHeaders: true }));
      return { value: undefined, cookies: result.ok ? result.value.headers.getSetCookie() : [] };
    },

    async findSession(cookie) {
      const found = await findSession(cookie);
      if (!found) return undefined;
      return {
        value: toMe(found.user),
        duty: findDuty(found.user, parts.secondFactorPolicy),
        cookies: found.headers.getSetCookie(),
      };
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
      const result = await answered(
        auth.api.changePassword({
          // It would end this session too, and with it the sockets of this browser.
          body: { ...change, revokeOtherSessions: false },
          headers: new Headers({ cookie }),
        }),
      );
      if (!result.ok) return false;
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updateUser(result.value.user.id, { initialPasswordUntil: null });
      await endOtherSessions(cookie);
      return true;
    },

    async giveInitialPassword(userId) {
      const { internalAdapter, password } = await auth.$context;
      const initial = newInitialPassword(now());
      await internalAdapter.updatePassword(userId, await password.hash(initial.password));
      await internalAdapter.updateUser(userId, { initialPasswordUntil: initial.until });
      await internalAdapter.deleteUserSessions(userId);
      await secondFactor.forgetTrustedDevices(userId);
      return initial.password;
    },

    async endSessions(userId) {
      await (await auth.$context).internalAdapter.deleteUserSessions(userId);
    },

    createUser: (user) => createUser(user, null),

    async invite(user) {
      const { password, until } = newInitialPassword(now());
      const created = await createUser({ ...user, password }, until);
      return created && { user: created, initialPassword: password };
    },
  };
}

function toHeaders({ address, userAgent, cookie }: Client): Headers {
  return new Headers({ 'x-forwarded-for': address, 'user-agent': userAgent, cookie });
}

/** Why an account whose password is right cannot be used. */
function findRefusal(
  { isActive, initialPasswordUntil }: User & PasswordState,
  now: Date,
): 'account-closed' | 'expired-password' | undefined {
  if (!isActive) return 'account-closed';
  const isOver = initialPasswordUntil !== null && new Date(initialPasswordUntil) < now;
  return isOver ? 'expired-password' : undefined;
}

function toMe({ id, name, email, isAdmin }: Me): Me {
  return { id, name, email, isAdmin };
}
