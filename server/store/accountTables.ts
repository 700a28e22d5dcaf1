import type { Kysely } from 'kysely';

/** Accounts can be closed, and API tokens end by themselves. */
export async function addAccountState(kysely: Kysely<unknown>): Promise<void> {
  await kysely.schema.alterTable('user').addColumn('deactivatedAt', 'text').execute();
  await kysely.schema.alterTable('api_token').addColumn('expires_at', 'text').execute();
}
