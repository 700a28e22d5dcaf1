import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const linkSchema = z.object({ id: z.string(), url: z.url(), expiresAt: z.string() });
const hourMs = 3_600_000;

describe('share links', () => {
  let alur: TestServer;
  let owner: Caller;
  let time = Date.parse('2026-03-02T08:00:00Z');

  beforeAll(async () => {
    alur = await openTestServer({ now: () => new Date(time) });
    owner = await alur.signUp('Owner');
  });
  afterAll(() => alur.close());

  async function share(role: string, expiresInHours: number) {
    const id = await owner.addProcedure(toProcedureFile(smallProcedure()));
    const answer = await owner.send('POST', `/api/procedures/${id}/links`, {
      role,
      expiresInHours,
    });
    const link = linkSchema.parse(answer.body);
    return { id, link, token: link.url.split('/tautan/')[1] ?? '' };
  }

  const redeem = (caller: Caller, token: string) =>
    caller.send('POST', '/api/links/redeem', { token });

  it('lead to this server and are shown once', async () => {
    const { id, link } = await share('viewer', 24);

    const access = (await owner.get(`/api/procedures/${id}/access`)).body;

    expect(link.url).toMatch(new RegExp(`^${alur.url}/tautan/[\\w-]{43}$`));
    expect(link.expiresAt).toBe('2026-03-03T08:00:00.000Z');
    expect(access).toMatchObject({
      links: [{ id: link.id, role: 'viewer', expiresAt: link.expiresAt }],
    });
    expect(JSON.stringify(access)).not.toContain('/tautan/');
  });

  it('give their role until they expire', async () => {
    const budi = await alur.signUp('Budi');
    const { id, token } = await share('editor', 1);

    const redeemed = await redeem(budi, token);
    const before = await budi.get(`/api/procedures/${id}/access`);
    time += hourMs + 1;
    const after = await budi.get(`/api/procedures/${id}/access`);

    expect(redeemed.body).toEqual({ id, role: 'editor' });
    expect(before.body).toMatchObject({ role: 'editor' });
    expect(after).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
    expect((await budi.get('/api/procedures')).body).toEqual([]);
    expect(await redeem(budi, token)).toMatchObject({
      status: 410,
      body: { error: { code: 'expired-link' } },
    });
  });

  it('take their role with them when they are revoked', async () => {
    const citra = await alur.signUp('Citra');
    const { id, link, token } = await share('viewer', 1);
    await redeem(citra, token);

    await owner.send('DELETE', `/api/procedures/${id}/links/${link.id}`);

    expect((await citra.get(`/api/procedures/${id}`)).status).toBe(403);
    expect((await redeem(citra, token)).status).toBe(410);
  });

  it('never weaken who has a stronger role', async () => {
    const { id, token } = await share('viewer', 1);

    expect((await redeem(owner, token)).body).toEqual({ id, role: 'owner' });
    expect((await owner.get(`/api/procedures/${id}/access`)).body).toMatchObject({ role: 'owner' });
  });

  it('cannot make an owner', async () => {
    const id = await owner.addProcedure(toProcedureFile(smallProcedure()));

    const answer = await owner.send('POST', `/api/procedures/${id}/links`, {
      role: 'owner',
      expiresInHours: 1,
    });

    expect(answer.body).toMatchObject({ error: { code: 'bad-input' } });
  });

  it('say the same of a made-up token', async () => {
    const eko = await alur.signUp('Eko');

    expect((await redeem(eko, 'tebakan')).body).toMatchObject({ error: { code: 'expired-link' } });
  });

  it('are kept as a hash only', async () => {
    const { link, token } = await share('viewer', 1);
    const { default: Sqlite } = await import('libsql');
    const database = new Sqlite(`${alur.dataFolder}/alur.db`);

    const rows = JSON.stringify(database.prepare('select * from share_link').all());

    database.close();
    expect(rows).toContain(link.id);
    expect(rows).not.toContain(token);
  });
});
