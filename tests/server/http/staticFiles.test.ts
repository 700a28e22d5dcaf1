import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';

const page = '<!doctype html><title>Alur</title>';
const script = `console.log(${JSON.stringify('alur '.repeat(500))})`;

describe('the built application', () => {
  let alur: TestServer;
  let publicFolder: string;

  beforeAll(async () => {
    publicFolder = await mkdtemp(join(tmpdir(), 'alur-public-'));
    await mkdir(join(publicFolder, 'assets'));
    await mkdir(join(publicFolder, '.vite'));
    await writeFile(join(publicFolder, 'index.html'), page);
    await writeFile(join(publicFolder, '.vite/manifest.json'), '{}');
    await writeFile(join(publicFolder, 'assets/main-a1b2.js'), script);
    await writeFile(join(publicFolder, 'assets/main-a1b2.js.br'), brotliCompressSync(script));
    await writeFile(join(publicFolder, 'assets/main-a1b2.js.gz'), gzipSync(script));
    alur = await openTestServer({ publicFolder });
  });
  afterAll(async () => {
    await alur.close();
    await rm(publicFolder, { recursive: true });
  });

  const get = (path: string, acceptEncoding = 'identity') =>
    alur.stranger.send('GET', path, undefined, { headers: { 'accept-encoding': acceptEncoding } });
  const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

  it.each(['/', '/masuk', '/prosedur/abc?tampilan=tabel', '/tautan/x-Y_z', '/mulai?token=x'])(
    'is the page at %s, which browsers ask for again',
    async (path) => {
      const { status, headers, bytes } = await get(path);

      expect({ status, text: textOf(bytes) }).toEqual({ status: 200, text: page });
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    },
  );

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('for a browser that reads %s comes as %s, to be kept for ever', async (accepted, encoding) => {
    const { status, headers, bytes } = await get('/assets/main-a1b2.js', accepted);

    expect({ status, text: textOf(bytes) }).toEqual({ status: 200, text: script });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('content-type')).toMatch(/javascript/);
    expect(headers.get('vary')).toMatch(/accept-encoding/i);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/assets/old-c3d4.js',
    '/favicon.png',
    '/.vite/manifest.json',
    '/api/tiada',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await get(path);

    expect({ status, body }).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown-route' } },
    });
  });

  it('is read only', async () => {
    expect((await alur.stranger.send('POST', '/masuk', {})).status).toBe(404);
  });
});
