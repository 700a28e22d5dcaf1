import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { backupTables, leftOutTables } from '#server/store/backup/backupTables.ts';
import { restoreBackup } from '#server/store/backup/restoreBackup.ts';
import { writeBackup } from '#server/store/backup/writeBackup.ts';
import { connectDatabase, openDatabase } from '#server/store/database.ts';
import {
  applyMigrations,
  listAppliedMigrations,
  migrationNames,
} from '#server/store/migrations.ts';
import { createProcedureStore } from '#server/store/procedureStore.ts';
import type { DatabaseKind } from '#server/store/tables.ts';
import { createUserStore } from '#server/store/userStore.ts';
import { createVersionStore } from '#server/store/versionStore.ts';
import type { Caller } from '#tests/support/caller.ts';
import { collectGarbage } from '#tests/support/collectGarbage.ts';
import { insertUser } from '#tests/support/insertUser.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { createPlace, type StoragePlace } from '#tests/support/storagePlaces.ts';

const noPostgres = await whyNoPostgres();
const base = mkdtempSync(join(tmpdir(), 'alur-backup-'));
afterAll(() => rmSync(base, { recursive: true }));

let lastFile = 0;
const newPath = () => join(base, `${++lastFile}.alur`);

const opened: StoragePlace[] = [];
async function openPlace(kind: DatabaseKind): Promise<StoragePlace> {
  const place = await createPlace(kind);
  opened.push(place);
  return place;
}
afterEach(async () => {
  for (const place of opened.splice(0)) await place.drop();
});

describe.each<[DatabaseKind, DatabaseKind]>([
  ['sqlite', 'sqlite'],
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
  ['postgres', 'postgres'],
])('a backup of %s restored onto %s', (from, to) => {
  const needs = [from, to].includes('postgres') ? noPostgres : undefined;

  it.skipIf(needs)(
    `has all that was there, made while the server runs and writes ${needs ?? ''}`,
    async () => {
      const [source, target, path] = [await openPlace(from), await openPlace(to), newPath()];
      const alur = await openTestServer({ ...source });
      const dewi = await alur.signUp('Dewi');
      const kept = await fillIn(dewi);
      const before = await countProcedures(dewi);

      const writing = writeUntilStopped(dewi);
      await writing.firstWrite;
      const header = await writeBackup(source, path);
      await writing.stop();
      const after = await countProcedures(dewi);
      await alur.server.close();
      await restoreBackup(target, path, { replace: false });

      const restored = await openTestServer({ ...target });
      await expectKept(restored, kept);
      const again = await restored.stranger.signIn(dewiAccount);
      const ids = await listIds(again);
      expect(ids.length).toBe(header.rows.procedure);
      expect(ids.length).toBeGreaterThan(before);
      expect(ids.length).toBeLessThanOrEqual(after);
      for (const id of ids)
        expect((await again.get(`/api/procedures/${id}`)).body).toEqual(kept.file);
      expect(
        (
          await restored.stranger.send('GET', '/api/me', undefined, {
            headers: dewi.credentials,
          })
        ).status,
      ).toBe(401);
      await restored.server.close();
    },
  );
});

