import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { procedureSummarySchema } from '#protocol/api.ts';
import type { Caller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('a change that somebody makes with y-websocket and an API token', () => {
  let alur: TestServer;
  let dewi: Caller;
  let id: string;
  let provider: WebsocketProvider;

  beforeAll(async () => {
    alur = await openTestServer({ syncLimits: { changedDelayMs: 1 } });
    dewi = await alur.signUp('Dewi');
    id = await dewi.addProcedure(toProcedureFile(smallProcedure()));
    await alur.signUp('Budi');
    await dewi.send('PUT', `/api/procedures/${id}/members`, {
      email: 'budi@kpu.test',
      role: 'editor',
    });
    const budi = await alur.stranger.signIn({
      email: 'budi@kpu.test',
      password: 'rahasia-kantor',
    });
    const { body } = await budi.send('POST', '/api/tokens', { name: 'skrip' });
    const { token } = z.object({ token: z.string() }).parse(body);
    const base = `${alur.url.replace('http', 'ws')}/sync`;
    provider = new WebsocketProvider(base, id, new Y.Doc(), {
      params: { token },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
    });
    await eventually(() => expect(provider.synced).toBe(true));

    const document = new ProcedureDocument(provider.doc);
    document.apply({ type: 'setText', target: { of: 'title' }, text: 'Surat Keluar' });
    document.apply({ type: 'removeStep', step: 'sign' });
  });
  afterAll(async () => {
    provider.destroy();
    await alur.close();
  });

  it('is in the file that HTTP gives out', async () => {
    await eventually(async () => {
      const { body } = await dewi.get(`/api/procedures/${id}`);
      expect(body).toMatchObject({
        identity: { title: 'Surat Keluar' },
        steps: [{ id: 'receive' }, { id: 'check' }, { id: 'file' }],
      });
    });
  });

  it('shows in the list, with who made it', async () => {
    await eventually(async () => {
      const [summary] = z
        .array(procedureSummarySchema)
        .parse((await dewi.get('/api/procedures')).body);
      expect(summary).toMatchObject({ title: 'Surat Keluar', stepCount: 3, updatedBy: 'Budi' });
      expect(summary && summary.updatedAt > summary.createdAt).toBe(true);
    });
  });
});
