import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { Caller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { type OwnRedis, openOwnRedis, whyNoRedis } from '#tests/support/ownRedis.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const lacking = (await whyNoPostgres()) ?? whyNoRedis();

// The servers look at every connection again each minute; a test that has to wait for that fails.
describe.skipIf(lacking)(`what is decided on one node ${lacking ?? ''}`, () => {
  let postgres: ScratchPostgres;
  let redis: OwnRedis;
  let a: TestServer;
  let b: TestServer;
  let dewi: Caller;
  let budi: Caller;
  let id: string;
  let budiId: string;

  beforeAll(async () => {
    postgres = await createScratchPostgres();
    redis = await openOwnRedis();
    const parts = { databaseUrl: postgres.url, redisUrl: redis.url };
    a = await openTestServer(parts);
    b = await openTestServer(parts);
    for (const { url } of [a, b])
      await eventually(async () =>
        expect(await (await fetch(`${url}/metrics`)).text()).toContain('\nalur_redis_up 1\n'),
      );
    dewi = await a.signUp('Dewi');
    budi = await a.signUp('Budi');
    budiId = z.object({ id: z.string() }).parse((await budi.get('/api/me')).body).id;
    id = await dewi.addProcedure(toProcedureFile(smallProcedure()));
  });
  afterAll(async () => {
    await Promise.all([a.close(), b.close()]);
    await redis.close();
    await postgres.drop();
  });

  async function letBudiIn(): Promise<void> {
    const body = { email: 'budi@kpu.test', role: 'editor' };
    await dewi.send('PUT', `/api/procedures/${id}/members`, body);
  }

  /** On the other node. Resolves with a promise of its close code. */
  async function openSocket(credentials = budi.credentials): Promise<{ closed: Promise<number> }> {
    const url = `${b.url.replace('http', 'ws')}/sync/${id}`;
    const webSocket = new WebSocket(url, { headers: { ...credentials } });
    const closed = once(webSocket, 'close').then(([code]) => Number(code));
    // The first message shows that it was let in.
    await once(webSocket, 'message');
    return { closed };
  }

  it('is a role taken away that closes the connection to the other', async () => {
    await letBudiIn();
    const { closed } = await openSocket();

    await dewi.send('DELETE', `/api/procedures/${id}/members/${budiId}`);

    expect(await closed).toBe(closeCodes.forbidden);
  });

  it('is a session that ends there too', async () => {
    await letBudiIn();
    const elsewhere = await a.stranger.signIn({
      email: 'budi@kpu.test',
      password: 'rahasia-kantor',
    });
    const { closed } = await openSocket(elsewhere.credentials);

    await elsewhere.send('POST', '/api/auth/sign-out');

    expect(await closed).toBe(closeCodes.signInNeeded);
    expect((await budi.get('/api/me')).status).toBe(200);
  });

  it('is a procedure deleted for everybody', async () => {
    await letBudiIn();
    const { closed } = await openSocket();

    await dewi.send('DELETE', `/api/procedures/${id}`);

    expect(await closed).toBe(closeCodes.unknownProcedure);
  });

  it('is ready without Redis, and says in its metrics that it is gone', async () => {
    await redis.kill();

    await eventually(async () =>
      expect(await (await fetch(`${a.url}/metrics`)).text()).toContain('\nalur_redis_up 0\n'),
    );
    expect((await fetch(`${a.url}/readyz`)).status).toBe(200);
  });
});
