import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const bpmn = (declaration: string, name: string) => `<?xml version="1.0"?>${declaration}
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
  <process id="p"><startEvent id="s" name="${name}"/></process>
</definitions>`;

describe('a hostile file', () => {
  let alur: TestServer;
  let dewi: Caller;

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
  });
  afterAll(() => alur.close());

  const post = (name: string, raw: BodyInit) =>
    dewi.send('POST', `/api/import?filename=${name}`, undefined, {
      raw,
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('reads nothing from the disk of the server', async () => {
    const declaration = '<!DOCTYPE a [<!ENTITY leak SYSTEM "file:///etc/passwd">]>';

    const answer = await post('a.bpmn', bpmn(declaration, '&leak;'));

    const { id } = (answer.body ?? {}) as { readonly id?: string };
    const read = id ? await dewi.get(`/api/procedures/${id}`) : answer;
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(read.body)).not.toContain('root:');
  });

  it('does not grow by entities', async () => {
    const entities = Array.from(
      { length: 30 },
      (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};&e${index};">`,
    );
    const declaration = `<!DOCTYPE a [<!ENTITY e0 "ha">${entities.join('')}]>`;

    const answer = await post('a.bpmn', bpmn(declaration, '&e30;'));

    expect(answer.status).toBeLessThan(500);
    expect(answer.bytes.length).toBeLessThan(100_000);
  });

  it.each(['xl/workbook.xml', 'word/document.xml'])(
    'does not grow by unpacking %s',
    async (part) => {
      const bomb = zipSync({
        '[Content_Types].xml': new Uint8Array(10),
        [part]: new Uint8Array(100_000_000),
      });
      const before = process.memoryUsage().rss;

      const answer = await post('a.xlsx', bomb);

      expect(bomb.length).toBeLessThan(1_000_000);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
    },
  );

  it('leaves the server as it was', async () => {
    const file = toProcedureFile(smallProcedure());

    const id = await dewi.addProcedure(file);

    expect((await dewi.get(`/api/procedures/${id}`)).body).toEqual(file);
  });

  it('holds texts that look like SQL, which stay texts', async () => {
    const name = `'; drop table "user"; --`;
    const account = { name, email: 'eko@kpu.test' };
    const admin = await alur.admin();

    const made = await admin.send('POST', '/api/users', account);
    const found = await dewi.get(`/api/procedures/${encodeURIComponent(`x' or '1'='1`)}`);
    const signedIn = await alur.stranger.send('POST', '/api/auth/sign-in/email', {
      email: `admin@kpu.test' or '1'='1`,
      password: `' or '1'='1`,
    });

    expect(made).toMatchObject({ status: 201, body: { name } });
    expect([found.status, signedIn.status]).toEqual([404, 401]);
    expect((await admin.get('/api/users')).status).toBe(200);
  });
});
