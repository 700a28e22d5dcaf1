import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOrCreateSecret } from '#server/auth/secretFile.ts';
import { openTestServer } from '#tests/support/openTestServer.ts';

const sari = { name: 'Sari', email: 'sari@kpu.test', password: 'rahasia-sari' };

describe('the first administrator', () => {
  it('is made once with the token that the server printed', async () => {
    const alur = await openTestServer({ initialAdmin: undefined });
    const body = { token: alur.server.setupToken, ...sari };

    const wrong = await alur.stranger.send('POST', '/api/setup', { ...body, token: 'tebakan' });
    const [first, second] = await Promise.all([
      alur.stranger.send('POST', '/api/setup', body),
      alur.stranger.send('POST', '/api/setup', { ...body, email: 'lain@kpu.test' }),
    ]);
    const me = await (await alur.stranger.signIn(sari)).get('/api/me');

    expect(wrong.body).toMatchObject({ error: { code: 'bad-setup-token' } });
    expect([first.status, second.status].sort()).toEqual([201, 403]);
    expect(me.body).toMatchObject({ email: sari.email, isAdmin: true });
    expect(alur.server.setupToken).toBeUndefined();

    const again = await alur.restart();
    expect(again.server.setupToken).toBeUndefined();
    await again.close();
  });

  it('keeps the token when the form was not filled in well', async () => {
    const alur = await openTestServer({ initialAdmin: undefined });
    const token = alur.server.setupToken;

    const answer = await alur.stranger.send('POST', '/api/setup', {
      token,
      ...sari,
      password: 'pendek',
    });

    expect(answer.status).toBe(400);
    expect(alur.server.setupToken).toBe(token);
    await alur.close();
  });

  it('gets a new token at each start until there is one', async () => {
    const alur = await openTestServer({ initialAdmin: undefined });
    const token = alur.server.setupToken;

    const again = await alur.restart();

    expect(again.server.setupToken).toEqual(expect.any(String));
    expect(again.server.setupToken).not.toBe(token);
    await again.close();
  });

  it('comes from the environment at the first start only', async () => {
    const alur = await openTestServer({ initialAdmin: sari });
    const again = await alur.restart();

    expect((await again.stranger.signIn(sari)).credentials.cookie).toBeTruthy();
    expect(again.server.setupToken).toBeUndefined();
    await again.close();
  });
});

describe('accounts', () => {
  it('are made and listed by administrators only', async () => {
    const alur = await openTestServer();
    const admin = await alur.admin();
    const dewi = await alur.signUp('Dewi');
    const account = { name: 'Budi', email: 'budi@kpu.test' };

    const byDewi = await dewi.send('POST', '/api/users', account);
    const made = await admin.send('POST', '/api/users', account);
    const twice = await admin.send('POST', '/api/users', { ...account, email: 'BUDI@kpu.test' });

    expect(byDewi.body).toMatchObject({ error: { code: 'forbidden' } });
    expect(made).toMatchObject({ status: 201, body: { name: 'Budi', isAdmin: false } });
    expect(twice).toMatchObject({ status: 409, body: { error: { code: 'user-exists' } } });
    expect((await dewi.get('/api/users')).status).toBe(403);
    expect((await admin.get('/api/users')).body).toMatchObject([
      { name: 'Administrator', isAdmin: true },
      { name: 'Budi', isAdmin: false },
      { name: 'Dewi', isAdmin: false },
    ]);
    await alur.close();
  });
});

describe('readOrCreateSecret', () => {
  it('makes a secret that only its owner may read, and keeps it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alur-secret-'));

    const secret = readOrCreateSecret(folder);

    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(readOrCreateSecret(folder)).toBe(secret);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });
});
