import { resolve } from 'node:path';
import { passwordLength } from '#protocol/api.ts';
import { defaultSessionLimits, type SessionLimits } from './auth/betterAuth.ts';
import { SECOND_FACTOR_POLICIES, type SecondFactorPolicy } from './auth/duty.ts';
import type { InitialAdmin } from './auth/firstAdmin.ts';

/** What the environment says, checked. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** SQLite, the secret and whatever else must survive; absolute. */
  readonly dataFolder: string;
  /** `postgres://…`; undefined: SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** `redis://…`, through which nodes on one PostgreSQL hear of each other; undefined: they ask it. */
  readonly redisUrl: string | undefined;
  /** Signs the session cookies; undefined: one is made and kept in the data folder. */
  readonly secret: string | undefined;
  /** How people reach the server; undefined: by whatever name they use. */
  readonly publicUrl: URL | undefined;
  readonly initialAdmin: InitialAdmin | undefined;
  readonly sessionLimits: SessionLimits;
  /** Who has to sign in with a code too. */
  readonly secondFactorPolicy: SecondFactorPolicy;
  /** The file of Pwned Passwords, absolute; undefined: only the lists that Alur brings. */
  readonly leakedPasswordsFile: string | undefined;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Of the log; undefined: quiet on a terminal, one line a request elsewhere. */
  readonly logLevel: LogLevel | undefined;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings that docs/operations.md explains. Throws `RangeError` where one makes no sense. */
export function readSettings(environment: Environment): Settings {
  const read = (name: string) => environment[name]?.trim() || undefined;
  return {
    host: read('HOST') ?? '0.0.0.0',
    port: toPort(read('PORT')),
    dataFolder: resolve(read('ALUR_DATA') ?? 'data'),
    databaseUrl: read('DATABASE_URL'),
    redisUrl: toRedisUrl(read('REDIS_URL'), read('DATABASE_URL')),
    secret: toSecret(read('ALUR_SECRET')),
    publicUrl: toPublicUrl(read('ALUR_PUBLIC_URL')),
    initialAdmin: toInitialAdmin(read('ALUR_ADMIN_EMAIL'), environment.ALUR_ADMIN_PASSWORD),
    sessionLimits: {
      idleHours: toHours('ALUR_SESSION_IDLE_HOURS', read) ?? defaultSessionLimits.idleHours,
      longestHours: toHours('ALUR_SESSION_HOURS', read) ?? defaultSessionLimits.longestHours,
    },
    secondFactorPolicy:
      toChoice('ALUR_SECOND_FACTOR', read('ALUR_SECOND_FACTOR'), SECOND_FACTOR_POLICIES) ??
      'offered',
    leakedPasswordsFile: toAbsolute(read('ALUR_LEAKED_PASSWORDS')),
    trustedProxies: (read('ALUR_TRUSTED_PROXIES') ?? 'loopback')
      .split(',')
      .map((each) => each.trim()),
    logLevel: toChoice('ALUR_LOG_LEVEL', read('ALUR_LOG_LEVEL'), logLevels),
  };
}

function toPort(text = '3000'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`PORT must be a number from 0 to 65535, got "${text}"`);
  return port;
}

/** The address may hold a password, so the message does not repeat it. */
function toRedisUrl(text: string | undefined, databaseUrl: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol) || !url.hostname || !/^\/?\d*$/.test(url.pathname))
    throw new RangeError('REDIS_URL must be an address such as redis://redis:6379');
  if (databaseUrl === undefined)
    throw new RangeError('REDIS_URL is for nodes on one PostgreSQL, so it needs DATABASE_URL');
  return text;
}

function toSecret(secret: string | undefined): string | undefined {
  if (secret !== undefined && secret.length < 32)
    throw new RangeError('ALUR_SECRET must have at least 32 characters');
  return secret;
}

function toPublicUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw new RangeError(
      `ALUR_PUBLIC_URL must be an address such as https://sop.example.go.id, got "${text}"`,
    );
  return url;
}

function toInitialAdmin(
  email: string | undefined,
  password: string | undefined,
): InitialAdmin | undefined {
  if (email === undefined && !password) return undefined;
  if (email === undefined || !password)
    throw new RangeError('ALUR_ADMIN_EMAIL and ALUR_ADMIN_PASSWORD belong together');
  if (!/^[^@\s]+@[^@\s]+$/.test(email))
    throw new RangeError(`ALUR_ADMIN_EMAIL must be an e-mail address, got "${email}"`);
  const { least, most } = passwordLength;
  if (password.length < least || password.length > most)
    throw new RangeError(`ALUR_ADMIN_PASSWORD must have ${least} to ${most} characters`);
  return { email, password };
}

function toHours(name: string, read: (name: string) => string | undefined): number | undefined {
  const text = read(name);
  if (text === undefined) return undefined;
  const hours = Number(text);
  if (!(hours > 0 && hours <= maxSessionHours))
    throw new RangeError(
      `${name} must be a number of hours up to ${maxSessionHours}, got "${text}"`,
    );
  return hours;
}

const maxSessionHours = 366 * 24;

function toAbsolute(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}

function toChoice<C extends string>(
  name: string,
  text: string | undefined,
  choices: readonly C[],
): C | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((known) => known === text);
  if (!choice) throw new RangeError(`${name} must be one of ${choices.join(', ')}`);
  return choice;
}
