import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiTokenStore } from '#server/store/apiTokenStore.ts';
import { type Database, openDatabase } from '#server/store/database.ts';
import { createLinkStore } from '#server/store/linkStore.ts';
import { createMemberStore } from '#server/store/memberStore.ts';
import { createProcedureStore } from '#server/store/procedureStore.ts';
import { createUserStore } from '#server/store/userStore.ts';
import { createVersionStore } from '#server/store/versionStore.ts';
import { insertUser } from '#tests/support/insertUser.ts';
import { createScratchPostgres, whyNoPostgres } from '#tests/support/scratchPostgres.ts';

const noPostgres = await whyNoPostgres();

describe('the repositories on SQLite', () => {
  contractSuite(async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'alur-store-'));
    const open = () => openDatabase({ dataFolder });
    return { open, drop: () => rm(dataFolder, { recursive: true, force: true }) };
  });
});

describe.skipIf(noPostgres)(`the repositories on PostgreSQL ${noPostgres ?? ''}`, () => {
  contractSuite(async () => {
    const { url, drop } = await createScratchPostgres();
    return { open: () => openDatabase({ databaseUrl: url, dataFolder: tmpdir() }), drop };
  });
});

interface Place {
  open(): Promise<Database>;
  drop(): Promise<void>;
}

const facts = { title: 'Pelayanan informasi', number: '1/2026', stepCount: 3 };

