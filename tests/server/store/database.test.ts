import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, defaultSessionLimits } from '#server/auth/betterAuth.ts';
import { type Database, openDatabase } from '#server/store/database.ts';
import { createScratchPostgres, whyNoPostgres } from '#tests/support/scratchPostgres.ts';

const noPostgres = await whyNoPostgres();

describe('openDatabase', () => {
  let folder: string;
  let database: Database;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alur-database-'));
    database = await openDatabase({ dataFolder: folder });
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('syncs every commit of SQLite to the disk and keeps references whole', async () => {
    const read = async (name: string) => {
      const { rows } = await sql.raw(`pragma ${name}`).execute(database.kysely);
      return Object.values(rows[0] ?? {})[0];
    };

    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
  });

  it('stores truth values, which libsql cannot bind itself', async () => {
    const { rows } = await sql`select ${true} as yes, ${undefined} as none`.execute(
      database.kysely,
    );

    expect(rows).toEqual([{ yes: 1, none: null }]);
  });

  it('gives bytes back as bytes', async () => {
    const data = new Uint8Array([1, 2, 255]);

    const { rows } = await sql`select ${data} as data`.execute(database.kysely);

    expect(rows).toEqual([{ data }]);
  });

  it('refuses a value that no column can hold', async () => {
    const query = sql`select ${{ step: 1 }} as step`.execute(database.kysely);

    await expect(query).rejects.toThrow('SQLite cannot store a value of type object');
  });

  it('has every table and column that better-auth wants', async () => {
    expect(await missingForAuth(database)).toEqual([]);
  });

  it.skipIf(noPostgres)(
    `has every table and column that better-auth wants, on PostgreSQL ${noPostgres ?? ''}`,
    async () => {
      const postgres = await createScratchPostgres();
      const opened = await openDatabase({ databaseUrl: postgres.url, dataFolder: folder });

      const missing = await missingForAuth(opened);

      await opened.close();
      await postgres.drop();
      expect(missing).toEqual([]);
    },
  );

  it('refuses an address that is not of PostgreSQL', async () => {
    const opening = openDatabase({ databaseUrl: 'mysql://localhost/alur', dataFolder: folder });

    await expect(opening).rejects.toThrow('DATABASE_URL must begin with postgres://');
  });
});

async function missingForAuth(database: Database): Promise<readonly unknown[]> {
  const { options } = createAuth({
    database,
    secret: 'x'.repeat(32),
    isSecure: false,
    sessionLimits: defaultSessionLimits,
  });
  const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = await getMigrations(options);
  return [...toBeCreated, ...toBeAdded, ...toBeAddedIndexes, ...schemaProblems];
}
