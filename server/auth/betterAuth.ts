import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { passwordLength } from '#protocol/api.ts';
import type { Database } from '#server/store/database.ts';

/** How long one stays signed in, in hours. */
export interface SessionLimits {
  /** Without doing anything. */
  readonly idleHours: number;
  /** Whatever one does. */
  readonly longestHours: number;
}

export const defaultSessionLimits: SessionLimits = { idleHours: 7 * 24, longestHours: 30 * 24 };

export interface AuthSettings {
  readonly database: Database;
  readonly secret: string;
  /** Cookies travel over https only. */
  readonly isSecure: boolean;
  readonly sessionLimits: SessionLimits;
}

export type Auth = ReturnType<typeof createAuth>;

const hourSeconds = 60 * 60;

/** How long a device that was trusted is asked for no code; each sign-in there begins it anew. */
const trustSeconds = 30 * 24 * hourSeconds;

/** After so many wrong codes in a row an account takes none for a while, whoever sends them. */
export const codeLockout = { maxFailedAttempts: 10, durationSeconds: 15 * 60 } as const;

/**
 * better-auth without an HTTP surface of its own: our routes call its functions, check the origin and
 * limit the rate. Nobody signs up, and nothing is reported to anybody.
 */
export function createAuth({ database, secret, isSecure, sessionLimits }: AuthSettings) {
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
        initialPasswordUntil: { type: 'string', required: false, input: false },
      },
    },
    plugins: [
      twoFactor({
        accountLockout: codeLockout,
        trustDeviceMaxAge: trustSeconds,
        // What it keeps are hashes that `secondFactor.ts` makes once the first code was right.
        backupCodeOptions: { storeBackupCodes: 'plain', customBackupCodesGenerate: () => [] },
      }),
    ],
    // A session is prolonged by what its person does, at most once in a tenth of that time.
    session: { expiresIn: idleSeconds, updateAge: idleSeconds / 10, freshAge: 0 },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'alur',
      // Its own prefix would be `__Secure-`; with this one browsers take the cookie from this very host only.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure },
      ...(isSecure && { cookies: toHostCookies(['session_token', 'two_factor', 'trust_device']) }),
    },
    logger: { disabled: true },
  });
}

function toHostCookies(names: readonly string[]): Record<string, { readonly name: string }> {
  return Object.fromEntries(names.map((name) => [name, { name: `__Host-alur.${name}` }]));
}

/** What better-auth answers, or the code with which it refuses what the person asked for. */
export type AuthAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string };

/** Waits for a call to better-auth. Throws what is no refusal. */
export async function answered<T>(call: Promise<T>): Promise<AuthAnswer<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500)
      return { ok: false, code: error.body?.code ?? '' };
    throw error;
  }
}
