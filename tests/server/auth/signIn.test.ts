import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer, testAdmin } from '#tests/support/openTestServer.ts';

const signInPath = '/api/auth/sign-in/email';

describe('signing in', () => {
  let alur: TestServer;

  beforeAll(async () => {
    alur = await openTestServer({ rateLimits: { failedSignInsPerAccount: 3 } });
  });
  afterAll(() => alur.close());

  it('gives a session cookie that scripts of a page cannot read', async () => {
    const answer = await alur.stranger.send('POST', signInPath, testAdmin);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ user: { email: testAdmin.email, isAdmin: true } });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^alur\.session_token=.*HttpOnly; SameSite=Lax/,
    );
  });

  it('tells who is signed in', async () => {
    const dewi = await alur.signUp('Dewi');

    expect((await dewi.get('/api/me')).body).toEqual({
      id: expect.any(String),
      name: 'Dewi',
      email: 'dewi@kpu.test',
      isAdmin: false,
      duty: null,
    });
  });

  it('takes the e-mail address in any case', async () => {
    const account = { ...testAdmin, email: 'ADMIN@kpu.test' };

    expect((await alur.stranger.send('POST', signInPath, account)).status).toBe(200);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = { email: testAdmin.email, password: 'salah-sekali' };
    const unknown = { email: 'tiada@kpu.test', password: 'salah-sekali' };

    const answers = [
      await alur.stranger.send('POST', signInPath, wrong),
      await alur.stranger.send('POST', signInPath, unknown),
    ];

    expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(answers[0]?.body).toMatchObject({ error: { code: 'wrong-password' } });
  });

  it('makes a guesser wait, and nobody else', async () => {
    const guess = { email: 'budi@kpu.test', password: 'tebakan-lain' };
    const attempts = Array.from({ length: 5 }, () => alur.stranger.send('POST', signInPath, guess));
    const statuses = (await Promise.all(attempts)).map((attempt) => attempt.status);
    const answer = await alur.stranger.send('POST', signInPath, guess);

    expect(statuses.sort()).toEqual([401, 401, 401, 429, 429]);
    expect(answer.status).toBe(429);
    expect(answer.body).toMatchObject({ error: { code: 'too-many-requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await (await alur.signUp('Citra')).get('/api/me')).status).toBe(200);
  });

  it('lets a person sign in as often as they like', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 5; attempt++)
      statuses.push((await alur.stranger.send('POST', signInPath, testAdmin)).status);

    expect(statuses).toEqual([200, 200, 200, 200, 200]);
  });

  it('ends the session when signing out', async () => {
    const eko = await alur.signUp('Eko');

    const answer = await eko.send('POST', '/api/auth/sign-out', {});

    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await eko.get('/api/me')).status).toBe(401);
  });

  it('refuses a cookie that was tampered with', async () => {
    const fajar = await alur.signUp('Fajar');
    const forged = (fajar.credentials.cookie ?? '').replace(/=./, (start) =>
      start === '=a' ? '=b' : '=a',
    );

    const answer = await alur.stranger.send('GET', '/api/me', undefined, {
      headers: { cookie: forged },
    });

    expect(answer.status).toBe(401);
  });

  it('changes a password, which ends the other sessions', async () => {
    const gita = await alur.signUp('Gita');
    const account = { email: 'gita@kpu.test', password: 'rahasia-kantor' };
    const elsewhere = await alur.stranger.signIn(account);
    const change = { currentPassword: account.password, newPassword: 'rahasia-baru' };

    const refused = await gita.send('POST', '/api/auth/change-password', {
      ...change,
      currentPassword: 'salah-sekali',
    });
    const done = await gita.send('POST', '/api/auth/change-password', change);

    expect(refused.body).toMatchObject({ error: { code: 'wrong-password' } });
    expect(done.status).toBe(204);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    const again = await alur.stranger.signIn({ ...account, password: 'rahasia-baru' });
    expect((await again.get('/api/me')).status).toBe(200);
  });

  it('lets nobody sign up', async () => {
    const account = { name: 'Orang', email: 'orang@kpu.test', password: 'rahasia-orang' };

    const answer = await alur.stranger.send('POST', '/api/auth/sign-up/email', account);

    expect(answer.status).toBe(404);
  });
});

describe('signing in behind https', () => {
  it('sends the cookie over https only, and keeps browsers there', async () => {
    const alur = await openTestServer({ publicUrl: new URL('https://sop.kpu.test') });

    const answer = await alur.stranger.send('POST', signInPath, testAdmin, {
      headers: { origin: 'https://sop.kpu.test' },
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = await alur.stranger.send('GET', '/api/me', undefined, { headers: { cookie } });

    await alur.close();
    expect(me.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-alur\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(answer.headers.get('strict-transport-security')).toBe(
      'max-age=31536000; includeSubDomains',
    );
  });
});
