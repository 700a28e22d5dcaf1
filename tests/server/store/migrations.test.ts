import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connectDatabase, openDatabase } from '#server/store/database.ts';
import {
  applyMigrations,
  listAppliedMigrations,
  migrationNames,
} from '#server/store/migrations.ts';
import { createProcedureStore } from '#server/store/procedureStore.ts';
import type { DatabaseKind } from '#server/store/tables.ts';
import { insertUser } from '#tests/support/insertUser.ts';
import { whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { createPlace } from '#tests/support/storagePlaces.ts';

const noPostgres = await whyNoPostgres();

describe.each<DatabaseKind>(['sqlite', 'postgres'])('the tables on %s', (kind) => {
  const needs = kind === 'postgres' ? noPostgres : undefined;
  const firstVersion = migrationNames.slice(0, 2);

  it.skipIf(needs)(
    `come from the first version with all that it holds ${needs ?? ''}`,
    async () => {
      const place = await createPlace(kind);
      const old = connectDatabase(place);
      await old.kysely
        .transaction()
        .execute((transaction) => applyMigrations(transaction, kind, firstVersion));
      const userId = await insertUser(old, 'Dewi');
      const now = () => new Date('2026-03-01T08:00:00Z');
      const facts = { title: 'Pelayanan', number: '1', stepCount: 2 };
      await createProcedureStore(old.kysely, now).add('p', facts, userId);
      await old.kysely
        .insertInto('doc_update')
        .values({ doc_id: 'p', seq: 1, data: new Uint8Array([1, 2]) })
        .execute();
      await old.close();

      const database = await openDatabase(place);
      const applied = await listAppliedMigrations(database.kysely);
      const listed = await createProcedureStore(database.kysely, now).listFor(userId);
      const update = await database.kysely.selectFrom('doc_update').selectAll().execute();
      await database.close();
      const again = await openDatabase(place);
      await again.close();
      await place.drop();

      expect(applied).toEqual(migrationNames);
      expect(listed).toMatchObject([{ id: 'p', title: 'Pelayanan', role: 'owner' }]);
      expect(update).toEqual(
        [{ doc_id: 'p', seq: 1, data: Buffer.from([1, 2]) }].map((row) => ({
          ...row,
          data: kind === 'sqlite' ? new Uint8Array(row.data) : row.data,
        })),
      );
    },
  );

  it.skipIf(needs)(`of a newer Alur are left alone ${needs ?? ''}`, async () => {
    const place = await createPlace(kind);
    const database = await openDatabase(place);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(
      database.kysely,
    );
    await database.close();

    await expect(openDatabase(place)).rejects.toThrow('9999-later');
    await place.drop();
  });
});

describe('the tables on PostgreSQL', () => {
  it.skipIf(noPostgres)(
    `are made once when several nodes start at once ${noPostgres ?? ''}`,
    async () => {
      const place = await createPlace('postgres');

      const databases = await Promise.all([1, 2, 3].map(() => openDatabase(place)));
      const applied = await Promise.all(
        databases.map(({ kysely }) => listAppliedMigrations(kysely)),
      );
      for (const database of databases) await database.close();
      await place.drop();

      for (const names of applied) expect(names).toEqual(migrationNames);
    },
  );
});
