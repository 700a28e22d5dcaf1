import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const noPostgres = await whyNoPostgres();

describe.skipIf(noPostgres)(`the server on PostgreSQL ${noPostgres ?? ''}`, () => {
  let postgres: ScratchPostgres;
  let alur: TestServer;

  beforeAll(async () => {
    postgres = await createScratchPostgres();
    alur = await openTestServer({ databaseUrl: postgres.url });
  });
  afterAll(async () => {
    await alur.close();
    await postgres.drop();
  });

  it('keeps accounts, sessions, procedures and roles through a restart', async () => {
    const [dewi, budi] = [await alur.signUp('Dewi'), await alur.signUp('Budi')];
    const id = await dewi.addProcedure(toProcedureFile(smallProcedure()));
    await dewi.send('POST', `/api/procedures/${id}/versions`, { name: 'draf' });
    const link = await dewi.send('POST', `/api/procedures/${id}/links`, {
      role: 'editor',
      expiresInHours: 1,
    });
    const { url } = z.object({ url: z.string() }).parse(link.body);
    await budi.send('POST', '/api/links/redeem', { token: url.split('/').at(-1) });

    alur = await alur.restart();
    const asBudi = (path: string) =>
      alur.stranger.send('GET', path, undefined, { headers: budi.credentials });

    expect((await asBudi(`/api/procedures/${id}`)).body).toEqual(toProcedureFile(smallProcedure()));
    expect((await asBudi('/api/procedures')).body).toMatchObject([
      { id, role: 'editor', stepCount: 4, updatedBy: 'Dewi' },
    ]);
    expect((await asBudi(`/api/procedures/${id}/versions`)).body).toMatchObject([{ name: 'draf' }]);
  });

  it('is started by several nodes at once, which make one first administrator', async () => {
    const fresh = await createScratchPostgres();

    const nodes = await Promise.all(
      [1, 2, 3].map(() => openTestServer({ databaseUrl: fresh.url })),
    );
    const users = await (await nodes[0]?.admin())?.get('/api/users');

    for (const node of nodes) await node.close();
    await fresh.drop();
    expect(users?.body).toMatchObject([{ isAdmin: true, email: 'admin@kpu.test' }]);
  });

  it('is not upset by an id or name with a zero character', async () => {
    const admin = await alur.admin();

    const byId = await admin.get('/api/procedures/%00');
    const byName = await admin.send('POST', '/api/tokens', { name: 'a\0b' });

    expect([byId.status, byName.status]).toEqual([400, 400]);
  });
});
