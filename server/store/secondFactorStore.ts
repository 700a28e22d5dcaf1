import type { Kysely } from 'kysely';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

/** better-auth's tables of second factors, where we read and change them ourselves. */
type SecondFactorTables = {
  readonly twoFactor: {
    readonly userId: string;
    /** 0 or 1 in SQLite. */
    readonly verified: boolean | number | null;
    /** Hashes, as JSON. */
    readonly backupCodes: string;
  };
  readonly verification: { readonly identifier: string; readonly value: string };
  readonly used_code: { readonly user_id: string; readonly code: string; readonly used_at: string };
};

/** What better-auth keeps of second factors, and the codes that were used already. */
export interface SecondFactorStore {
  isOn(userId: string): Promise<boolean>;
  /** The hashes of those that were not used. */
  listBackupCodes(userId: string): Promise<readonly string[]>;
  setBackupCodes(userId: string, hashes: readonly string[]): Promise<void>;
  /** False for a code that was offered already while it counted: each works once. */
  takeCode(userId: string, code: string): Promise<boolean>;
  /** Takes the second factor off the account. */
  remove(userId: string): Promise<void>;
  forgetTrustedDevices(userId: string): Promise<void>;
}

/** Longer than any code counts: its own half minute and those beside it. */
const codeMemoryMs = 5 * 60_000;

export function createSecondFactorStore(tables: Kysely<Tables>, now: Clock): SecondFactorStore {
  const kysely = tables.withTables<SecondFactorTables>();

  async function find(userId: string) {
    return kysely
      .selectFrom('twoFactor')
      .select(['verified', 'backupCodes'])
      .where('userId', '=', userId)
      .executeTakeFirst();
  }

  async function forgetTrustedDevices(userId: string): Promise<void> {
    await kysely
      .deleteFrom('verification')
      .where('value', '=', userId)
      .where('identifier', 'like', 'trust-device-%')
      .execute();
  }

  return {
    async isOn(userId) {
      return Boolean((await find(userId))?.verified);
    },

    async listBackupCodes(userId) {
      const row = await find(userId);
      return row ? (JSON.parse(row.backupCodes) as readonly string[]) : [];
    },

    async setBackupCodes(userId, hashes) {
      await kysely
        .updateTable('twoFactor')
        .set({ backupCodes: JSON.stringify(hashes) })
        .where('userId', '=', userId)
        .execute();
    },

    async takeCode(userId, code) {
      const time = now();
      const oldest = new Date(time.getTime() - codeMemoryMs).toISOString();
      await kysely
        .deleteFrom('used_code')
        .where('user_id', '=', userId)
        .where('used_at', '<', oldest)
        .execute();
      const taken = await kysely
        .insertInto('used_code')
        .values({ user_id: userId, code, used_at: time.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .returning('code')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async remove(userId) {
      await kysely.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('twoFactor').where('userId', '=', userId).execute();
        await transaction
          .updateTable('user')
          .set({ twoFactorEnabled: null })
          .where('id', '=', userId)
          .execute();
      });
      await forgetTrustedDevices(userId);
    },

    forgetTrustedDevices,
  };
}