describe('a backup', () => {
  it.skipIf(noPostgres)(`is the same of both engines ${noPostgres ?? ''}`, async () => {
    const [source, postgres] = [await openPlace('sqlite'), await openPlace('postgres')];
    const [first, second] = [newPath(), newPath()];
    await fillDirectly(source, 40);

    await writeBackup(source, first);
    await restoreBackup(postgres, first, { replace: false });
    await writeBackup(postgres, second);

    expect(rowsOf(second)).toEqual(rowsOf(first));
    expect(rowsOf(first).length).toBeGreaterThan(100);
  });

  it('keeps rows of all sizes, in the order of their log', async () => {
    const [source, target, path] = [
      await openPlace('sqlite'),
      await openPlace('sqlite'),
      newPath(),
    ];
    const database = await openDatabase(source);
    const sizes = Array.from({ length: 300 }, (_, index) => (index % 50 === 7 ? 900_000 : index));
    for (const [index, size] of sizes.entries())
      await database.kysely
        .insertInto('doc_update')
        .values({ doc_id: 'd', seq: index + 1, data: new Uint8Array(size).fill(index) })
        .execute();
    await database.close();

    await writeBackup(source, path);
    await restoreBackup(target, path, { replace: false });

    const restored = connectDatabase(target);
    const { rows } = await sql<{ readonly seq: number; readonly size: number }>`
      select seq, length(data) as size from doc_update order by seq`.execute(restored.kysely);
    await restored.close();
    expect(rows).toEqual(sizes.map((size, index) => ({ seq: index + 1, size })));
  });

  it('of an older Alur is brought up to date', async () => {
    const [source, target, path] = [
      await openPlace('sqlite'),
      await openPlace('sqlite'),
      newPath(),
    ];
    const old = connectDatabase(source);
    await old.kysely
      .transaction()
      .execute((transaction) => applyMigrations(transaction, 'sqlite', migrationNames.slice(0, 2)));
    const userId = await insertUser(old, 'Dewi');
    await old.close();

    await writeBackup(source, path);
    await restoreBackup(target, path, { replace: false });

    const restored = connectDatabase(target);
    const applied = await listAppliedMigrations(restored.kysely);
    const user = await createUserStore(restored.kysely, () => new Date()).find(userId);
    await restored.close();
    expect(applied).toEqual(migrationNames);
    expect(user).toMatchObject({ name: 'Dewi', isActive: true });
  });

  it.each<DatabaseKind>(noPostgres ? ['sqlite'] : ['sqlite', 'postgres'])(
    'has every table of %s, or says which it leaves out',
    async (kind) => {
      const database = await openDatabase(await openPlace(kind));

      const tables = await database.kysely.introspection.getTables();

      await database.close();
      const known: readonly string[] = [...backupTables, ...leftOutTables];
      expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
      expect(tables.length).toBeGreaterThanOrEqual(backupTables.length);
    },
  );

  it('can be read by its owner only, and holds no session', async () => {
    const [source, path] = [await openPlace('sqlite'), newPath()];
    const alur = await openTestServer({ ...source });
    const dewi = await alur.signUp('Dewi');
    await alur.server.close();

    await writeBackup(source, path);

    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = gunzipSync(readFileSync(path)).toString();
    expect(text).toContain('dewi@kpu.test');
    const token = /session_token=([^.;]+)/.exec(dewi.credentials.cookie ?? '')?.[1] ?? 'none';
    expect(text).not.toContain(decodeURIComponent(token));
  });

  it('of nothing is refused, and makes no database', async () => {
    const [source, path] = [await openPlace('sqlite'), newPath()];

    await expect(writeBackup(source, path)).rejects.toThrow('holds no database');

    expect(existsSync(join(source.dataFolder, 'alur.db'))).toBe(false);
    expect(existsSync(path)).toBe(false);
  });
});

describe('restoring onto SQLite', () => restoringSuite('sqlite'));
describe.skipIf(noPostgres)(`restoring onto PostgreSQL ${noPostgres ?? ''}`, () =>
  restoringSuite('postgres'),
);

