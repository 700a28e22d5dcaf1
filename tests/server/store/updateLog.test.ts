import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#server/store/database.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { openPostgresUpdateLog } from '#server/store/updateLogPostgres.ts';
import { openSqliteUpdateLog } from '#server/store/updateLogSqlite.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';

/** Opens one more log on the same database, as another node would. */
type OpenLog = () => UpdateLog;

describe('the update log on SQLite', () => {
  let folder = '';
  let openLog: OpenLog;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'alur-log-'));
    const database = await openDatabase({ dataFolder: folder });
    const { file } = database;
    await database.close();
    openLog = () => openSqliteUpdateLog(file ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  itKeepsTheContract(() => openLog());

  it('waits for another writer of the same file', async () => {
    const database = await openDatabase({ dataFolder: folder });
    const log = openLog();

    const append = await database.kysely.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('doc_snapshot')
        .values({ doc_id: 'held', seq: 1, data: bytes(1) })
        .execute();
      return { seqs: log.append([{ doc: 'behind', data: bytes(2) }]) };
    });

    expect(await append.seqs).toEqual([1]);
    await log.close();
    await database.close();
  });

  it('refuses calls after it was closed, and closes twice without complaint', async () => {
    const log = openLog();
    await log.append([{ doc: 'late', data: bytes(1) }]);
    await log.close();
    await log.close();

    await expect(log.load('late')).rejects.toThrow('The update log is closed.');
  });

  it('says what is wrong with the file instead of hanging', async () => {
    const log = openSqliteUpdateLog(join(folder, 'missing', 'alur.db'));

    await expect(log.load('any')).rejects.toThrow();
    await expect(log.append([])).rejects.toThrow();
    await log.close();
  });
});

const noPostgres = await whyNoPostgres();

describe.skipIf(noPostgres)(
  `the update log on PostgreSQL${noPostgres ? `: ${noPostgres}` : ''}`,
  () => {
    let scratch: ScratchPostgres;

    beforeAll(async () => {
      scratch = await createScratchPostgres();
      const database = await openDatabase({ databaseUrl: scratch.url, dataFolder: tmpdir() });
      await database.close();
    });
    afterAll(() => scratch.drop());

    itKeepsTheContract(() => openPostgresUpdateLog(scratch.url));

    it.each([
      ['missing', 'delete from doc_head'],
      ['too low', 'update doc_head set seq = 1'],
    ])('counts on from the log when its own count is %s', async (_, sql) => {
      const log = openPostgresUpdateLog(scratch.url);
      await log.append([1, 2, 3].map((value) => ({ doc: 'restored', data: bytes(value) })));
      const { seq } = await log.load('restored');
      await scratch.run(sql);

      expect(await log.append([{ doc: 'restored', data: bytes(4) }])).toEqual([seq + 1]);
      await log.close();
    });
  },
);

