import { existsSync } from 'node:fs';
import { type DatabaseLocation, databaseFile, openDatabase } from '#server/store/database.ts';
import { createUserStore } from '#server/store/userStore.ts';
import { openAccounts } from './accounts.ts';
import { createAuth, defaultSessionLimits } from './betterAuth.ts';
import { createSecondFactor } from './secondFactor.ts';
import { newSecretToken } from './secretTokens.ts';

interface Rescued {
  /** To be handed over, when a password was lost. */
  readonly initialPassword: string | undefined;
}

/**
 * Opens a way in for an account, for the operator of the server: a new initial password, the second
 * factor taken off, or both. Ends its sessions; open documents follow within a minute. Undefined when
 * there is no such account. Throws `RangeError` when there is no database.
 */
export async function rescueAccount(
  location: DatabaseLocation,
  email: string,
  lost: { readonly password: boolean; readonly secondFactor: boolean },
): Promise<Rescued | undefined> {
  const { dataFolder, databaseUrl } = location;
  if (!databaseUrl && !existsSync(databaseFile(dataFolder)))
    throw new RangeError(`${dataFolder} holds no database`);
  const database = await openDatabase(location);
  try {
    const now = () => new Date();
    const users = createUserStore(database.kysely, now);
    const user = await users.findByEmail(email);
    if (!user) return undefined;
    // It signs cookies, and none is made here.
    const secret = newSecretToken();
    const sessionLimits = defaultSessionLimits;
    const auth = createAuth({ database, secret, isSecure: true, sessionLimits });
    const secondFactor = createSecondFactor(auth, database.kysely, now);
    const accounts = openAccounts({
      auth,
      secondFactor,
      users,
      sessionLimits,
      secondFactorPolicy: 'offered',
      now,
    });
    if (lost.secondFactor) await secondFactor.remove(user.id);
    const initialPassword = lost.password ? await accounts.giveInitialPassword(user.id) : undefined;
    await accounts.endSessions(user.id);
    return { initialPassword };
  } finally {
    await database.close();
  }
}
