import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import { wordsSchema } from '#protocol/words.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('GET /api/words', () => {
  let alur: TestServer;
  let owner: Caller;

  beforeAll(async () => {
    alur = await openTestServer();
    owner = await alur.signUp('Dewi');
    await owner.addProcedure(toProcedureFile(smallProcedure()));
  });

  afterAll(() => alur.close());

  it('tells what my procedures use', async () => {
    const words = await wordsOf(owner);

    expect(words.actors).toEqual(['Staf', 'Kasubag', 'Sekretaris']);
    expect(words.documents).toContain('Lembar disposisi');
    expect(words.legalBases).toContain('PKPU 14/2020');
    expect(words.titles).toEqual(['Pengelolaan Surat Masuk']);
  });

  it('tells nothing of procedures that I may not read, until they are shared', async () => {
    const other = await alur.signUp('Tono');
    expect((await wordsOf(other)).actors).toEqual([]);

    const id = await owner.addProcedure(toProcedureFile(smallProcedure()));
    await owner.send('PUT', `/api/procedures/${id}/members`, {
      email: 'tono@kpu.test',
      role: 'viewer',
    });
    expect((await wordsOf(other)).actors).toEqual(['Staf', 'Kasubag', 'Sekretaris']);

    await owner.send('DELETE', `/api/procedures/${id}`);
    expect((await wordsOf(other)).actors).toEqual([]);
  });

  it('is not for strangers', async () => {
    expect((await alur.stranger.get('/api/words')).status).toBe(401);
  });
});

async function wordsOf(caller: Caller) {
  return wordsSchema.parse((await caller.get('/api/words')).body);
}
