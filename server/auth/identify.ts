import type { Duty, Me } from '#protocol/api.ts';
import type { ApiTokenStore } from '#server/store/apiTokenStore.ts';
import type { Accounts } from './accounts.ts';
import { hashToken } from './secretTokens.ts';

/** What a request offers to prove who sends it. */
interface Credentials {
  /** The `Authorization` header. */
  readonly authorization?: string | undefined;
  /** The `token` of a socket's address, where a browser cannot send headers. */
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
}

type Identity =
  | {
      readonly ok: true;
      readonly user: Me;
      readonly by: 'session' | 'token';
      /** Cookies to set, which prolong the session. */
      readonly cookies: readonly string[];
    }
  | { readonly ok: false; readonly code: 'sign-in-needed' | 'bad-token' }
  /** Signed in, but nothing is open to this person before the duty is done. */
  | {
      readonly ok: false;
      readonly code: `${Duty}-needed`;
      readonly duty: Duty;
      readonly user: Me;
      readonly cookies: readonly string[];
    };

/** Who sends the request. A token counts before a cookie; a bad one is refused, not passed over. */
export type Identify = (credentials: Credentials) => Promise<Identity>;

export function createIdentify(accounts: Accounts, apiTokens: ApiTokenStore): Identify {
  return async ({ authorization, token, cookie }) => {
    const secret = token ?? (authorization && /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1]);
    if (secret || authorization) {
      const user = secret && (await apiTokens.findUser(hashToken(secret)));
      return user ? { ok: true, user, by: 'token', cookies: [] } : { ok: false, code: 'bad-token' };
    }
    const session = cookie ? await accounts.findSession(cookie) : undefined;
    if (!session) return { ok: false, code: 'sign-in-needed' };
    const { value: user, duty, cookies } = session;
    if (duty) return { ok: false, code: `${duty}-needed`, duty, user, cookies };
    return { ok: true, user, by: 'session', cookies };
  };
}
