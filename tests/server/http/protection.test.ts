import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

/** What answers without sign-in; everything else must not. */
const publicRoutes = [
  'get /healthz',
  'get /readyz',
  'get /api/openapi.json',
  'post /api/auth/sign-in/code',
  'post /api/auth/sign-in/email',
  'post /api/auth/sign-out',
  'post /api/meetings/invitation',
  'post /api/meetings/join',
  'post /api/setup',
];

describe('the server', () => {
  let alur: TestServer;
  let dewi: Caller;
  let id: string;

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
    id = await dewi.addProcedure(toProcedureFile(smallProcedure()));
  });
  afterAll(() => alur.close());

  it('answers nothing without sign-in but what has to', async () => {
    const { body } = await alur.stranger.get('/api/openapi.json');
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(body);
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => ({ method, path })),
    );

    const open: string[] = [];
    for (const { method, path } of routes) {
      const answer = await alur.stranger.send(method.toUpperCase(), path.replace(/\{\w+\}/g, id));
      if (answer.status !== 401) open.push(`${method} ${path}`);
    }

    expect(open.sort()).toEqual([...publicRoutes].sort());
  });

  it('says no more of an existing procedure than of an unknown one to who is not signed in', async () => {
    const [known, unknown] = [
      await alur.stranger.get(`/api/procedures/${id}`),
      await alur.stranger.get('/api/procedures/tiada'),
    ];

    expect(known.body).toEqual(unknown.body);
  });

  describe('called by a page of another site', () => {
    const evil = 'https://evil.test';
    const links = { method: 'POST', body: { role: 'editor', expiresInHours: 1 } };

    it.each([
      ['its origin', { origin: evil }],
      ['no origin that can be told', { origin: 'null' }],
      ['what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
    ])('with the cookie and %s: changes nothing', async (_what, headers) => {
      const path = `/api/procedures/${id}/links`;

      const answer = await dewi.send(links.method, path, links.body, { headers });

      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'foreign-origin' } } });
      expect((await dewi.get(`/api/procedures/${id}/access`)).body).toMatchObject({ links: [] });
    });

    it('with a token, which only a program knows: is served', async () => {
      const created = await dewi.send('POST', '/api/tokens', { name: 'skrip' });
      const { token } = z.object({ token: z.string() }).parse(created.body);

      const answer = await alur.stranger
        .withToken(token)
        .send('POST', `/api/procedures/${id}/versions`, {}, { headers: { origin: evil } });

      expect(answer.status).toBe(201);
    });
  });

  it('serves its own pages under whatever name they reach it by', async () => {
    const { host } = new URL(alur.url);

    for (const origin of [`http://${host}`, `https://${host}`]) {
      const options = { headers: { origin } };
      const answer = await dewi.send('POST', `/api/procedures/${id}/versions`, {}, options);
      expect(answer.status).toBe(201);
    }
  });

  it('tells browsers what its pages never do', async () => {
    const { headers } = await alur.stranger.get('/api/me');

    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('runs no script that stands in a page', () => {
    const page = readFileSync('index.html', 'utf8');

    const scripts = [...page.matchAll(/<script\b([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts) {
      expect(attributes).toContain('src="/');
      expect(content?.trim()).toBe('');
    }
    expect(page).not.toMatch(/\son\w+=|javascript:/);
  });

  it('makes who calls without end wait', async () => {
    const busy = await openTestServer({ rateLimits: { callsPerMinute: 3 } });
    const admin = await busy.admin();

    const statuses: number[] = [];
    for (let call = 0; call < 4; call++) statuses.push((await admin.get('/api/me')).status);
    const answer = await admin.get('/api/me');

    await busy.close();
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(answer.body).toMatchObject({ error: { code: 'too-many-requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the log', () => {
  let log = '';
  const openLogged = () => {
    log = '';
    const sink = new Writable({
      write(chunk, _encoding, done) {
        log += String(chunk);
        done();
      },
    });
    return openTestServer({ logger: pino({ level: 'debug' }, sink) });
  };

  it('says who signed in, who was refused and what changed in accounts, without passwords', async () => {
    const alur = await openLogged();
    const admin = await alur.admin();
    const dewi = await alur.signUp('Dewi');
    const { id } = z.object({ id: z.string() }).parse((await dewi.get('/api/me')).body);
    const guess = { email: 'dewi@kpu.test', password: 'tebakan-rahasia' };
    await alur.stranger.send('POST', '/api/auth/sign-in/email', guess);
    const reset = await admin.send('POST', `/api/users/${id}/password`);
    const { initialPassword: password } = z
      .object({ initialPassword: z.string() })
      .parse(reset.body);
    await admin.send('PATCH', `/api/users/${id}`, { isActive: false });

    await alur.close();
    const lines = log
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'Sign-in refused', address: '127.0.0.1', level: 40 }),
    );
    for (const line of [
      { msg: 'Signed in', user: id },
      { msg: 'Password reset', user: id },
      { msg: 'Account changed', user: id, isActive: false },
    ])
      expect(lines).toContainEqual(expect.objectContaining({ ...line, reqId: expect.any(String) }));
    for (const secret of [guess.password, guess.email, password]) expect(log).not.toContain(secret);
  });

  it('has a line a request, without the texts and secrets in it', async () => {
    const alur = await openLogged();
    const dewi = await alur.signUp('Dewi');
    const file = toProcedureFile(smallProcedure());
    const id = await dewi.addProcedure(file);
    const link = await dewi.send('POST', `/api/procedures/${id}/links`, {
      role: 'viewer',
      expiresInHours: 1,
    });
    const { url } = z.object({ url: z.string() }).parse(link.body);
    const { headers } = await dewi.get(`/api/procedures/${id}?token=rahasia-di-alamat`);
    await alur.stranger.get(new URL(url).pathname);

    await alur.close();
    expect(log).toContain('"route":"/api/procedures/:id"');
    expect(log).toContain(headers.get('x-request-id'));
    for (const secret of [
      file.identity.title,
      'rahasia-kantor',
      'rahasia-di-alamat',
      url.split('/').at(-1),
      dewi.credentials.cookie?.split('=')[1],
    ])
      expect(log).not.toContain(secret);
  });
});

describe('health and metrics', () => {
  let alur: TestServer;

  beforeAll(async () => {
    alur = await openTestServer();
  });
  afterAll(() => alur.close());

  it('say that the server is alive and can serve', async () => {
    expect((await alur.stranger.get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await alur.stranger.get('/readyz')).body).toEqual({ status: 'ok' });
  });

  it('count requests by route and what the sync hub does', async () => {
    const dewi = await alur.signUp('Dewi');
    await dewi.addProcedure(toProcedureFile(smallProcedure()));

    const text = new TextDecoder().decode((await alur.stranger.get('/metrics')).bytes);

    expect(text).toMatch(
      /alur_http_request_duration_seconds_count\{method="POST",route="\/api\/procedures",status="201"\} 1/,
    );
    expect(text).toMatch(/^alur_sync_updates_total \d+$/m);
    expect(text).toMatch(/^alur_sync_connections 0$/m);
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('are for administrators when they come through a proxy', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const [admin, budi] = [await alur.admin(), await alur.signUp('Budi')];

    const statuses = await Promise.all(
      [alur.stranger, budi, admin].map(async (caller) => {
        const answer = await caller.send('GET', '/metrics', undefined, { headers });
        return answer.status;
      }),
    );

    expect(statuses).toEqual([401, 403, 200]);
  });
});
