import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';

const createdSchema = z.object({ id: z.string(), token: z.string(), name: z.string() });

describe('API tokens', () => {
  let alur: TestServer;

  beforeAll(async () => {
    alur = await openTestServer();
  });
  afterAll(() => alur.close());

  it('sign a script in until they are revoked', async () => {
    const dewi = await alur.signUp('Dewi');
    const created = createdSchema.parse(
      (await dewi.send('POST', '/api/tokens', { name: 'skrip' })).body,
    );
    const script = alur.stranger.withToken(created.token);

    expect((await script.get('/api/me')).body).toMatchObject({ name: 'Dewi' });
    const [listed] = z.array(z.looseObject({})).parse((await dewi.get('/api/tokens')).body);
    expect(listed).toEqual({
      id: created.id,
      name: 'skrip',
      createdAt: expect.any(String),
      lastUsedAt: expect.any(String),
      expiresAt: expect.any(String),
    });

    expect((await dewi.send('DELETE', `/api/tokens/${created.id}`)).status).toBe(204);
    expect(await script.get('/api/me')).toMatchObject({
      status: 401,
      body: { error: { code: 'bad-token' } },
    });
  });

  it('are kept as a hash only', async () => {
    const budi = await alur.signUp('Budi');
    const created = createdSchema.parse(
      (await budi.send('POST', '/api/tokens', { name: 'skrip' })).body,
    );
    const { default: Sqlite } = await import('libsql');
    const database = new Sqlite(`${alur.dataFolder}/alur.db`);

    const rows = JSON.stringify(database.prepare('select * from api_token').all());

    database.close();
    expect(rows).toContain(created.id);
    expect(rows).not.toContain(created.token);
  });

  it('belong to their person', async () => {
    const [citra, eko] = [await alur.signUp('Citra'), await alur.signUp('Eko')];
    const created = createdSchema.parse(
      (await citra.send('POST', '/api/tokens', { name: 'skrip' })).body,
    );

    const answer = await eko.send('DELETE', `/api/tokens/${created.id}`);

    expect(answer.body).toMatchObject({ error: { code: 'unknown-token' } });
    expect((await eko.get('/api/tokens')).body).toEqual([]);
  });

  it('are refused when they are no token, cookie or not', async () => {
    const fajar = await alur.signUp('Fajar');

    for (const authorization of ['Bearer', 'Bearer salah', 'Basic YTpi'])
      expect(
        await fajar.send('GET', '/api/me', undefined, { headers: { authorization } }),
      ).toMatchObject({ status: 401, body: { error: { code: 'bad-token' } } });
  });
});
