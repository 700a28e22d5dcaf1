import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxPositionLength } from '#protocol/meeting.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { Caller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { type LiveSocket, openLiveSocket } from '#tests/support/liveSocket.ts';
import { openTestMeeting, type TestMeeting } from '#tests/support/meetingServer.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';

describe('a meeting that is watched', () => {
  let alur: TestServer;
  let meeting: TestMeeting;
  let guest: Caller;
  let link: { readonly id: string; readonly token: string };
  let now = new Date();

  let dewi: Caller;

  beforeAll(async () => {
    alur = await openTestServer({ now: () => now });
    dewi = await alur.signUp('Dewi');
  });
  beforeEach(async () => {
    meeting = await openTestMeeting(alur, dewi);
    link = await meeting.addLink();
    guest = await meeting.letIn(link.token, 'Bu Ani');
  });
  afterAll(() => alur.close());

  const watch = (who: Caller): LiveSocket => openLiveSocket(alur.url, meeting.id, who.credentials);

  it('tells everybody what was decided, and who is there', async () => {
    const [dewis, guests] = [watch(dewi), watch(guest)];
    await dewis.sees({ meeting: { state: 'planned' }, me: { name: 'Dewi' } });
    await eventually(() => expect(guests.meeting?.here.length).toBe(2));

    await meeting.do(dewi, { type: 'start' });

    await guests.sees({ meeting: { state: 'running', live: { item: 'surat' } } });
    dewis.close();
    await eventually(() => expect(guests.meeting?.here.length).toBe(1));
    guests.close();
  });

  it('shows where the presenter is, to late-comers too, and where nobody else is', async () => {
    const [dewis, guests] = [watch(dewi), watch(guest)];
    await meeting.do(dewi, { type: 'start' });
    await dewis.sees({ meeting: { state: 'running' } });
    await guests.sees({ meeting: { state: 'running' } });

    guests.present('surat', { step: 'mine' });
    dewis.present('surat', { step: 'b' });

    await guests.seesPosition({ item: 'surat', position: { step: 'b' } });
    const late = watch(await meeting.letIn(link.token, 'Terlambat'));
    await late.seesPosition({ item: 'surat', position: { step: 'b' } });
    for (const socket of [dewis, guests, late]) socket.close();
    const afterwards = watch(guest);
    await afterwards.seesPosition({ item: 'surat', position: { step: 'b' } });
    afterwards.close();
  });

  it('lets the role be taken over when the presenter’s browser is gone for 10 s', async () => {
    const citra = await alur.signUp('Citra');
    await dewi.send('PUT', `/api/procedures/${meeting.procedure}/members`, {
      email: 'citra@kpu.test',
      role: 'editor',
    });
    await citra.send('POST', '/api/meetings/join', { token: link.token });
    const [dewis, citras] = [watch(dewi), watch(citra)];
    await meeting.do(dewi, { type: 'start' });
    await eventually(() => expect(citras.meeting?.here.length).toBe(2));

    expect(await meeting.do(citra, { type: 'takeOver' })).toMatchObject({
      rejection: { code: 'presenter-there' },
    });
    dewis.terminate();
    await eventually(() => expect(citras.meeting?.here.length).toBe(1));
    expect(await meeting.do(citra, { type: 'takeOver' })).toMatchObject({
      rejection: { code: 'presenter-there' },
    });
    now = new Date(now.getTime() + 10_000);

    expect(await meeting.do(citra, { type: 'takeOver' })).toMatchObject({ ok: true });
    citras.close();
  });

  it('shows out whose link is revoked, and guests when it is over', async () => {
    const other = await meeting.addLink();
    const stays = watch(await meeting.letIn(other.token, 'Eko'));
    const goes = watch(guest);
    await goes.sees({ meeting: { state: 'planned' } });

    await dewi.send('DELETE', meeting.path(`/links/${link.id}`));
    expect(await goes.closed).toBe(closeCodes.forbidden);

    await meeting.do(dewi, { type: 'start' });
    await stays.sees({ meeting: { state: 'running' } });
    await meeting.do(dewi, { type: 'end' });

    expect(await stays.closed).toBe(closeCodes.forbidden);
    expect(stays.meeting?.meeting.state).toBe('ended');
  });

  it('ends for an account that signs out', async () => {
    const eka = await alur.signUp('Eka');
    await eka.send('POST', '/api/meetings/join', { token: link.token });
    const socket = watch(eka);
    await socket.sees({ me: { name: 'Eka' } });

    await eka.send('POST', '/api/auth/sign-out', {});

    expect(await socket.closed).toBe(closeCodes.forbidden);
  });

  it.each([
    ['a stranger', {}, closeCodes.forbidden],
    ['a page of another site', { origin: 'https://evil.test' }, closeCodes.forbidden],
  ])('refuses %s', async (_who, headers, code) => {
    const credentials = 'origin' in headers ? guest.credentials : {};
    const socket = openLiveSocket(alur.url, meeting.id, { ...credentials, ...headers });

    expect(await socket.closed).toBe(code);
  });

  it.each([
    ['what is no message', () => 'halo', closeCodes.badFrame],
    [
      'a position that is too long',
      () =>
        JSON.stringify({ type: 'present', item: 'surat', position: 'x'.repeat(maxPositionLength) }),
      closeCodes.badFrame,
    ],
    ['a frame that is too large', () => 'x'.repeat(100_000), closeCodes.tooLarge],
  ])('ends a connection that sends %s', async (_what, text, code) => {
    const socket = watch(guest);
    await socket.sees({ meeting: { state: 'planned' } });

    socket.send(text());

    expect(await socket.closed).toBe(code);
  });

  it('ends a connection that sends a flood', async () => {
    const socket = watch(guest);
    await socket.sees({ meeting: { state: 'planned' } });

    for (let index = 0; index < 1000; index++) socket.present('surat', { index });

    expect(await socket.closed).toBe(closeCodes.tooMany);
  });

  it('lets one person in ten times, also when more come at the same moment', async () => {
    const sockets = Array.from({ length: 13 }, () => watch(guest));
    const refused: number[] = [];
    for (const { closed } of sockets) void closed.then((code) => refused.push(code));

    await eventually(() => expect(refused).toEqual(Array(3).fill(closeCodes.tooMany)));
    await eventually(() => expect(sockets.filter(({ meeting: seen }) => seen).length).toBe(10));

    for (const socket of sockets) socket.close();
  });
});
