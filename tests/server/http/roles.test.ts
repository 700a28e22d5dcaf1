import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import { ROLES, type Role } from '#protocol/roles.ts';
import type { Caller } from '#tests/support/caller.ts';
import { openTestServer, type TestServer } from '#tests/support/openTestServer.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

type Who = 'stranger' | 'nobody' | Role;

interface Call {
  readonly does: string;
  readonly method: string;
  /** Below `/api/procedures/:id`. */
  readonly path: string;
  readonly body?: object;
  readonly from: Role;
}

const calls: readonly Call[] = [
  { does: 'reads it', method: 'GET', path: '', from: 'viewer' },
  { does: 'takes it home', method: 'GET', path: '/export/json', from: 'viewer' },
  { does: 'asks for the access', method: 'GET', path: '/access', from: 'viewer' },
  { does: 'asks whom to call upon', method: 'GET', path: '/people', from: 'commenter' },
  { does: 'lists suggestions', method: 'GET', path: '/suggestions', from: 'viewer' },
  { does: 'lists versions', method: 'GET', path: '/versions', from: 'viewer' },
  { does: 'keeps a version', method: 'POST', path: '/versions', body: {}, from: 'editor' },
  {
    does: 'shares it with an account',
    method: 'PUT',
    path: '/members',
    body: { email: 'tamu@kpu.test', role: 'viewer' },
    from: 'owner',
  },
  { does: 'takes an account’s role', method: 'DELETE', path: '/members/tamu', from: 'owner' },
  {
    does: 'makes a link',
    method: 'POST',
    path: '/links',
    body: { role: 'viewer', expiresInHours: 1 },
    from: 'owner',
  },
  { does: 'revokes a link', method: 'DELETE', path: '/links/tautan', from: 'owner' },
  { does: 'deletes it', method: 'DELETE', path: '', from: 'owner' },
  { does: 'restores it', method: 'POST', path: '/restore', body: {}, from: 'owner' },
];

describe('roles', () => {
  let alur: TestServer;
  let id: string;
  const callers = new Map<Who, Caller>();

  beforeAll(async () => {
    alur = await openTestServer();
    const owner = await alur.signUp('Owner');
    id = await owner.addProcedure(toProcedureFile(smallProcedure()));
    callers.set('stranger', alur.stranger);
    callers.set('nobody', await alur.signUp('Nobody'));
    callers.set('owner', owner);
    await alur.signUp('Tamu');
    for (const role of ROLES.filter((each) => each !== 'owner')) {
      callers.set(role, await alur.signUp(role));
      await owner.send('PUT', `/api/procedures/${id}/members`, { email: `${role}@kpu.test`, role });
    }
  });
  afterAll(() => alur.close());

  const everybody: readonly Who[] = ['stranger', 'nobody', ...ROLES];
  const matrix = calls.flatMap((call) => everybody.map((who) => ({ ...call, who })));

  it.each(matrix)('$who $does: from $from on', async ({ who, method, path, body, from }) => {
    const caller = callers.get(who) ?? alur.stranger;

    const { status, body: answer } = await caller.send(
      method,
      `/api/procedures/${id}${path}`,
      body,
    );

    if (who === 'stranger') expect(status).toBe(401);
    else if (who === 'nobody' || ROLES.indexOf(who) < ROLES.indexOf(from))
      expect(answer).toMatchObject({ error: { code: 'forbidden' } });
    // Of a member or link that is not there, only who may take it is told so.
    else expect(/tamu$|tautan$/.test(path) ? status === 404 : status < 300).toBe(true);
  });

  it('tells members and links to owners only', async () => {
    const owner = callers.get('owner') ?? alur.stranger;
    const viewer = callers.get('viewer') ?? alur.stranger;

    const toOwner = (await owner.get(`/api/procedures/${id}/access`)).body;
    const toViewer = (await viewer.get(`/api/procedures/${id}/access`)).body;

    expect(toOwner).toMatchObject({
      role: 'owner',
      members: expect.arrayContaining([expect.objectContaining({ email: 'editor@kpu.test' })]),
    });
    expect(toViewer).toEqual({ role: 'viewer', members: [], links: [], variant: null });
  });

  it('tells whoever writes suggestions the names of members, and not their addresses', async () => {
    const people = (await callers.get('commenter')?.get(`/api/procedures/${id}/people`))?.body;

    expect(people).toContainEqual({ id: expect.any(String), name: 'Owner' });
    expect(JSON.stringify(people)).not.toContain('@');
  });

  it('lists a shared procedure with the role, and none to others', async () => {
    const list = async (who: Who) => (await callers.get(who)?.get('/api/procedures'))?.body;

    expect(await list('editor')).toMatchObject([{ id, role: 'editor', stepCount: 4 }]);
    expect(await list('nobody')).toEqual([]);
  });

  it('keeps the last owner', async () => {
    const owner = callers.get('owner') ?? alur.stranger;
    const me = (await owner.get('/api/me')).body as { id: string; email: string };
    const members = `/api/procedures/${id}/members`;

    const demoted = await owner.send('PUT', members, { email: me.email, role: 'editor' });
    const left = await owner.send('DELETE', `${members}/${me.id}`);

    expect(demoted).toMatchObject({ status: 409, body: { error: { code: 'last-owner' } } });
    expect(left).toMatchObject({ status: 409, body: { error: { code: 'last-owner' } } });
  });

  it('lets a member leave', async () => {
    const commenter = callers.get('commenter') ?? alur.stranger;
    const me = (await commenter.get('/api/me')).body as { id: string };

    const answer = await commenter.send('DELETE', `/api/procedures/${id}/members/${me.id}`);

    expect(answer.status).toBe(204);
    expect((await commenter.get(`/api/procedures/${id}`)).status).toBe(403);
  });

  it('says when an account to share with is unknown', async () => {
    const owner = callers.get('owner') ?? alur.stranger;

    const answer = await owner.send('PUT', `/api/procedures/${id}/members`, {
      email: 'tiada@kpu.test',
      role: 'viewer',
    });

    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'unknown-user' } } });
  });
});
