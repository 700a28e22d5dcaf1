import { read, send, withBody } from '#app/api.ts';
import { backupCodesSchema, secondFactorSchema, totpSecretSchema } from '#protocol/api.ts';

const path = '/api/second-factor';

/** What proves that the person who is signed in asks. */
interface Proof {
  readonly password: string;
  readonly code: string;
}

/** What the pages ask of the server about my second factor. Every call rejects with an `ApiProblem`. */
export const secondFactorApi = {
  state: () => read(secondFactorSchema, path),
  begin: (password: string) => read(totpSecretSchema, path, withBody('POST', { password })),
  confirm: (code: string) => read(backupCodesSchema, `${path}/confirm`, withBody('POST', { code })),
  renewBackupCodes: (proof: Proof) =>
    read(backupCodesSchema, `${path}/backup-codes`, withBody('POST', proof)),
  turnOff: (proof: Proof) => send('POST', `${path}/turn-off`, proof),
} as const;