/** What every database must do alike. */
function contractSuite(createPlace: () => Promise<Place>): void {
  let place: Place;
  let database: Database;
  let time = Date.parse('2026-03-01T08:00:00Z');
  const now = () => new Date(time);

  beforeAll(async () => {
    place = await createPlace();
    database = await place.open();
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  const procedures = () => createProcedureStore(database.kysely, now);
  const members = () => createMemberStore(database.kysely);
  const links = () => createLinkStore(database.kysely, now);
  const users = () => createUserStore(database.kysely, now);
  const tokens = () => createApiTokenStore(database.kysely, now);
  const versions = () => createVersionStore(database.kysely, now);
  const addUser = (name: string) => insertUser(database, name);
  let lastId = 0;
  const newId = () => `id-${++lastId}`;

  async function addProcedure(ownerId: string): Promise<string> {
    const id = newId();
    await procedures().add(id, facts, ownerId);
    return id;
  }

  async function addLink(
    procedureId: string,
    hours: number,
  ): Promise<{ id: string; hash: string }> {
    const id = newId();
    const expiresAt = new Date(time + hours * 3_600_000);
    await links().add({ id, procedureId, role: 'editor', tokenHash: `hash-${id}`, expiresAt });
    return { id, hash: `hash-${id}` };
  }

  it('lists what a person owns, newest change first, and nothing else', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const first = await addProcedure(dewi);
    time += 1000;
    const second = await addProcedure(dewi);
    time += 1000;
    await procedures().recordChange(first, { ...facts, title: 'Judul baru', stepCount: 4 }, budi);
    await procedures().recordOpenSuggestions(first, 2);

    expect(await procedures().listFor(dewi)).toEqual([
      {
        id: first,
        title: 'Judul baru',
        number: '1/2026',
        role: 'owner',
        stepCount: 4,
        openSuggestions: 2,
        createdAt: new Date(time - 2000).toISOString(),
        updatedAt: new Date(time).toISOString(),
        updatedBy: 'Budi',
      },
      expect.objectContaining({ id: second, updatedBy: 'Dewi' }),
    ]);
    expect(await procedures().listFor(budi)).toEqual([]);
  });

  it('keeps who changed it last when nobody is known', async () => {
    const dewi = await addUser('Dewi');
    const id = await addProcedure(dewi);

    await procedures().recordChange(id, facts, undefined);

    expect(await procedures().listFor(dewi)).toMatchObject([{ updatedBy: 'Dewi' }]);
  });

  it('takes a deleted procedure from the list and brings it back', async () => {
    const dewi = await addUser('Dewi');
    const id = await addProcedure(dewi);

    await procedures().remove(id);
    const listWhileDeleted = await procedures().listFor(dewi);
    const found = await procedures().find(id, dewi);
    await procedures().restore(id);

    expect(listWhileDeleted).toEqual([]);
    expect(found).toEqual({ id, title: facts.title, isDeleted: true, role: 'owner' });
    expect(await procedures().listFor(dewi)).toMatchObject([{ id }]);
  });

  it('knows no role of a stranger, and no procedure that was never added', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const id = await addProcedure(dewi);

    expect(await procedures().find(id, budi)).toMatchObject({ role: undefined });
    expect(await procedures().find('nothing', budi)).toBeUndefined();
  });

  it('gives, changes and takes a role', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const id = await addProcedure(dewi);

    expect(await members().set(id, budi, 'viewer')).toBe('done');
    expect(await members().set(id, budi, 'editor')).toBe('done');

    expect(await members().list(id)).toMatchObject([
      { name: 'Budi', role: 'editor' },
      { name: 'Dewi', role: 'owner' },
    ]);
    expect(await members().remove(id, budi)).toBe('done');
    expect(await members().remove(id, budi)).toBe('unknown-user');
    expect(await procedures().listFor(budi)).toEqual([]);
  });

  it('keeps the last owner, also when two step down at the same moment', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const id = await addProcedure(dewi);
    await members().set(id, budi, 'owner');

    const changes = await Promise.all([
      members().set(id, dewi, 'viewer'),
      members().remove(id, budi),
    ]);

    expect([...changes].sort()).toEqual(['done', 'last-owner']);
  });

  it('gives the role of a link until it expires', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const id = await addProcedure(dewi);
    const { hash } = await addLink(id, 1);

    expect(await links().redeem(hash, budi)).toEqual({ procedureId: id, role: 'editor' });
    expect(await links().redeem(hash, budi)).toEqual({ procedureId: id, role: 'editor' });
    expect(await procedures().listFor(budi)).toMatchObject([{ id, role: 'editor' }]);

    time += 3_600_001;
    expect(await procedures().find(id, budi)).toMatchObject({ role: undefined });
    expect(await procedures().listFor(budi)).toEqual([]);
    expect(await links().redeem(hash, budi)).toBeUndefined();
  });

  it('takes the role of a revoked link, and leaves that of a member', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const id = await addProcedure(dewi);
    await members().set(id, budi, 'viewer');
    const link = await addLink(id, 1);
    await links().redeem(link.hash, budi);
    const roleByLink = (await procedures().find(id, budi))?.role;

    expect(await links().revoke(id, link.id)).toBe(true);

    expect(roleByLink).toBe('editor');
    expect(await procedures().find(id, budi)).toMatchObject({ role: 'viewer' });
    expect(await links().redeem(link.hash, budi)).toBeUndefined();
    expect(await links().revoke(id, link.id)).toBe(false);
  });

  it('revokes a link of its own procedure only', async () => {
    const dewi = await addUser('Dewi');
    const [mine, other] = [await addProcedure(dewi), await addProcedure(dewi)];
    const link = await addLink(mine, 1);

    expect(await links().revoke(other, link.id)).toBe(false);
    expect(await links().list(mine)).toMatchObject([{ id: link.id }]);
  });

  it('opens no deleted procedure by a link', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const id = await addProcedure(dewi);
    const { hash } = await addLink(id, 1);
    await procedures().remove(id);

    expect(await links().redeem(hash, budi)).toBeUndefined();
  });

  it('finds the person of a token, notes its use, and forgets it when revoked', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const id = newId();
    const expiresAt = new Date(time + 3_600_000);
    await tokens().add({ id, userId: dewi, name: 'skrip', tokenHash: 'hash-of-token', expiresAt });

    expect(await tokens().findUser('hash-of-token')).toMatchObject({ id: dewi, isAdmin: false });
    expect(await tokens().list(dewi)).toEqual([
      {
        id,
        name: 'skrip',
        createdAt: now().toISOString(),
        lastUsedAt: now().toISOString(),
        expiresAt: expiresAt.toISOString(),
      },
    ]);
    expect(await tokens().list(budi)).toEqual([]);
    expect(await tokens().remove(budi, id)).toBe(false);
    expect(await tokens().remove(dewi, id)).toBe(true);
    expect(await tokens().findUser('hash-of-token')).toBeUndefined();
  });

  it('lets a token end by itself, with its account, and notes its use once a minute', async () => {
    const dewi = await addUser('Dewi');
    const add = (tokenHash: string) =>
      tokens().add({
        id: newId(),
        userId: dewi,
        name: tokenHash,
        tokenHash,
        expiresAt: new Date(time + 3_600_000),
      });
    await add('hash-that-ends');
    await tokens().findUser('hash-that-ends');
    const firstUse = now().toISOString();

    time += 59_999;
    await tokens().findUser('hash-that-ends');
    const stillNoted = await tokens().list(dewi);
    await users().change(dewi, { isActive: false });
    const whileClosed = await tokens().findUser('hash-that-ends');
    await users().change(dewi, { isActive: true });
    time += 3_600_000;

    expect(stillNoted).toMatchObject([{ lastUsedAt: firstUse }]);
    expect(whileClosed).toBeUndefined();
    expect(await tokens().findUser('hash-that-ends')).toBeUndefined();
  });

  it('lists the links of a procedure, newest first, expired ones too', async () => {
    const dewi = await addUser('Dewi');
    const id = await addProcedure(dewi);
    const first = await addLink(id, 1);
    time += 3_600_001;
    const second = await addLink(id, 1);

    expect(await links().list(id)).toMatchObject([{ id: second.id }, { id: first.id }]);
    expect(await links().list('nothing')).toEqual([]);
  });

  it('finds accounts by id, and closes and opens them', async () => {
    const dewi = await addUser('Dewi');

    const closed = await users().change(dewi, { isActive: false });
    const listed = (await users().list()).find(({ id }) => id === dewi);
    const opened = await users().change(dewi, { isActive: true });

    expect(closed).toMatchObject({ ok: true, user: { id: dewi, isActive: false } });
    expect(listed).toMatchObject({ isActive: false });
    expect(opened).toMatchObject({ ok: true, user: { isActive: true } });
    expect(await users().find(dewi)).toMatchObject({ name: 'Dewi', isActive: true });
    expect(await users().find('nobody')).toBeUndefined();
    expect(await users().change('nobody', {})).toEqual({ ok: false, code: 'unknown-user' });
  });

  it('keeps the last administrator, also when two step down at the same moment', async () => {
    const [dewi, budi] = [await addUser('Dewi'), await addUser('Budi')];
    const withoutAny = await users().hasAdmin();
    await users().change(dewi, { isAdmin: true });
    await users().change(budi, { isAdmin: true });

    const changes = await Promise.all([
      users().change(dewi, { isAdmin: false }),
      users().change(budi, { isActive: false }),
    ]);

    expect(withoutAny).toBe(false);
    expect(changes.map((change) => change.ok).sort()).toEqual([false, true]);
    expect(changes).toContainEqual({ ok: false, code: 'last-admin' });
    expect(await users().hasAdmin()).toBe(true);
  });

  it('keeps versions, newest first, each within its procedure', async () => {
    const dewi = await addUser('Dewi');
    const [id, other] = [await addProcedure(dewi), await addProcedure(dewi)];
    const version = { procedureId: id, userId: dewi, file: '{"steps":[]}' };
    const [draft, final] = [newId(), newId()];
    await versions().add({ ...version, id: draft, name: 'draf' });
    time += 1000;
    await versions().add({ ...version, id: final, name: '' });

    expect(await versions().list(id)).toMatchObject([
      { id: final, name: '', createdBy: 'Dewi' },
      { id: draft, name: 'draf', createdBy: 'Dewi' },
    ]);
    expect(await versions().findFile(id, draft)).toBe('{"steps":[]}');
    expect(await versions().findFile(other, draft)).toBeUndefined();
  });

  it('keeps everything when it is opened again', async () => {
    const dewi = await addUser('Dewi');
    const id = await addProcedure(dewi);
    await database.close();

    database = await place.open();

    expect(await procedures().listFor(dewi)).toMatchObject([{ id, role: 'owner' }]);
    expect(await users().findByEmail(`DEWI-${dewi}@kpu.test`)).toEqual(
      expect.objectContaining({ id: dewi }),
    );
  });
}
