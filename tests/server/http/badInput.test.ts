import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const file = toProcedureFile(smallProcedure());
const json = { 'content-type': 'application/json' };

describe('bad input', () => {
  let alur: TestServer;
  let dewi: Caller;
  let id: string;

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
    id = await dewi.addProcedure(file);
  });
  afterAll(() => alur.close());

  it.each([
    ['an unfinished text', '{"format":"alur.sop",', 'line 1, column 22', 'is not valid JSON'],
    ['nothing', '', 'line 1, column 1', 'is not valid JSON'],
    ['no object', '[]', 'file', 'expected an object, got a list'],
    [
      'a wrong type',
      JSON.stringify({ ...file, steps: 'tiga' }),
      'steps',
      'expected a list, got text',
    ],
    ['an unknown key', JSON.stringify({ ...file, warna: 'merah' }), 'warna', 'is not a key'],
    ['a newer version', JSON.stringify({ ...file, version: 2 }), 'version', 'is 2;'],
  ])('of a procedure: %s, is answered with its place', async (_what, raw, place, message) => {
    const answer = await dewi.send('POST', '/api/procedures', undefined, { raw, headers: json });

    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-file', place, message: expect.stringContaining(message) } },
    });
  });

  it('of 10 MB is refused, and the server goes on', async () => {
    const raw = JSON.stringify({ ...file, number: 'x'.repeat(10_000_000) });

    const posted = await dewi.send('POST', '/api/procedures', undefined, { raw, headers: json });
    const imported = await dewi.send('POST', '/api/import', undefined, { raw, headers: json });

    expect(posted).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    expect(imported).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    expect((await dewi.get(`/api/procedures/${id}`)).body).toEqual(file);
  });

  it('of 10 MB is refused when its length is not announced', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(1_000_000));
    let sent = 0;
    const raw = new ReadableStream({
      pull(controller) {
        if (sent++ < 10) controller.enqueue(chunk);
        else controller.close();
      },
    });

    const answer = await fetch(`${alur.url}/api/import`, {
      method: 'POST',
      headers: dewi.credentials,
      body: raw,
      duplex: 'half',
    } as RequestInit);

    expect(answer.status).toBe(413);
  });

  it.each([
    ['a body that is no JSON', { raw: '{', headers: json }, 400, 'bad-json'],
    ['an empty body', { raw: '', headers: json }, 400, 'bad-json'],
    [
      'a form',
      { raw: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-type',
    ],
    [
      'plain text',
      { raw: '{"name":"a"}', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-type',
    ],
    [
      'a body larger than a form can be',
      { raw: `{"name":"${'x'.repeat(70_000)}"}`, headers: json },
      413,
      'too-large',
    ],
    ['a wrong type', { raw: '{"name":7}', headers: json }, 400, 'bad-input'],
    ['an unknown key', { raw: '{"name":"a","role":"owner"}', headers: json }, 400, 'bad-input'],
  ])('of a call: %s', async (_what, options, status, code) => {
    const answer = await dewi.send('POST', '/api/tokens', undefined, options);

    expect(answer).toMatchObject({ status, body: { error: { code } } });
    expect((await dewi.get('/api/tokens')).body).toEqual([]);
  });

  it.each([
    ['/api/procedures/tiada', 'unknown-procedure'],
    ['/api/procedures/tiada/export/json', 'unknown-procedure'],
    ['/api/procedures/tiada/access', 'unknown-procedure'],
    ['/api/procedures/tiada/versions', 'unknown-procedure'],
    ['/api/tiada', 'unknown-route'],
  ])('of the address: %s is unknown', async (path, code) => {
    expect(await dewi.get(path)).toMatchObject({ status: 404, body: { error: { code } } });
  });

  it.each(['/export/odt', '/export/svg?page=0', '/export/svg?page=satu', '/export/svg?paper=a9'])(
    'of the address: %s makes no sense',
    async (path) => {
      expect(await dewi.get(`/api/procedures/${id}${path}`)).toMatchObject({
        status: 400,
        body: { error: { code: 'bad-input' } },
      });
    },
  );

  it('of the address: a page that the document does not have', async () => {
    expect(await dewi.get(`/api/procedures/${id}/export/svg?page=99`)).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown-page' } },
    });
  });

  it.each(['/%ff', '/api/procedures/%E0%A4%A', '/api/procedures/%00'])(
    'of the address: %s cannot be read',
    async (path) => {
      expect(await rawStatus(alur, path, dewi.credentials)).toBeGreaterThanOrEqual(400);
      expect(await rawStatus(alur, path, dewi.credentials)).toBeLessThan(500);
    },
  );
});

/** `fetch` would mend the address first. */
function rawStatus(
  { url }: TestServer,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { ...headers } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
