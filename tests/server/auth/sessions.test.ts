import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer, testAdmin } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const password = 'rahasia-kantor';
const newPassword = 'serambi hujan sepeda';
const hourMs = 60 * 60 * 1000;

describe('a session', () => {
  let alur: TestServer;
  let id: string;
  let time = Date.now();

  beforeAll(async () => {
    alur = await openTestServer({
      now: () => new Date(time),
      sessionLimits: { idleHours: 2, longestHours: 12 },
      rateLimits: { failedSignInsPerAccount: 3, failedSignInsPerAccountAnywhere: 5 },
    });
    id = await (await alur.admin()).addProcedure(toProcedureFile(smallProcedure()));
  });
  afterAll(() => alur.close());

  const statusOf = async (caller: Caller) => (await caller.get('/api/me')).status;
  const signIn = (name: string, secret = password) =>
    alur.stranger.signIn({ email: `${name}@kpu.test`, password: secret });
  const findUserId = async (caller: Caller) =>
    z.object({ id: z.string() }).parse((await caller.get('/api/me')).body).id;

  /** An open document of this person, who becomes its editor. */
  async function openSocket(name: string, caller: Caller): Promise<WebSocket> {
    const member = { email: `${name}@kpu.test`, role: 'editor' };
    await (await alur.admin()).send('PUT', `/api/procedures/${id}/members`, member);
    const socket = new WebSocket(`${alur.url.replace('http', 'ws')}/sync/${id}`, {
      headers: caller.credentials,
    });
    await once(socket, 'message');
    return socket;
  }

  it('ends after its longest time, whatever its person does', async () => {
    const dewi = await alur.signUp('Dewi');
    const before = await statusOf(dewi);

    time += 12 * hourMs + 60_000;
    const after = await statusOf(dewi);
    time -= 12 * hourMs + 60_000;

    expect([before, after]).toEqual([200, 401]);
    // It was ended for good, not only refused.
    expect(await statusOf(dewi)).toBe(401);
  });

  it('tells the browser to forget the cookie after the idle time', async () => {
    const answer = await alur.stranger.send('POST', '/api/auth/sign-in/email', testAdmin);

    expect(answer.headers.get('set-cookie')).toContain(`Max-Age=${2 * 60 * 60};`);
  });

  it('can be seen and ended from another one', async () => {
    const here = await alur.signUp('Budi');
    const there = await signIn('budi');
    const socket = await openSocket('budi', there);

    const listed = (await here.get('/api/sessions')).body;
    const ended = await here.send('DELETE', '/api/sessions');
    const [code] = await once(socket, 'close');

    expect(listed).toMatchObject([{ isCurrent: false }, { isCurrent: true, address: '127.0.0.1' }]);
    expect(ended.status).toBe(204);
    expect(code).toBe(closeCodes.signInNeeded);
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
  });

  it('ends with its sockets when its person signs out', async () => {
    const citra = await alur.signUp('Citra');
    const socket = await openSocket('citra', citra);

    await citra.send('POST', '/api/auth/sign-out', {});

    expect((await once(socket, 'close'))[0]).toBe(closeCodes.signInNeeded);
  });

  it('goes on when its person changes the password, and the others end with their sockets', async () => {
    const here = await alur.signUp('Eko');
    const there = await signIn('eko');
    const [mine, other] = [await openSocket('eko', here), await openSocket('eko', there)];

    const changed = await here.send('POST', '/api/auth/change-password', {
      currentPassword: password,
      newPassword,
    });
    const [code] = await once(other, 'close');

    expect(changed.status).toBe(204);
    expect(code).toBe(closeCodes.signInNeeded);
    expect(mine.readyState).toBe(WebSocket.OPEN);
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
    expect(await statusOf(await signIn('eko', newPassword))).toBe(200);
    mine.terminate();
  });

  it('makes who guesses the password of an open session wait', async () => {
    const fajar = await alur.signUp('Fajar');
    const guess = { currentPassword: 'tebakan tebakan', newPassword };

    const statuses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++)
      statuses.push((await fajar.send('POST', '/api/auth/change-password', guess)).status);

    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('makes who guesses one password from many addresses wait', async () => {
    const guessFrom = (address: string) =>
      alur.stranger.send(
        'POST',
        '/api/auth/sign-in/email',
        { email: 'sasaran@kpu.test', password: 'tebakan' },
        { headers: { 'x-forwarded-for': address } },
      );

    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt++)
      statuses.push((await guessFrom(`203.0.113.${attempt}`)).status);

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('ends with its sockets when an administrator gives a new password', async () => {
    const gita = await alur.signUp('Gita');
    const socket = await openSocket('gita', gita);
    const path = `/api/users/${await findUserId(gita)}/password`;

    const byGita = await gita.send('POST', path);
    const byAdmin = await (await alur.admin()).send('POST', path);
    const [code] = await once(socket, 'close');

    expect([byGita.status, byAdmin.status, code]).toEqual([403, 200, closeCodes.signInNeeded]);
    expect(await statusOf(gita)).toBe(401);
    await expect(signIn('gita')).rejects.toThrow('401');
    const { initialPassword } = z.object({ initialPassword: z.string() }).parse(byAdmin.body);
    expect(await statusOf(await signIn('gita', initialPassword))).toBe(200);
  });

  it('ends with its sockets and tokens when the account is closed, until it is opened', async () => {
    const hadi = await alur.signUp('Hadi');
    const { token } = z
      .object({ token: z.string() })
      .parse((await hadi.send('POST', '/api/tokens', { name: 'skrip' })).body);
    const script = alur.stranger.withToken(token);
    const socket = await openSocket('hadi', hadi);
    const admin = await alur.admin();
    const path = `/api/users/${await findUserId(hadi)}`;

    const byHadi = await hadi.send('PATCH', path, { isAdmin: true });
    const closed = await admin.send('PATCH', path, { isActive: false });
    const [code] = await once(socket, 'close');
    const whileClosed = [await statusOf(hadi), await statusOf(script)];
    const right = await alur.stranger.send('POST', '/api/auth/sign-in/email', {
      email: 'hadi@kpu.test',
      password,
    });
    const wrong = await alur.stranger.send('POST', '/api/auth/sign-in/email', {
      email: 'hadi@kpu.test',
      password: 'tebakan',
    });
    await admin.send('PATCH', path, { isActive: true });

    expect(byHadi.status).toBe(403);
    expect(closed).toMatchObject({ status: 200, body: { name: 'Hadi', isActive: false } });
    expect(code).toBe(closeCodes.signInNeeded);
    expect(whileClosed).toEqual([401, 401]);
    expect(right).toMatchObject({ status: 403, body: { error: { code: 'account-closed' } } });
    // Whoever does not know the password learns nothing of the account.
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'wrong-password' } } });
    expect(await statusOf(hadi)).toBe(401);
    expect([await statusOf(await signIn('hadi')), await statusOf(script)]).toEqual([200, 200]);
  });

  it('of the last administrator stays', async () => {
    const admin = await alur.admin();
    const path = `/api/users/${await findUserId(admin)}`;

    for (const change of [{ isActive: false }, { isAdmin: false }])
      expect(await admin.send('PATCH', path, change)).toMatchObject({
        status: 409,
        body: { error: { code: 'last-admin' } },
      });
    expect(await admin.send('PATCH', '/api/users/tiada', {})).toMatchObject({ status: 404 });
    expect((await admin.get('/api/users')).status).toBe(200);
  });

  it('is not what an API token is: it changes no password and sees no sessions', async () => {
    const joko = await alur.signUp('Joko');
    const { token } = z
      .object({ token: z.string() })
      .parse((await joko.send('POST', '/api/tokens', { name: 'skrip' })).body);
    const script = alur.stranger.withToken(token);

    const answers = [
      await script.get('/api/sessions'),
      await script.send('DELETE', '/api/sessions'),
      await script.send('POST', '/api/auth/change-password', {
        currentPassword: password,
        newPassword,
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    for (const { body } of answers)
      expect(body).toMatchObject({ error: { code: 'sign-in-needed' } });
    expect([await statusOf(joko), await statusOf(await signIn('joko'))]).toEqual([200, 200]);
  });

  it('by an API token lasts as long as was asked for', async () => {
    const indah = await alur.signUp('Indah');
    const created = await indah.send('POST', '/api/tokens', { name: 'skrip', expiresInDays: 1 });
    const { token } = z.object({ token: z.string() }).parse(created.body);
    const tooLong = await indah.send('POST', '/api/tokens', { name: 'skrip', expiresInDays: 999 });
    const script = alur.stranger.withToken(token);
    const before = await statusOf(script);

    time += 24 * hourMs;
    const after = await statusOf(script);
    time -= 24 * hourMs;

    expect([before, after, tooLong.status]).toEqual([200, 401, 400]);
  });
});
