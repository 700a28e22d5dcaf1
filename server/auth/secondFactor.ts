import { parseCookies } from 'better-auth/cookies';
import type { Kysely } from 'kysely';
import type { SecondFactorState, TotpSecret } from '#protocol/api.ts';
import type { Clock } from '#server/store/clock.ts';
import { createSecondFactorStore } from '#server/store/secondFactorStore.ts';
import type { Tables } from '#server/store/tables.ts';
import { type Auth, type AuthAnswer, answered } from './betterAuth.ts';
import { newSpokenSecret } from './initialPassword.ts';

/** Why a change of the second factor was refused. */
type Refusal = 'wrong-password' | 'wrong-code' | 'second-factor-on' | 'second-factor-off';

/** Why a code did not sign in. */
export type CodeRefusal =
  | 'wrong-code'
  /** Too many wrong ones: the account takes none for a while. */
  | 'code-locked'
  /** The sign-in that the code belongs to has ended; it begins with the password again. */
  | 'sign-in-over';

type Outcome<T, Code = Refusal> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly code: Code };

interface WithCookies {
  readonly cookies: readonly string[];
}

interface Proof {
  readonly password: string;
  /** Of the authenticator, or a backup code. */
  readonly code: string;
}

/** The codes beside the password: better-auth's second factor behind the few calls that we make. */
export interface SecondFactor {
  state(userId: string): Promise<SecondFactorState>;
  /** A new secret for an authenticator. It counts for nothing until a code of it has come. */
  begin(cookie: string, password: string): Promise<Outcome<{ readonly secret: TotpSecret }>>;
  /** Turns it on with the first code; the backup codes are told here and never again. */
  confirm(
    person: Person,
    code: string,
  ): Promise<Outcome<WithCookies & { readonly backupCodes: readonly string[] }>>;
  /** The old backup codes end. */
  renewBackupCodes(
    person: Person,
    proof: Proof,
  ): Promise<Outcome<{ readonly backupCodes: readonly string[] }>>;
  turnOff(person: Person, proof: Proof): Promise<Outcome<WithCookies>>;
  /** For who lost phone and codes. */
  remove(userId: string): Promise<void>;
  /** Whose password was right and whose code is awaited; undefined when that is no longer so. */
  findAwaited(cookie: string): Promise<string | undefined>;
  /** Ends a sign-in that awaits the code; the cookies open the session. */
  signIn(
    userId: string,
    offered: { readonly code: string; readonly trustDevice: boolean },
    headers: Headers,
  ): Promise<Outcome<WithCookies & { readonly token: string | undefined }, CodeRefusal>>;
  /** Every device asks this person for a code again. */
  forgetTrustedDevices(userId: string): Promise<void>;
}

/** Who is signed in, by the cookie of the session. */
interface Person {
  readonly userId: string;
  readonly cookie: string;
}

const backupCodeCount = 10;

/** better-auth's answer to a right code. */
interface Opened {
  /** Of the session. */
  readonly token?: string | undefined;
}

