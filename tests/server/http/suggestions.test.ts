import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { suggestionsShapeOf } from '#document/suggestionsShape.ts';
import { procedureSummarySchema } from '#protocol/api.ts';
import { suggestionsSchema } from '#protocol/suggestions.ts';
import type { Caller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { decide, entryBy, suggest } from '#tests/support/suggesting.ts';

describe('suggestions over HTTP', () => {
  let alur: TestServer;
  let owner: Caller;
  let id: string;

  beforeAll(async () => {
    alur = await openTestServer({ syncLimits: { changedDelayMs: 20 } });
    owner = await alur.signUp('Dewi');
    id = await owner.addProcedure(toProcedureFile(smallProcedure()));
  });
  afterAll(() => alur.close());

  /** As the list of procedures has it. */
  async function countOpen(): Promise<number | undefined> {
    const { body } = await owner.get('/api/procedures');
    return z.array(procedureSummarySchema).parse(body)[0]?.openSuggestions;
  }

  it('are listed as they are written on the socket, by an account with a token', async () => {
    const me = (await owner.get('/api/me')).body as { readonly id: string };
    const made = await owner.send('POST', '/api/tokens', { name: 'Uji' });
    const { token } = made.body as { readonly token: string };
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(
      `${alur.url.replace('http', 'ws')}/sync`,
      `${id}/suggestions`,
      doc,
      {
        params: { token },
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      },
    );
    const { entries } = suggestionsShapeOf(doc);
    entries.set('a', entryBy(me.id, suggest('Cukup satu hari')));
    await eventually(async () => expect(await countOpen()).toBe(1));
    entries.set('d', entryBy(me.id, decide('a', 'accepted', { responsible: 'Subbagian Umum' })));

    const answer = await eventually(async () => {
      const { status, body } = await owner.get(`/api/procedures/${id}/suggestions`);
      expect(status).toBe(200);
      const { list } = suggestionsSchema.parse(body);
      expect(list[0]?.decisions).toHaveLength(1);
      return list;
    });

    expect(answer).toMatchObject([
      {
        number: 1,
        text: 'Cukup satu hari',
        author: { id: me.id, name: 'Dewi' },
        status: 'accepted',
        decisions: [{ by: { name: 'Dewi' }, responsible: 'Subbagian Umum' }],
      },
    ]);
    await eventually(async () => expect(await countOpen()).toBe(0));
    provider.destroy();
  });
});