function itKeepsTheContract(openLog: OpenLog): void {
  let log: UpdateLog;
  let doc = '';
  let tests = 0;

  beforeEach(() => {
    log = openLog();
    doc = `doc-${++tests}`;
  });
  afterEach(() => log.close());

  it('knows nothing of a document that was never written', async () => {
    expect(await log.load(doc)).toEqual({
      updates: [],
      hasSnapshot: false,
      seq: 0,
      sinceSnapshot: 0,
    });
    expect(await log.findLast([doc])).toEqual(new Map());
  });

  it('numbers the updates of each document and gives them back in order', async () => {
    const other = `${doc}-other`;

    const first = await log.append([
      { doc, data: bytes(1, 2, 3) },
      { doc: other, data: bytes(9) },
      { doc, data: bytes() },
    ]);
    const second = await log.append([{ doc, data: bytes(4) }]);

    expect([first, second]).toEqual([[1, 1, 2], [3]]);
    expect(await log.load(doc)).toEqual({
      updates: [bytes(1, 2, 3), bytes(), bytes(4)],
      hasSnapshot: false,
      seq: 3,
      sinceSnapshot: 3,
    });
  });

  it('shows another connection what was appended', async () => {
    await log.append([{ doc, data: bytes(7) }]);

    const reader = openLog();
    const loaded = await reader.load(doc);
    await reader.close();

    expect(loaded.updates).toEqual([bytes(7)]);
  });

  it('writes nothing of a batch of which one entry is impossible', async () => {
    const impossible = { doc, data: undefined } as unknown as { doc: string; data: Uint8Array };

    await expect(log.append([{ doc, data: bytes(1) }, impossible])).rejects.toThrow();

    expect((await log.load(doc)).updates).toEqual([]);
    expect(await log.append([{ doc, data: bytes(2) }])).toEqual([1]);
  });

  it('writes an entry after a number only where nobody else was first', async () => {
    expect(await log.appendAfter({ doc, data: bytes(1) }, 0)).toBe(true);
    expect(await log.appendAfter({ doc, data: bytes(2) }, 0)).toBe(false);
    await log.append([{ doc, data: bytes(3) }]);
    await log.compact(doc, bytes(13), 2);
    expect(await log.appendAfter({ doc, data: bytes(4) }, 1)).toBe(false);
    expect(await log.appendAfter({ doc, data: bytes(5) }, 2)).toBe(true);

    expect((await log.load(doc)).updates).toEqual([bytes(13), bytes(5)]);
    expect(await log.append([{ doc, data: bytes(6) }])).toEqual([4]);
  });

  it('lets one of many write after a number, while others append', async () => {
    const rivals = Array.from({ length: 4 }, openLog);
    await log.append([{ doc, data: bytes(1) }]);

    const tries = rivals.map((rival, index) => rival.appendAfter({ doc, data: bytes(index) }, 1));
    const won = await Promise.all(tries);
    const mixed = await Promise.all([
      log.appendAfter({ doc, data: bytes(9) }, 2),
      ...rivals.map((rival) => rival.append([{ doc, data: bytes(8) }])),
    ]);
    for (const rival of rivals) await rival.close();

    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await log.load(doc)).seq).toBe(mixed[0] ? 7 : 6);
  });

  it('puts a snapshot in the place of what it covers, and counts on', async () => {
    await log.append([bytes(1), bytes(2), bytes(3)].map((data) => ({ doc, data })));

    await log.compact(doc, bytes(12), 2);
    const afterwards = await log.append([{ doc, data: bytes(4) }]);

    expect(afterwards).toEqual([4]);
    expect(await log.load(doc)).toEqual({
      updates: [bytes(12), bytes(3), bytes(4)],
      hasSnapshot: true,
      seq: 4,
      sinceSnapshot: 2,
    });
  });

  it('counts on from a snapshot that covers everything, and never goes back to an older one', async () => {
    await log.append([bytes(1), bytes(2)].map((data) => ({ doc, data })));
    await log.compact(doc, bytes(12), 2);
    await log.compact(doc, bytes(1), 1);

    expect(await log.load(doc)).toEqual({
      updates: [bytes(12)],
      hasSnapshot: true,
      seq: 2,
      sinceSnapshot: 0,
    });
    expect(await log.append([{ doc, data: bytes(3) }])).toEqual([3]);
  });

  it('gives what came after a number, and the snapshot only where it covers more', async () => {
    await log.append([bytes(1), bytes(2), bytes(3)].map((data) => ({ doc, data })));
    await log.compact(doc, bytes(12), 2);
    const nothing = { updates: [], hasSnapshot: false, seq: 3, sinceSnapshot: 0 };
    const last = { updates: [bytes(3)], hasSnapshot: false, seq: 3, sinceSnapshot: 1 };
    const all = { updates: [bytes(12), bytes(3)], hasSnapshot: true, seq: 3, sinceSnapshot: 1 };

    expect(await log.load(doc, 3)).toEqual(nothing);
    expect(await log.load(doc, 2)).toEqual(last);
    expect(await log.load(doc, 1)).toEqual(all);
  });

  it('finds the last number of many documents at once, in snapshots too', async () => {
    const other = `${doc}-other`;
    await log.append([bytes(1), bytes(2)].map((data) => ({ doc, data })));
    await log.append([{ doc: other, data: bytes(3) }]);
    await log.compact(other, bytes(3), 1);

    expect(await log.findLast([doc, 'never written', other])).toEqual(
      new Map([
        [doc, 2],
        [other, 1],
      ]),
    );
  });

  it('takes an empty batch as the question whether it can be written', async () => {
    expect(await log.append([])).toEqual([]);
  });

  it('gives every update of two writers a number of its own', async () => {
    const rival = openLog();
    const writes = Array.from({ length: 30 }, (_, index) =>
      (index % 2 ? log : rival).append([{ doc, data: bytes(index) }]),
    );

    const seqs = (await Promise.all(writes)).flat();
    await rival.close();

    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from(seqs, (_, index) => index + 1));
    const inOrder = seqs.map((seq, index) => ({ seq, index })).sort((a, b) => a.seq - b.seq);
    expect((await log.load(doc)).updates).toEqual(inOrder.map(({ index }) => bytes(index)));
  });

  it('lets many writers of the same documents wait for one another, in any order', async () => {
    const rivals = Array.from({ length: 4 }, openLog);
    const docs = Array.from({ length: 20 }, (_, index) => `${doc}-${index}`);

    await Promise.all(
      rivals.map(async (rival, index) => {
        for (let round = 0; round < 10; round++) {
          const order = index % 2 ? docs : docs.toReversed();
          await rival.append(order.map((each) => ({ doc: each, data: bytes(index, round) })));
        }
      }),
    );
    for (const rival of rivals) await rival.close();

    for (const each of docs)
      expect(await log.load(each)).toMatchObject({ seq: 40, sinceSnapshot: 40 });
  });

  it('keeps every update when two compact it while others write', async () => {
    const rival = openLog();
    const append = (writer: UpdateLog, value: number) =>
      writer.append([{ doc, data: bytes(value) }]);
    for (let value = 1; value <= 20; value++) await append(log, value);

    await Promise.all([
      log.compact(doc, bytes(100), 15),
      append(rival, 21),
      rival.compact(doc, bytes(101), 18),
      append(log, 22),
    ]);
    await rival.close();

    const { updates, seq, hasSnapshot } = await log.load(doc);
    expect({ seq, hasSnapshot, snapshot: updates[0] }).toEqual({
      seq: 22,
      hasSnapshot: true,
      snapshot: bytes(101),
    });
    expect(updates.slice(1, 3)).toEqual([bytes(19), bytes(20)]);
    expect(updates.slice(3)).toHaveLength(2);
  });

  it('keeps a megabyte as it is', async () => {
    const data = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 31) % 256);
    await log.append([{ doc, data }]);

    expect((await log.load(doc)).updates[0]).toEqual(data);
  });
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}