export function createSecondFactor(auth: Auth, kysely: Kysely<Tables>, now: Clock): SecondFactor {
  const store = createSecondFactorStore(kysely, now);

  /** Asks better-auth about a code, which counts wrong ones where a sign-in awaits it. */
  async function verify(
    userId: string,
    { code, trustDevice = false }: { readonly code: string; readonly trustDevice?: boolean },
    headers: Headers,
  ): Promise<AuthAnswer<{ readonly headers: Headers; readonly response: Opened }>> {
    const typed = code.replaceAll(/\s/g, '');
    if (/^\d{6}$/.test(typed)) {
      if (!(await store.takeCode(userId, typed))) return { ok: false, code: 'INVALID_CODE' };
      const body = { code: typed, trustDevice };
      return answered(auth.api.verifyTOTP({ body, headers, returnHeaders: true }));
    }
    const hash = await findBackupCode(userId, typed.toLowerCase());
    const body = { code: hash ?? 'none', trustDevice };
    return answered(auth.api.verifyBackupCode({ body, headers, returnHeaders: true }));
  }

  /** The hash of this backup code, if it is one that was not used. */
  async function findBackupCode(userId: string, code: string): Promise<string | undefined> {
    const { password } = await auth.$context;
    for (const hash of await store.listBackupCodes(userId))
      if (await password.verify({ hash, password: code })) return hash;
    return undefined;
  }

  async function makeBackupCodes(userId: string): Promise<readonly string[]> {
    const { password } = await auth.$context;
    const codes = Array.from({ length: backupCodeCount }, () => newSpokenSecret(2, 5));
    const hashes = await Promise.all(codes.map((code) => password.hash(code)));
    await store.setBackupCodes(userId, hashes);
    return codes;
  }

  async function prove(
    { userId, cookie }: Person,
    { password, code }: Proof,
  ): Promise<Outcome<object>> {
    const headers = new Headers({ cookie });
    if (!(await store.isOn(userId))) return { ok: false, code: 'second-factor-off' };
    const known = await answered(auth.api.verifyPassword({ body: { password }, headers }));
    if (!known.ok) return { ok: false, code: 'wrong-password' };
    const proven = await verify(userId, { code }, headers);
    return proven.ok ? { ok: true } : { ok: false, code: 'wrong-code' };
  }

  return {
    async state(userId) {
      const isOn = await store.isOn(userId);
      return { isOn, backupCodesLeft: isOn ? (await store.listBackupCodes(userId)).length : 0 };
    },

    async begin(cookie, password) {
      const headers = new Headers({ cookie });
      const answer = await answered(auth.api.enableTwoFactor({ body: { password }, headers }));
      if (!answer.ok) {
        const isOn = answer.code === 'TOTP_ALREADY_ENABLED';
        return { ok: false, code: isOn ? 'second-factor-on' : 'wrong-password' };
      }
      if (answer.value.method !== 'totp') throw new RangeError('Asked for an authenticator');
      const uri = answer.value.totpURI;
      return { ok: true, secret: { uri, secret: new URL(uri).searchParams.get('secret') ?? '' } };
    },

    async confirm({ userId, cookie }, code) {
      if (await store.isOn(userId)) return { ok: false, code: 'second-factor-on' };
      // A backup code of an earlier time must not turn it on.
      if (!/^[\d\s]+$/.test(code)) return { ok: false, code: 'wrong-code' };
      const answer = await verify(userId, { code }, new Headers({ cookie }));
      if (!answer.ok) return { ok: false, code: 'wrong-code' };
      await store.forgetTrustedDevices(userId);
      const backupCodes = await makeBackupCodes(userId);
      return { ok: true, backupCodes, cookies: answer.value.headers.getSetCookie() };
    },

    async renewBackupCodes(person, proof) {
      const proven = await prove(person, proof);
      if (!proven.ok) return proven;
      return { ok: true, backupCodes: await makeBackupCodes(person.userId) };
    },

    async turnOff(person, proof) {
      const proven = await prove(person, proof);
      if (!proven.ok) return proven;
      const answer = await answered(
        auth.api.disableTwoFactor({
          body: { password: proof.password },
          headers: new Headers({ cookie: person.cookie }),
          returnHeaders: true,
        }),
      );
      if (!answer.ok) return { ok: false, code: 'wrong-password' };
      await store.forgetTrustedDevices(person.userId);
      return { ok: true, cookies: answer.value.headers.getSetCookie() };
    },

    remove: (userId) => store.remove(userId),

    async findAwaited(cookie) {
      const { createAuthCookie, internalAdapter } = await auth.$context;
      const signed = parseCookies(cookie).get(createAuthCookie('two_factor').name) ?? '';
      // Whether the signature is right, better-auth says when it is asked about the code.
      const identifier = signed.slice(0, signed.lastIndexOf('.'));
      if (!identifier.startsWith('2fa-')) return undefined;
      const awaited = await internalAdapter.findVerificationValue(identifier);
      return awaited && awaited.expiresAt > new Date() ? awaited.value : undefined;
    },

    async signIn(userId, offered, headers) {
      const answer = await verify(userId, offered, headers);
      if (!answer.ok) return { ok: false, code: toRefusal(answer.code) };
      const { response } = answer.value;
      return { ok: true, token: response.token, cookies: answer.value.headers.getSetCookie() };
    },

    forgetTrustedDevices: (userId) => store.forgetTrustedDevices(userId),
  };
}

/** better-auth's code of a refused sign-in in our words. */
function toRefusal(code: string): CodeRefusal {
  switch (code) {
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return 'code-locked';
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return 'wrong-code';
    default:
      return 'sign-in-over';
  }
}
