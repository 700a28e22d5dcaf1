import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { DatabaseKind } from '#server/store/tables.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestMeeting, type TestMeeting } from '#tests/support/meetingServer.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { createPlace, type StoragePlace } from '#tests/support/storagePlaces.ts';

const noPostgres = await whyNoPostgres();
/** A server, a database and two accounts, on a machine that may be busy. */
const hookPatienceMs = 30_000;

describe.each<DatabaseKind>(['sqlite', 'postgres'])('meetings on %s', (kind) => {
  const needs = kind === 'postgres' ? noPostgres : undefined;
  let place: StoragePlace;
  let alur: TestServer;
  let meeting: TestMeeting;
  let dewi: Caller;
  let budi: Caller;
  let now = new Date();

  beforeAll(async () => {
    if (needs) return;
    place = await createPlace(kind);
    alur = await openTestServer({ ...place, now: () => now });
    dewi = await alur.signUp('Dewi');
    meeting = await openTestMeeting(alur, dewi);
    budi = await alur.signUp('Budi');
  }, hookPatienceMs);
  afterAll(async () => {
    await alur?.server.close();
    await place?.drop();
  }, hookPatienceMs);

  const test = it.skipIf(needs);

  async function join(who: Caller): Promise<void> {
    const { token } = await meeting.addLink();
    await who.send('POST', '/api/meetings/join', { token });
  }

  /** `open` once the document comes, or the code that the socket was closed with. */
  async function openProcedure(who: Caller, id = meeting.procedure): Promise<'open' | number> {
    const socket = new WebSocket(`${alur.url.replace('http', 'ws')}/sync/${id}`, {
      headers: { ...who.credentials },
    });
    const outcome = await Promise.race([
      once(socket, 'message').then(() => 'open' as const),
      once(socket, 'close').then(([code]) => Number(code)),
    ]);
    socket.terminate();
    return outcome;
  }

  test(`are planned with SOPs that one may edit ${needs ?? ''}`, async () => {
    const details = { title: 'Lain', office: [], place: '', scheduledOn: '2026-06-03T09:00' };
    const item = { id: 'x', procedure: meeting.procedure, title: 'x', presenter: '', minutes: 5 };
    const plan = (who: Caller, body: object) => who.send('POST', '/api/meetings', body);

    expect((await plan(budi, { details, items: [item] })).status).toBe(403);
    expect((await plan(budi, { details, items: [] })).status).toBe(201);
    expect(
      (await plan(dewi, { details: { ...details, scheduledOn: 'besok' }, items: [] })).body,
    ).toMatchObject({ error: { code: 'bad-input' } });
    expect((await plan(alur.stranger, { details, items: [] })).status).toBe(401);
    expect((await dewi.get('/api/meetings')).body).toMatchObject([
      { id: meeting.id, title: 'Pembahasan SOP', state: 'planned', isModerator: true },
    ]);
  });

  test(`let people in by a link: accounts, and guests where it says so ${needs ?? ''}`, async () => {
    const link = await meeting.addLink({ allowsGuests: false });
    const open = await meeting.addLink();
    const join = (body: object) => alur.stranger.send('POST', '/api/meetings/join', body);

    const invitation = await budi.send('POST', '/api/meetings/invitation', { token: link.token });
    expect(invitation.body).toMatchObject({ title: 'Pembahasan SOP', account: 'Budi' });
    expect((await budi.get(meeting.path())).status).toBe(403);
    await budi.send('POST', '/api/meetings/join', { token: link.token });
    expect((await meeting.see(budi)).me).toMatchObject({ name: 'Budi', isGuest: false });

    expect((await join({ token: link.token, name: 'Tamu' })).status).toBe(401);
    expect((await join({ token: open.token })).status).toBe(400);
    expect((await join({ token: open.token, name: ' ' })).status).toBe(400);
    const guest = await meeting.letIn(open.token, 'Bu Ani');
    expect((await meeting.see(guest)).me).toMatchObject({ name: 'Bu Ani', isGuest: true });
  });

  test(`show a guest the SOPs of the agenda while they run, and nothing else ${needs ?? ''}`, async () => {
    const { token } = await meeting.addLink();
    const guest = await meeting.letIn(token, 'Tamu');
    const other = await dewi.addProcedure(toProcedureFile(smallProcedure()));

    expect(await openProcedure(guest)).toBe(closeCodes.forbidden);
    expect(await meeting.do(guest, { type: 'start' })).toMatchObject({
      rejection: { code: 'not-yours' },
    });
    expect(await meeting.do(dewi, { type: 'start' })).toMatchObject({ ok: true });
    expect(await openProcedure(guest)).toBe('open');
    expect(await openProcedure(guest, other)).toBe(closeCodes.forbidden);
    for (const path of ['/api/procedures', `/api/procedures/${meeting.procedure}`, '/api/me'])
      expect((await guest.get(path)).status).toBe(401);
    for (const rest of ['/attendance', '/items/surat/before', '/links'])
      expect((await guest.get(meeting.path(rest))).status).toBe(401);
  });

  test(`keep the SOP as it was when they took it up ${needs ?? ''}`, async () => {
    const state = await dewi.get(meeting.path('/items/surat/before'));
    expect(state.body).toEqual(toProcedureFile(smallProcedure()));
    expect((await dewi.get(meeting.path('/items/surat/after'))).status).toBe(404);

    await meeting.do(dewi, { type: 'goToItem', item: 'lain', from: 'surat' });

    expect((await dewi.get(meeting.path('/items/surat/after'))).status).toBe(200);
    await meeting.do(dewi, { type: 'goToItem', item: 'surat', from: 'lain' });
  });

  test(`count each vote of many at the same moment ${needs ?? ''}`, async () => {
    const { token } = await meeting.addLink();
    const guests = await Promise.all(
      Array.from({ length: 12 }, (_, index) => meeting.letIn(token, `Tamu ${index}`)),
    );
    const choices = [
      { id: 'a', text: 'Setuju' },
      { id: 'b', text: 'Tidak' },
    ];
    const opening = { type: 'openVote', vote: 'v', question: 'Setuju?', choices, isSecret: true };
    await meeting.do(dewi, opening);

    await Promise.all(
      guests.map((guest, index) =>
        meeting.do(guest, { type: 'castVote', vote: 'v', choice: index < 7 ? 'a' : 'b' }),
      ),
    );
    const closed = await Promise.all(
      [1, 2].map(() => meeting.do(dewi, { type: 'closeVote', vote: 'v' })),
    );

    expect(closed.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await meeting.see(dewi)).meeting.votes).toMatchObject([{ cast: 12, counts: [7, 5] }]);
  });

  test(`show out who came by a link that is revoked, or whom the moderator removes ${needs ?? ''}`, async () => {
    const { id, token } = await meeting.addLink();
    const [ani, eko] = [await meeting.letIn(token, 'Ani'), await meeting.letIn(token, 'Eko')];
    const { me } = await meeting.see(eko);
    const socket = new WebSocket(`${alur.url.replace('http', 'ws')}/sync/${meeting.procedure}`, {
      headers: { ...ani.credentials },
    });
    await once(socket, 'message');

    await meeting.do(dewi, { type: 'removePerson', person: me.id });
    expect((await eko.get(meeting.path())).status).toBe(401);
    expect((await ani.get(meeting.path())).status).toBe(200);
    await dewi.send('DELETE', meeting.path(`/links/${id}`));

    expect((await once(socket, 'close'))[0]).toBe(closeCodes.signInNeeded);
    expect((await ani.get(meeting.path())).status).toBe(401);
    const again = await alur.stranger.send('POST', '/api/meetings/join', { token, name: 'Ani' });
    expect(again.body).toMatchObject({ error: { code: 'expired-link' } });
  });

  test(`tell whoever holds an expired link that it has expired ${needs ?? ''}`, async () => {
    const { token } = await meeting.addLink({ expiresInHours: 1 });
    const guest = await meeting.letIn(token, 'Tamu');
    const before = now;
    now = new Date(now.getTime() + 61 * 60_000);

    const answer = await alur.stranger.send('POST', '/api/meetings/invitation', { token });
    expect(answer.status).toBe(410);
    expect((await guest.get(meeting.path())).status).toBe(401);
    now = before;
  });

  test(`stay when they were held; guests are shown out at their end ${needs ?? ''}`, async () => {
    const { token } = await meeting.addLink();
    const guest = await meeting.letIn(token, 'Tamu');
    await join(budi);

    expect(await openProcedure(budi)).toBe('open');
    await meeting.do(dewi, { type: 'end' });

    expect((await guest.get(meeting.path())).status).toBe(401);
    expect(await openProcedure(budi)).toBe(closeCodes.forbidden);
    expect((await meeting.see(budi)).meeting.state).toBe('ended');
    expect((await dewi.send('DELETE', meeting.path())).body).toMatchObject({
      error: { code: 'meeting-begun' },
    });
    const versions = await dewi.get(`/api/procedures/${meeting.procedure}/versions`);
    const names = z.array(z.object({ name: z.string() })).parse(versions.body);
    expect(names.map(({ name }) => name)).toEqual(['Rapat: Pembahasan SOP (sebelum)']);
  });
});
