import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { toProcedureFile } from '#core/model/file.ts';
import { ProcedureDocument } from '#document/procedureDocument.ts';
import { openLibsqlDatabase } from '#server/store/libsqlDatabase.ts';
import type { Caller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { createScratchPostgres, whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const noPostgres = await whyNoPostgres();
const opened: TestServer[] = [];

async function open(): Promise<TestServer> {
  const alur = await openTestServer();
  opened.push(alur);
  return alur;
}
afterEach(async () => {
  for (const alur of opened.splice(0)) await alur.close();
});

const statusOf = async (alur: TestServer, path: string) => (await alur.stranger.get(path)).status;

describe('readiness', () => {
  it('is lost while the file cannot be written, and comes back by itself', async () => {
    const alur = await open();
    const other = openLibsqlDatabase(join(alur.dataFolder, 'alur.db'));
    other.prepare('begin immediate').run([]);

    const whileHeld = await alur.stranger.get('/readyz');
    const alive = await statusOf(alur, '/healthz');
    other.prepare('rollback').run([]);

    expect(whileHeld).toMatchObject({ status: 503, body: { error: { code: 'not-ready' } } });
    expect(alive).toBe(200);
    await eventually(async () => expect(await statusOf(alur, '/readyz')).toBe(200));
  });

  it.skipIf(noPostgres)(
    `is lost while PostgreSQL is down, and comes back by itself ${noPostgres ?? ''}`,
    async () => {
      const postgres = await createScratchPostgres();
      const alur = await openTestServer({ databaseUrl: postgres.url });
      const before = await statusOf(alur, '/readyz');

      await postgres.goDown();
      await eventually(async () => expect(await statusOf(alur, '/readyz')).toBe(503));
      const alive = await statusOf(alur, '/healthz');
      await postgres.comeBack();
      await eventually(async () => expect(await statusOf(alur, '/readyz')).toBe(200));

      expect([before, alive]).toEqual([200, 200]);
      await alur.close();
      await postgres.drop();
    },
  );
});

describe('the metrics', () => {
  it('tell how long commits and fan-outs took, as histograms', async () => {
    const alur = await open();
    const dewi = await alur.signUp('Dewi');
    const id = await dewi.addProcedure(toProcedureFile(smallProcedure()));
    const provider = await openProvider(alur, dewi, id);

    new ProcedureDocument(provider.doc).apply({
      type: 'setText',
      target: { of: 'title' },
      text: 'Surat Keluar',
    });

    await eventually(async () => {
      const text = new TextDecoder().decode((await alur.stranger.get('/metrics')).bytes);
      expect(text).toMatch(/^alur_sync_commit_duration_seconds_count [1-9]/m);
      expect(text).toMatch(/^alur_sync_fan_out_duration_seconds_bucket\{le="5"\} [1-9]/m);
      expect(text).toMatch(/^alur_sync_connections 1$/m);
      expect(text).toMatch(/^alur_sync_documents 1$/m);
      expect(text).toMatch(/^alur_sync_ready 1$/m);
      expect(text).toMatch(/^alur_sync_storage_errors_total 0$/m);
      expect(text).toMatch(/^alur_sync_dropped_awareness_total 0$/m);
    });
    provider.destroy();
  });
});

async function openProvider(
  alur: TestServer,
  caller: Caller,
  id: string,
): Promise<WebsocketProvider> {
  const { body } = await caller.send('POST', '/api/tokens', { name: 'skrip' });
  const { token } = body as { readonly token: string };
  const provider = new WebsocketProvider(
    `${alur.url.replace('http', 'ws')}/sync`,
    id,
    new Y.Doc(),
    {
      params: { token },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
    },
  );
  await eventually(() => expect(provider.synced).toBe(true));
  return provider;
}