function restoringSuite(kind: DatabaseKind): void {
  let good: Buffer;
  let lines: string[];

  beforeAll(async () => {
    const [source, path] = [await createPlace('sqlite'), newPath()];
    await fillDirectly(source, 3);
    await writeBackup(source, path);
    await source.drop();
    good = readFileSync(path);
    lines = gunzipSync(good).toString().trimEnd().split('\n');
  });

  /** The lines as a file whose checksum is right. */
  const sealed = (changed: readonly string[]) => {
    const body = changed.map((line) => `${line}\n`).join('');
    const sha256 = createHash('sha256').update(body).digest('hex');
    return gzipSync(`${body}${JSON.stringify({ sha256 })}\n`);
  };
  const rows = () => lines.slice(0, -1);
  const withHeader = (change: object) =>
    sealed([JSON.stringify({ ...JSON.parse(lines[0] ?? ''), ...change }), ...rows().slice(1)]);
  const withUser = (change: (row: unknown[]) => void) =>
    sealed(
      rows().map((line, index) => {
        if (index !== 2) return line;
        const row: unknown[] = JSON.parse(line);
        change(row);
        return JSON.stringify(row);
      }),
    );

  const damages: readonly (readonly [what: string, make: () => Buffer, message: string])[] = [
    ['cut off', () => good.subarray(0, good.length - 40), 'damaged or not complete'],
    ['cut off behind a line', () => gzipSync(`${rows().join('\n')}\n`), 'damaged or not complete'],
    ['with a changed byte', () => flip(good, good.length >> 1), 'damaged or not complete'],
    [
      'with a changed text',
      () => gzipSync(lines.join('\n').replace('Orang 1', 'Orang 9')),
      'damaged',
    ],
    ['empty', () => Buffer.alloc(0), 'damaged or not complete'],
    ['some text', () => Buffer.from('halo'), 'no backup of Alur'],
    ['some other gzip', () => gzipSync('{"a":1}\n{"b":2}\n'), 'no backup of Alur'],
    ['of a newer format', () => withHeader({ version: 2 }), 'a newer Alur wrote it'],
    ['of newer tables', () => withHeader({ migrations: ['9999-later'] }), 'a newer Alur wrote it'],
    ['with a row too few', () => sealed(rows().toSpliced(2, 1)), 'damaged'],
    ['with a row twice', () => sealed(rows().toSpliced(2, 0, lines[2] ?? '')), 'damaged'],
    ['with a row that is too short', () => withUser((row) => row.pop()), 'damaged'],
    ['with a value of the wrong type', () => withUser((row) => row.splice(0, 1, 7)), 'damaged'],
    ['with a reference to nobody', () => withUser((row) => row.splice(0, 1, 'x')), 'damaged'],
    [
      'with a table that nobody knows',
      () => sealed([...rows(), '{"table":"kysely_migration","columns":[["name","text"]]}']),
      'damaged',
    ],
  ];

  it.each(damages)('refuses a file %s, and changes nothing', async (_, make, message) => {
    const [target, path] = [await openPlace(kind), newPath()];
    writeFileSync(path, make());

    await expect(restoreBackup(target, path, { replace: false })).rejects.toThrow(message);

    if (kind === 'sqlite') expect(existsSync(join(target.dataFolder, 'alur.db'))).toBe(false);
    else expect(await tableNames(target)).toEqual([]);
  });

  it('leaves what is there unless told to replace it', async () => {
    const [target, path, broken] = [await openPlace(kind), newPath(), newPath()];
    writeFileSync(path, good);
    writeFileSync(
      broken,
      withUser((row) => row.splice(0, 1, 'x')),
    );
    await restoreBackup(target, path, { replace: false });
    const had = await userNames(target);
    collectGarbage();

    const again = restoreBackup(target, path, { replace: false });
    await expect(again).rejects.toThrow('the database is not empty; --replace');
    collectGarbage();
    const damaged = restoreBackup(target, broken, { replace: true });
    await expect(damaged).rejects.toThrow('damaged');

    expect(await userNames(target)).toEqual(had);
    collectGarbage();
    await restoreBackup(target, path, { replace: true });
    expect(await userNames(target)).toEqual(had);
  });

  it('is refused while somebody else has the database open', async () => {
    const [target, path] = [await openPlace(kind), newPath()];
    writeFileSync(path, good);
    const server = await openDatabase(target);

    const restoring = restoreBackup(target, path, { replace: true });

    await expect(restoring).rejects.toThrow(
      kind === 'sqlite' ? /has .*alur\.db open; stop it first/ : /stop the servers first/,
    );
    expect(await sql`select id from "user"`.execute(server.kysely)).toMatchObject({ rows: [] });
    await server.close();
  });
}

