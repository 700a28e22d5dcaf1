import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { suggestionsShapeOf } from '#document/suggestionsShape.ts';
import { commandAnswerSchema, votedStatesSchema } from '#protocol/meeting.ts';
import type { DatabaseKind } from '#server/store/tables.ts';
import type { Caller } from '#tests/support/caller.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openTestMeeting, type TestMeeting } from '#tests/support/meetingServer.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { createPlace, type StoragePlace } from '#tests/support/storagePlaces.ts';
import { entryBy, suggest } from '#tests/support/suggesting.ts';

const noPostgres = await whyNoPostgres();
const hookPatienceMs = 30_000;
const idSchema = z.array(z.object({ id: z.string() }));

describe.each<DatabaseKind>(['sqlite', 'postgres'])('variants of an SOP on %s', (kind) => {
  const needs = kind === 'postgres' ? noPostgres : undefined;
  let place: StoragePlace;
  let alur: TestServer;
  let meeting: TestMeeting;
  let dewi: Caller;
  let budi: Caller;
  let guest: Caller;

  beforeAll(async () => {
    if (needs) return;
    place = await createPlace(kind);
    alur = await openTestServer(place);
    dewi = await alur.signUp('Dewi');
    budi = await alur.signUp('Budi');
    meeting = await openTestMeeting(alur, dewi);
    const { token } = await meeting.addLink();
    guest = await meeting.letIn(token, 'Tamu');
    await meeting.do(dewi, { type: 'start' });
  }, hookPatienceMs);
  afterAll(async () => {
    await alur?.server.close();
    await place?.drop();
  }, hookPatienceMs);

  const test = it.skipIf(needs);

  async function addVariant(who: Caller, from: object = { of: 'present' }) {
    const path = meeting.path('/variants');
    const { status, body } = await who.send('POST', path, { name: 'Satu pintu', from });
    return { status, answer: commandAnswerSchema.safeParse(body).data };
  }

  async function lastVariant(): Promise<{ readonly id: string; readonly procedure: string }> {
    const { variants } = (await meeting.see(dewi)).meeting;
    const last = variants.at(-1);
    if (!last) throw new RangeError('The meeting has no variant');
    return last;
  }

  function opening(vote: string, variant: string) {
    const choices = [
      { id: 'a', text: 'A · Keadaan sekarang', variant: null },
      { id: 'b', text: 'B · Satu pintu', variant },
      { id: 'abstain', text: 'Abstain' },
    ];
    return { type: 'openVote', vote, question: 'Yang mana?', choices, isSecret: false };
  }

  const statesOf = (who: Caller, vote: string) => who.get(meeting.path(`/votes/${vote}/states`));

  test(`are copies for those who have a role in the SOP, and in no list ${needs ?? ''}`, async () => {
    expect((await addVariant(guest)).status).toBe(401);
    expect((await addVariant(dewi)).answer).toMatchObject({ ok: true });
    const { procedure } = await lastVariant();

    const copy = await dewi.get(`/api/procedures/${procedure}`);
    expect(copy.body).toEqual(toProcedureFile(smallProcedure()));
    expect((await dewi.get(`/api/procedures/${procedure}/access`)).body).toMatchObject({
      role: 'owner',
      variant: { of: meeting.procedure, name: 'B · Satu pintu' },
    });
    const listed = idSchema.parse((await dewi.get('/api/procedures')).body);
    expect(listed.map(({ id }) => id)).toEqual([meeting.procedure]);
    expect((await budi.get(`/api/procedures/${procedure}`)).status).toBe(403);
    await dewi.send('PUT', `/api/procedures/${meeting.procedure}/members`, {
      email: 'budi@kpu.test',
      role: 'viewer',
    });
    expect((await budi.get(`/api/procedures/${procedure}`)).status).toBe(200);
  });

  test(`are shared with their SOP alone, and on no agenda ${needs ?? ''}`, async () => {
    const { procedure } = await lastVariant();
    const path = `/api/procedures/${procedure}`;
    const member = { email: 'budi@kpu.test', role: 'editor' };
    const link = { role: 'viewer', expiresInHours: 1 };
    const item = { id: 'x', procedure, title: 'x', presenter: '', minutes: 5 };
    const command = { type: 'addItem', item };

    expect((await dewi.send('PUT', `${path}/members`, member)).status).toBe(403);
    expect((await dewi.send('POST', `${path}/links`, link)).status).toBe(403);
    expect((await dewi.send('POST', meeting.path('/commands'), { command })).status).toBe(403);
  });

  test(`begin with a version that the SOP has, and with no other ${needs ?? ''}`, async () => {
    const path = `/api/procedures/${meeting.procedure}/versions`;
    const version = z.object({ id: z.string() }).parse((await dewi.send('POST', path, {})).body);

    expect((await addVariant(dewi, { of: 'version', version: version.id })).answer).toMatchObject({
      ok: true,
    });
    expect((await addVariant(dewi, { of: 'version', version: 'x' })).answer).toMatchObject({
      rejection: { code: 'unknown-variant' },
    });
    expect((await addVariant(dewi, { of: 'suggestion', suggestion: 'x' })).answer).toMatchObject({
      rejection: { code: 'unknown-variant' },
    });
  });

  test(`begin with what an open suggestion proposes ${needs ?? ''}`, async () => {
    const me = (await dewi.get('/api/me')).body as { readonly id: string };
    const made = (await dewi.send('POST', '/api/tokens', { name: 'Uji' })).body;
    const { token } = made as { readonly token: string };
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(
      `${alur.url.replace('http', 'ws')}/sync`,
      `${meeting.procedure}/suggestions`,
      doc,
      {
        params: { token },
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      },
    );
    const [first] = smallProcedure().steps;
    const target = { of: 'step', step: first?.id ?? '', field: 'duration' } as const;
    const proposal = [{ type: 'setText', target, text: '1 jam' }] as const;
    suggestionsShapeOf(doc).entries.set('s', entryBy(me.id, suggest('Satu jam', { proposal })));

    await eventually(async () => {
      const { answer } = await addVariant(dewi, { of: 'suggestion', suggestion: 's' });
      expect(answer).toMatchObject({ ok: true });
    });

    const { procedure } = await lastVariant();
    expect((await dewi.get(`/api/procedures/${procedure}`)).body).toMatchObject({
      steps: [
        { duration: '1 jam' },
        ...smallProcedure()
          .steps.slice(1)
          .map(() => ({})),
      ],
    });
    expect((await dewi.get(`/api/procedures/${meeting.procedure}`)).body).toEqual(
      toProcedureFile(smallProcedure()),
    );
    provider.destroy();
  });

  test(`are voted about as they were when the vote was opened ${needs ?? ''}`, async () => {
    await addVariant(dewi);
    const { id, procedure } = await lastVariant();
    expect(await meeting.do(dewi, opening('v', id))).toMatchObject({ ok: true });
    expect(await meeting.do(dewi, opening('w', id))).toMatchObject({
      rejection: { code: 'changed-meanwhile' },
    });

    await meeting.do(dewi, { type: 'removeVariant', variant: id });
    await meeting.do(guest, { type: 'castVote', vote: 'v', choice: 'b' });
    await meeting.do(dewi, { type: 'closeVote', vote: 'v' });

    expect((await dewi.get(`/api/procedures/${procedure}`)).status).toBe(404);
    const seen = votedStatesSchema.parse((await statesOf(guest, 'v')).body);
    expect(seen).toEqual({
      mayEdit: false,
      states: ['a', 'b'].map((choice) => ({ choice, file: toProcedureFile(smallProcedure()) })),
    });
    expect(await meeting.do(dewi, opening('x', id))).toMatchObject({
      rejection: { code: 'unknown-variant' },
    });
  });

  test(`keep nothing for a vote that another was opened before ${needs ?? ''}`, async () => {
    await addVariant(dewi);
    const { id, procedure } = await lastVariant();
    const answers = await Promise.all(
      ['y', 'z'].map((vote) => meeting.do(dewi, opening(vote, id))),
    );
    const opened = ['y', 'z'][answers.findIndex(({ ok }) => ok)] ?? '';

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await dewi.get(`/api/procedures/${procedure}/versions`)).body).toHaveLength(1);
    expect((await statesOf(dewi, opened)).body).toMatchObject({ states: [{}, {}] });
    await meeting.do(dewi, { type: 'closeVote', vote: opened });
  });

  test(`give who leads without a role no old version ${needs ?? ''}`, async () => {
    const path = `/api/procedures/${meeting.procedure}`;
    const version = idSchema.parse((await dewi.get(`${path}/versions`)).body)[0]?.id;
    const sari = await alur.signUp('Sari');
    const { token } = await meeting.addLink();
    await sari.send('POST', '/api/meetings/join', { token });
    const me = z.object({ id: z.string() }).parse((await sari.get('/api/me')).body);
    await meeting.do(dewi, { type: 'setModerator', person: me.id });

    expect((await addVariant(sari, { of: 'version', version })).answer).toMatchObject({
      rejection: { code: 'not-yours' },
    });
    expect((await addVariant(sari)).answer).toMatchObject({ ok: true });
    const back = z.object({ id: z.string() }).parse((await dewi.get('/api/me')).body);
    await meeting.do(sari, { type: 'setModerator', person: back.id });
  });

  test(`are shown to those who joined the meeting, to guests while it runs ${needs ?? ''}`, async () => {
    expect((await statesOf(dewi, 'v')).body).toMatchObject({ mayEdit: true });
    expect((await statesOf(dewi, 'unknown')).status).toBe(404);
    expect((await statesOf(budi, 'v')).status).toBe(403);
    expect((await statesOf(alur.stranger, 'v')).status).toBe(401);

    await meeting.do(dewi, { type: 'noteAdoption', vote: 'v', choice: 'b' });
    await meeting.do(dewi, { type: 'end' });

    expect((await statesOf(guest, 'v')).status).toBe(401);
    expect((await statesOf(dewi, 'v')).status).toBe(200);
    const minutes = JSON.stringify((await dewi.get(meeting.path('/minutes'))).body);
    for (const words of [
      'B · Satu pintu: 1 suara',
      'B · Satu pintu sama dengan A · Keadaan sekarang',
      'B · Satu pintu diambil ke dalam SOP oleh Dewi',
    ])
      expect(minutes).toContain(words);
  });
});
