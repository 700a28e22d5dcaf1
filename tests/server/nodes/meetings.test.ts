import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCodes } from '#protocol/sync.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openLiveSocket } from '#tests/support/liveSocket.ts';
import { openTestMeeting } from '#tests/support/meetingServer.ts';
import {
  openTestServer,
  type TestServer,
  type TestServerParts,
} from '#tests/support/openTestServer.ts';
import { type OwnRedis, openOwnRedis, whyNoRedis } from '#tests/support/ownRedis.ts';
import {
  createScratchPostgres,
  type ScratchPostgres,
  whyNoPostgres,
} from '#tests/support/scratchPostgres.ts';

/** Two servers and a database, on a machine that may be busy. */
const hookPatienceMs = 30_000;
const lacking = (await whyNoPostgres()) ?? whyNoRedis();

describe.skipIf(lacking).each(['with', 'without'])(
  `a meeting on two nodes %s Redis ${lacking ?? ''}`,
  (redisIs) => {
    let postgres: ScratchPostgres;
    let redis: OwnRedis | undefined;
    let a: TestServer;
    let b: TestServer;

    beforeAll(async () => {
      postgres = await createScratchPostgres();
      redis = redisIs === 'with' ? await openOwnRedis() : undefined;
      const parts: TestServerParts = { databaseUrl: postgres.url, redisUrl: redis?.url };
      a = await openTestServer(parts);
      b = await openTestServer(parts);
      if (redis)
        for (const { url } of [a, b])
          await eventually(async () =>
            expect(await (await fetch(`${url}/metrics`)).text()).toContain('\nalur_redis_up 1\n'),
          );
    }, hookPatienceMs);
    afterAll(async () => {
      await Promise.all([a.close(), b.close()]);
      await redis?.close();
      await postgres.drop();
    }, hookPatienceMs);

    it('is the same for everybody', async () => {
      const dewi = await a.signUp('Dewi');
      const meeting = await openTestMeeting(a, dewi);
      const { id, token } = await meeting.addLink();
      const guest = await meeting.letIn(token, 'Bu Ani');
      const here = openLiveSocket(a.url, meeting.id, dewi.credentials);
      const there = openLiveSocket(b.url, meeting.id, guest.credentials);
      await here.sees({ me: { name: 'Dewi' } });
      await eventually(() =>
        expect([here, there].map((s) => s.meeting?.here.length)).toEqual([2, 2]),
      );

      await meeting.do(dewi, { type: 'start' });
      await there.sees({ meeting: { live: { item: 'surat' } } });
      await here.sees({ meeting: { live: { item: 'surat' } } });
      here.present('surat', { step: 'b' });
      await there.seesPosition({ position: { step: 'b' } });

      await dewi.send('DELETE', meeting.path(`/links/${id}`));
      expect(await there.closed).toBe(closeCodes.forbidden);
      await eventually(() => expect(here.meeting?.here.length).toBe(1));
      here.close();
      there.close();
    });
  },
);