const dewiAccount = { email: 'dewi@kpu.test', password: 'rahasia-kantor' };

interface Kept {
  readonly id: string;
  readonly file: unknown;
  readonly apiToken: string;
  readonly linkToken: string;
}

/** A procedure with a version and a link, and an API token. */
async function fillIn(dewi: Caller): Promise<Kept> {
  const file = toProcedureFile(smallProcedure());
  const id = await dewi.addProcedure(file);
  await dewi.send('POST', `/api/procedures/${id}/versions`, { name: 'draf' });
  const link = await dewi.send('POST', `/api/procedures/${id}/links`, {
    role: 'editor',
    expiresInHours: 1,
  });
  const { url } = z.object({ url: z.string() }).parse(link.body);
  const token = await dewi.send('POST', '/api/tokens', { name: 'skrip' });
  const { token: apiToken } = z.object({ token: z.string() }).parse(token.body);
  return { id, file, apiToken, linkToken: url.split('/').at(-1) ?? '' };
}

async function expectKept(alur: TestServer, { id, file, apiToken, linkToken }: Kept) {
  const script = alur.stranger.withToken(apiToken);
  expect((await script.get(`/api/procedures/${id}`)).body).toEqual(file);
  expect((await script.get(`/api/procedures/${id}/versions`)).body).toMatchObject([
    { name: 'draf', createdBy: 'Dewi' },
  ]);
  const budi = await alur.signUp('Budi');
  expect((await budi.send('POST', '/api/links/redeem', { token: linkToken })).body).toEqual({
    id,
    role: 'editor',
  });
}

async function listIds(caller: Caller): Promise<readonly string[]> {
  const { body } = await caller.get('/api/procedures');
  return z
    .array(z.object({ id: z.string() }))
    .parse(body)
    .map(({ id }) => id);
}

async function countProcedures(caller: Caller): Promise<number> {
  return (await listIds(caller)).length;
}

/** Adds procedures, one after the other, as an office at work. */
function writeUntilStopped(caller: Caller) {
  let isStopped = false;
  const add = () => caller.addProcedure(toProcedureFile(smallProcedure()));
  const firstWrite = add();
  const writing = firstWrite.then(async () => {
    while (!isStopped) await add();
  });
  return {
    firstWrite,
    async stop() {
      isStopped = true;
      await writing;
    },
  };
}

async function fillDirectly(place: StoragePlace, count: number): Promise<void> {
  const database = await openDatabase(place);
  const { kysely } = database;
  const now = () => new Date('2026-03-01T08:00:00Z');
  for (let index = 1; index <= count; index++) {
    const userId = await insertUser(database, `Orang ${index}`);
    const facts = { title: `Prosedur "${index}"\n→`, number: '', stepCount: index };
    await createProcedureStore(kysely, now).add(`p-${index}`, facts, userId);
    await createVersionStore(kysely, now).add({
      id: `v-${index}`,
      procedureId: `p-${index}`,
      name: 'draf',
      userId,
      file: '{"a":"é"}',
    });
    const data = Uint8Array.from({ length: index * 10 }, (_, at) => (at * 7) % 256);
    await kysely
      .insertInto('doc_update')
      .values({ doc_id: `p-${index}`, seq: 1, data })
      .execute();
  }
  await database.close();
}

/** Without the header and the checksum. */
function rowsOf(path: string): readonly string[] {
  return gunzipSync(readFileSync(path)).toString().trimEnd().split('\n').slice(1, -1);
}

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

async function tableNames(place: StoragePlace): Promise<readonly string[]> {
  const database = connectDatabase(place);
  const tables = await database.kysely.introspection.getTables();
  await database.close();
  return tables.map(({ name }) => name);
}

async function userNames(place: StoragePlace): Promise<readonly unknown[]> {
  const database = connectDatabase(place);
  const { rows } = await sql`select name from "user" order by name`.execute(database.kysely);
  await database.close();
  return rows;
}
