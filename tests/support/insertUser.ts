import { sql } from 'kysely';
import { newId } from '#server/auth/secretTokens.ts';
import type { Database } from '#server/store/database.ts';

/** A person without a password, for tests of the tables. Resolves with the id. */
export async function insertUser({ kind, kysely }: Database, name: string): Promise<string> {
  const id = newId().toLowerCase();
  const time = new Date().toISOString();
  const no = kind === 'sqlite' ? 0 : false;
  const email = `${name.toLowerCase()}-${id}@kpu.test`;
  await sql`
    insert into "user" (id, name, email, "emailVerified", "isAdmin", "createdAt", "updatedAt")
    values (${id}, ${name}, ${email}, ${no}, ${no}, ${time}, ${time})`.execute(kysely);
  return id;
}
