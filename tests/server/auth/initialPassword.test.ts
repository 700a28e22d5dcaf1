import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newInitialPassword } from '#server/auth/initialPassword.ts';
import { isGuessable } from '#server/auth/passwordPolicy.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';

const dayMs = 24 * 60 * 60 * 1000;
const changePath = '/api/auth/change-password';
const invitedSchema = z.object({ id: z.string(), initialPassword: z.string() });

describe('a password to hand over', () => {
  let alur: TestServer;
  let time = Date.now();

  beforeAll(async () => {
    alur = await openTestServer({ now: () => new Date(time) });
  });
  afterAll(() => alur.close());

  async function invite(name: string) {
    const email = `${name.toLowerCase()}@kpu.test`;
    const made = await (await alur.admin()).send('POST', '/api/users', { name, email });
    const { id, initialPassword } = invitedSchema.parse(made.body);
    return { id, email, password: initialPassword };
  }
  const change = (caller: Caller, currentPassword: string, newPassword: string) =>
    caller.send('POST', changePath, { currentPassword, newPassword });

  it('is random and keeps to the rules of passwords', async () => {
    const made = Array.from({ length: 20 }, () => newInitialPassword(new Date()).password);

    expect(new Set(made).size).toBe(20);
    for (const password of made) {
      expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
      expect(await isGuessable(password, { name: 'Dewi', email: 'dewi@kpu.test' })).toBe(false);
    }
  });

  it('opens nothing until its person has chosen another one, which is then theirs', async () => {
    const { email, password } = await invite('Dewi');
    const dewi = await alur.stranger.signIn({ email, password });

    const me = await dewi.get('/api/me');
    const shut = await dewi.get('/api/procedures');
    const token = await dewi.send('POST', '/api/tokens', { name: 'skrip' });
    const same = await change(dewi, password, password);
    const chosen = await change(dewi, password, 'serambi hujan sepeda');
    const afterwards = await dewi.get('/api/me');

    expect(me.body).toMatchObject({ email, duty: 'new-password' });
    for (const { status, body } of [shut, token])
      expect([status, body]).toMatchObject([403, { error: { code: 'new-password-needed' } }]);
    expect([same.status, chosen.status]).toEqual([400, 204]);
    expect(afterwards.body).toMatchObject({ duty: null });
    expect((await dewi.get('/api/procedures')).status).toBe(200);
    await expect(alur.stranger.signIn({ email, password })).rejects.toThrow('401');
  });

  it('ends after seven days, until an administrator gives a new one', async () => {
    const { id, email, password } = await invite('Budi');

    time += 7 * dayMs + 1000;
    const late = await alur.stranger.send('POST', '/api/auth/sign-in/email', { email, password });
    const guess = { email, password: 'tebakan tebakan' };
    const wrong = await alur.stranger.send('POST', '/api/auth/sign-in/email', guess);
    const admin = await alur.stranger.signIn({
      email: 'admin@kpu.test',
      password: 'rahasia-admin',
    });
    const renewed = await admin.send('POST', `/api/users/${id}/password`);
    const { initialPassword } = z.object({ initialPassword: z.string() }).parse(renewed.body);

    expect(late).toMatchObject({ status: 403, body: { error: { code: 'expired-password' } } });
    // Whoever does not know it learns nothing of it.
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'wrong-password' } } });
    expect(initialPassword).not.toBe(password);
    const budi = await alur.stranger.signIn({ email, password: initialPassword });
    expect((await budi.get('/api/me')).body).toMatchObject({ duty: 'new-password' });
  });
});
