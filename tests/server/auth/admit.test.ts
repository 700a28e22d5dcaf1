import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('the sync endpoint', () => {
  let alur: TestServer;
  let dewi: Caller;
  let id: string;

  beforeAll(async () => {
    alur = await openTestServer();
    dewi = await alur.signUp('Dewi');
    id = await dewi.addProcedure(toProcedureFile(smallProcedure()));
  });
  afterAll(() => alur.close());

  const connect = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    new WebSocket(`${alur.url.replace('http', 'ws')}/sync/${path}`, { headers });

  /** `open` once the server sends the document, or the code that it closed with. */
  async function outcomeOf(socket: WebSocket): Promise<'open' | number> {
    const outcome = await Promise.race([
      once(socket, 'message').then(() => 'open' as const),
      once(socket, 'close').then(([code]) => Number(code)),
    ]);
    socket.terminate();
    return outcome;
  }

  async function tokenOf(caller: Caller): Promise<string> {
    const { body } = await caller.send('POST', '/api/tokens', { name: 'skrip' });
    return z.object({ token: z.string() }).parse(body).token;
  }

  it('lets in by the session cookie, a token in the address, and one in the header', async () => {
    const token = await tokenOf(dewi);

    expect(await outcomeOf(connect(id, dewi.credentials))).toBe('open');
    expect(await outcomeOf(connect(`${id}?token=${token}`))).toBe('open');
    expect(await outcomeOf(connect(id, { authorization: `Bearer ${token}` }))).toBe('open');
  });

  it('shows strangers, outsiders and visitors of nothing out', async () => {
    const budi = await alur.signUp('Budi');

    expect(await outcomeOf(connect(id))).toBe(closeCodes.signInNeeded);
    expect(await outcomeOf(connect(`${id}?token=tebakan`))).toBe(closeCodes.signInNeeded);
    expect(await outcomeOf(connect(id, budi.credentials))).toBe(closeCodes.forbidden);
    expect(await outcomeOf(connect('tiada', dewi.credentials))).toBe(closeCodes.unknownProcedure);
    expect(await outcomeOf(connect('%00', dewi.credentials))).toBe(closeCodes.unknownProcedure);
  });

  it('does not serve a page of another site with our cookie', async () => {
    const origin = 'https://evil.test';
    const token = await tokenOf(dewi);

    expect(await outcomeOf(connect(id, { ...dewi.credentials, origin }))).toBe(
      closeCodes.forbidden,
    );
    expect(await outcomeOf(connect(`${id}?token=${token}`, { origin }))).toBe('open');
    expect(await outcomeOf(connect(id, { ...dewi.credentials, origin: alur.url }))).toBe('open');
  });

  it('shows a member out at once whose role is taken', async () => {
    const citra = await alur.signUp('Citra');
    const members = `/api/procedures/${id}/members`;
    const member = await dewi.send('PUT', members, { email: 'citra@kpu.test', role: 'editor' });
    const { userId } = z.object({ userId: z.string() }).parse(member.body);
    const socket = connect(id, citra.credentials);
    await once(socket, 'message');

    await dewi.send('DELETE', `${members}/${userId}`);

    expect((await once(socket, 'close'))[0]).toBe(closeCodes.forbidden);
  });

  it('shows everybody out whose link was revoked', async () => {
    const eko = await alur.signUp('Eko');
    const links = `/api/procedures/${id}/links`;
    const { body } = await dewi.send('POST', links, { role: 'viewer', expiresInHours: 1 });
    const link = z.object({ id: z.string(), url: z.string() }).parse(body);
    await eko.send('POST', '/api/links/redeem', { token: link.url.split('/').at(-1) });
    const socket = connect(id, eko.credentials);
    await once(socket, 'message');

    await dewi.send('DELETE', `${links}/${link.id}`);

    expect((await once(socket, 'close'))[0]).toBe(closeCodes.forbidden);
  });

  it('shows everybody out when the procedure is deleted, and in when it is restored', async () => {
    const socket = connect(id, dewi.credentials);
    await once(socket, 'message');

    await dewi.send('DELETE', `/api/procedures/${id}`);
    const [code] = await once(socket, 'close');
    const whileDeleted = await outcomeOf(connect(id, dewi.credentials));
    await dewi.send('POST', `/api/procedures/${id}/restore`);

    expect([code, whileDeleted]).toEqual([
      closeCodes.unknownProcedure,
      closeCodes.unknownProcedure,
    ]);
    expect(await outcomeOf(connect(id, dewi.credentials))).toBe('open');
  });

  it('asks everybody to come back when the server stops', async () => {
    const other = await openTestServer();
    const admin = await other.admin();
    const procedure = await admin.addProcedure(toProcedureFile(smallProcedure()));
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/sync/${procedure}`, {
      headers: admin.credentials,
    });
    await once(socket, 'message');

    const closed = once(socket, 'close');
    await other.close();

    expect((await closed)[0]).toBe(closeCodes.restarting);
  });
});
