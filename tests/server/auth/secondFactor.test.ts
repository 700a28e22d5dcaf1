import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { toProcedureFile } from '#core/model/file.ts';
import { closeCodes } from '#protocol/sync.ts';
import { rescueAccount } from '#server/auth/rescueAccount.ts';
import { restoreBackup } from '#server/store/backup/restoreBackup.ts';
import { writeBackup } from '#server/store/backup/writeBackup.ts';
import { connectDatabase } from '#server/store/database.ts';
import type { DatabaseKind } from '#server/store/tables.ts';
import { type Caller, createCaller, toCookieHeader } from '#tests/support/caller.ts';
import { openTestServer, type TestServer, testAdmin } from '#tests/support/openTestServer.ts';
import { whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { createPlace, type StoragePlace } from '#tests/support/storagePlaces.ts';
import { toCode } from '#tests/support/totp.ts';

const password = 'rahasia-kantor';
const path = '/api/second-factor';
const noPostgres = await whyNoPostgres();

type Answer = Awaited<ReturnType<Caller['send']>>;
const codeOf = ({ body }: Answer) =>
  z.object({ error: z.object({ code: z.string() }) }).parse(body).error.code;

/** Somebody whose second factor is on. */
interface Guarded {
  readonly caller: Caller;
  readonly email: string;
  readonly secret: string;
  /** The one that turned it on. */
  readonly firstCode: string;
  readonly backupCodes: readonly string[];
}

describe.each<DatabaseKind>(['sqlite', 'postgres'])('a second factor on %s', (kind) => {
  const skips = kind === 'postgres' ? noPostgres : undefined;
  let place: StoragePlace;
  let alur: TestServer;

  beforeAll(async () => {
    if (skips) return;
    place = await createPlace(kind);
    alur = await openTestServer({
      ...place,
      rateLimits: { failedSignInsPerAccount: 30, callsPerMinute: 10_000 },
    });
  });
  afterAll(async () => {
    if (skips) return;
    await alur.close();
    await place.drop();
  });

  const it_ = (name: string, test: () => Promise<void>) =>
    it.skipIf(skips)(`${name}${skips ? ` ${skips}` : ''}`, test);

  const as = (answer: Answer) => createCaller(alur.url, { cookie: toCookieHeader(answer.headers) });
  const signIn = (email: string, caller = alur.stranger) =>
    caller.send('POST', '/api/auth/sign-in/email', { email, password });
  const sendCode = (begun: Answer, code: string, trustDevice = false) =>
    as(begun).send('POST', '/api/auth/sign-in/code', { code, trustDevice });
  const statusOf = async (caller: Caller) => (await caller.get('/api/me')).status;

  async function begin(caller: Caller): Promise<string> {
    const answer = await caller.send('POST', path, { password });
    return z.object({ secret: z.string() }).parse(answer.body).secret;
  }

  async function confirm(caller: Caller, code: string) {
    const answer = await caller.send('POST', `${path}/confirm`, { code });
    const { backupCodes } = z.object({ backupCodes: z.array(z.string()) }).parse(answer.body);
    return { caller: as(answer), backupCodes };
  }

  async function guard(name: string): Promise<Guarded> {
    const caller = await alur.signUp(name);
    const secret = await begin(caller);
    const email = `${name.toLowerCase()}@kpu.test`;
    const firstCode = toCode(secret);
    return { email, secret, firstCode, ...(await confirm(caller, firstCode)) };
  }

  it_(
    'is turned on by the password and the first code, which ends the other sessions',
    async () => {
      const here = await alur.signUp('Dewi');
      const there = as(await signIn('dewi@kpu.test'));

      const wrongPassword = await here.send('POST', path, { password: 'salah-sekali' });
      const secret = await begin(here);
      const wrongCode = await here.send('POST', `${path}/confirm`, { code: toCode(secret, 9) });
      const stillOff = await here.get(path);
      const { caller, backupCodes } = await confirm(here, toCode(secret));

      expect([codeOf(wrongPassword), codeOf(wrongCode)]).toEqual(['wrong-password', 'wrong-code']);
      expect(stillOff.body).toEqual({ isOn: false, backupCodesLeft: 0 });
      expect(new Set(backupCodes).size).toBe(10);
      expect((await caller.get(path)).body).toEqual({ isOn: true, backupCodesLeft: 10 });
      expect([await statusOf(caller), await statusOf(here), await statusOf(there)]).toEqual([
        200, 401, 401,
      ]);
    },
  );

  it_(
    'asks for a code after the password, takes each code once, and opens nothing before',
    async () => {
      const { email, secret, firstCode } = await guard('Budi');

      const begun = await signIn(email);
      const between = await statusOf(as(begun));
      const usedAlready = await sendCode(begun, firstCode);
      const next = toCode(secret, 1);
      const done = await sendCode(begun, `${next.slice(0, 3)} ${next.slice(3)}`);
      const again = await sendCode(await signIn(email), next);

      expect(begun).toMatchObject({ status: 200, body: { codeNeeded: true } });
      expect(between).toBe(401);
      expect([codeOf(usedAlready), codeOf(again)]).toEqual(['wrong-code', 'wrong-code']);
      expect(done).toMatchObject({ status: 200, body: { user: { email } } });
      expect(await statusOf(as(done))).toBe(200);
      // The sign-in that was finished is over.
      expect(codeOf(await sendCode(begun, toCode(secret, 1)))).toBe('sign-in-over');
    },
  );

  it_('takes each backup code once, until new ones are made', async () => {
    const { caller, email, secret, backupCodes } = await guard('Citra');
    const [first = '', second = '', third = ''] = backupCodes;
    const use = async (code: string) => sendCode(await signIn(email), code);

    const statuses = [await use(first.toUpperCase()), await use(first), await use(second)];
    const left = await caller.get(path);
    const renewed = await caller.send('POST', `${path}/backup-codes`, {
      password,
      code: toCode(secret, 1),
    });
    const fresh = z.object({ backupCodes: z.array(z.string()) }).parse(renewed.body).backupCodes;

    expect(statuses.map(({ status }) => status)).toEqual([200, 401, 200]);
    expect(left.body).toEqual({ isOn: true, backupCodesLeft: 8 });
    expect(codeOf(await use(third))).toBe('wrong-code');
    expect((await use(fresh[0] ?? '')).status).toBe(200);
  });

  it_('is locked for a while after ten wrong codes, in however many sign-ins', async () => {
    const { caller, email, backupCodes } = await guard('Eko');

    const codes: string[] = [];
    for (const round of [0, 1]) {
      const begun = await signIn(email);
      for (let guess = 0; guess < 6; guess++)
        codes.push(codeOf(await sendCode(begun, `1000${round}${guess}`)));
    }
    const right = await sendCode(await signIn(email), backupCodes[0] ?? '');

    expect(codes.slice(0, 5)).toEqual(Array(5).fill('wrong-code'));
    expect(codes[5]).toBe('sign-in-over');
    expect(right).toMatchObject({ status: 429, body: { error: { code: 'code-locked' } } });
    expect(right.headers.get('retry-after')).toBe('900');
    // Who is signed in already goes on.
    expect(await statusOf(caller)).toBe(200);
  });

  it_('is not asked for on a device that is trusted, until the trust is taken back', async () => {
    const { caller, email, secret, backupCodes } = await guard('Fajar');
    const trusted = await sendCode(await signIn(email), toCode(secret, 1), true);

    const again = await signIn(email, as(trusted));
    const elsewhere = await signIn(email);
    const stranger = await alur.signUp('Tono');
    await confirm(stranger, toCode(await begin(stranger)));
    const notTheirs = await signIn('tono@kpu.test', as(trusted));
    await caller.send('DELETE', '/api/sessions');
    const afterwards = await signIn(email, as(again));
    const trustedAgain = await sendCode(afterwards, backupCodes[0] ?? '', true);
    const newPassword = 'serambi hujan sepeda';
    const change = { currentPassword: password, newPassword };
    await as(trustedAgain).send('POST', '/api/auth/change-password', change);
    const withNewPassword = await as(trustedAgain).send('POST', '/api/auth/sign-in/email', {
      email,
      password: newPassword,
    });

    expect(again.body).toMatchObject({ user: { email } });
    expect(trustedAgain.status).toBe(200);
    for (const answer of [elsewhere, notTheirs, afterwards, withNewPassword])
      expect(answer.body).toEqual({ codeNeeded: true });
  });

  it_('is turned off by the password and a code, which ends the other sessions', async () => {
    const { caller, email, backupCodes } = await guard('Gita');
    const [first = '', second = '', third = ''] = backupCodes;
    const there = as(await sendCode(await signIn(email), first));
    const turnOff = (code: string, given = password) =>
      caller.send('POST', `${path}/turn-off`, { password: given, code });

    const refused = [await turnOff(second, 'salah-sekali'), await turnOff('000000')];
    const off = await turnOff(third);

    expect(refused.map(codeOf)).toEqual(['wrong-password', 'wrong-code']);
    expect(off.status).toBe(204);
    expect([await statusOf(as(off)), await statusOf(there)]).toEqual([200, 401]);
    expect((await signIn(email)).body).toMatchObject({ user: { email } });
  });

  it_('lies in the database encrypted, its backup codes hashed', async () => {
    const { secret, backupCodes } = await guard('Hadi');

    const database = connectDatabase(place);
    const { rows } = await sql`select * from "twoFactor"`.execute(database.kysely);
    await database.close();
    const stored = JSON.stringify(rows);

    expect(rows.length).toBeGreaterThan(0);
    for (const each of [secret, Buffer.from(secret).toString('base64'), ...backupCodes])
      expect(stored).not.toContain(each);
  });

  it_('stays with a new password, and is taken off by another administrator alone', async () => {
    const { caller, email, backupCodes } = await guard('Indah');
    const { id } = z.object({ id: z.string() }).parse((await caller.get('/api/me')).body);
    const admin = await alur.admin();
    const me = z.object({ id: z.string() }).parse((await admin.get('/api/me')).body);

    const reset = await admin.send('POST', `/api/users/${id}/password`);
    const handedOver = z.object({ initialPassword: z.string() }).parse(reset.body).initialPassword;
    const withNewPassword = await alur.stranger.send('POST', '/api/auth/sign-in/email', {
      email,
      password: handedOver,
    });
    const again = as(await sendCode(withNewPassword, backupCodes[0] ?? ''));
    const byIndah = await again.send('DELETE', `/api/users/${id}/second-factor`);
    const ownByAdmin = await admin.send('DELETE', `/api/users/${me.id}/second-factor`);
    const listed = (await admin.get('/api/users')).body;
    const byAdmin = await admin.send('DELETE', `/api/users/${id}/second-factor`);

    // A new password does not go round it.
    expect(withNewPassword.body).toEqual({ codeNeeded: true });
    expect([byIndah.status, ownByAdmin.status, byAdmin.status]).toEqual([403, 403, 204]);
    expect(listed).toContainEqual(expect.objectContaining({ email, hasSecondFactor: true }));
    expect(await statusOf(again)).toBe(401);
    expect(
      (await alur.stranger.signIn({ email, password: handedOver })).credentials.cookie,
    ).toContain('session_token');
  });

  it_('is taken off by the operator of the server, with a password to hand over', async () => {
    const { caller, email } = await guard('Kartika');

    const rescued = await rescueAccount(place, email.toUpperCase(), {
      password: true,
      secondFactor: true,
    });
    const { initialPassword = '' } = rescued ?? {};
    const again = await alur.stranger.signIn({ email, password: initialPassword });
    const nobody = { password: true, secondFactor: true };

    expect(await statusOf(caller)).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    expect((await again.get('/api/me')).body).toMatchObject({ email, duty: 'new-password' });
    expect(await rescueAccount(place, 'tiada@kpu.test', nobody)).toBeUndefined();
  });

  it_('comes back with a backup, onto SQLite too', async () => {
    const { email, secret, backupCodes } = await guard('Lestari');
    const target = await createPlace('sqlite');
    const file = join(target.dataFolder, 'kantor.backup');

    await writeBackup(place, file);
    await restoreBackup(target, file, { replace: false });
    const restored = await openTestServer({ ...target, initialAdmin: undefined });
    const codeNeeded: unknown[] = [];
    const statuses: number[] = [];
    for (const code of [toCode(secret, 1), backupCodes[0] ?? '']) {
      const begun = await signIn(email, restored.stranger);
      codeNeeded.push(begun.body);
      const cookie = toCookieHeader(begun.headers);
      const caller = createCaller(restored.url, { cookie });
      statuses.push((await caller.send('POST', '/api/auth/sign-in/code', { code })).status);
    }
    await restored.close();

    expect(codeNeeded).toEqual([{ codeNeeded: true }, { codeNeeded: true }]);
    expect(statuses).toEqual([200, 200]);
  });

  it_('opens with a backup code under another secret, and with no other code', async () => {
    const { email, secret, backupCodes } = await guard('Murni');
    const other = await openTestServer({
      ...place,
      secret: 'another secret of the tests, also long',
    });

    const statuses: number[] = [];
    for (const code of [toCode(secret, 1), backupCodes[0] ?? '']) {
      const begun = await signIn(email, other.stranger);
      const caller = createCaller(other.url, { cookie: toCookieHeader(begun.headers) });
      statuses.push((await caller.send('POST', '/api/auth/sign-in/code', { code })).status);
    }
    await other.server.close();

    expect(statuses).toEqual([500, 200]);
  });

  it_('keeps its sign-in shut when the account is closed meanwhile', async () => {
    const { caller, email, secret } = await guard('Joko');
    const { id } = z.object({ id: z.string() }).parse((await caller.get('/api/me')).body);
    const begun = await signIn(email);

    await (await alur.admin()).send('PATCH', `/api/users/${id}`, { isActive: false });
    const done = await sendCode(begun, toCode(secret, 1));

    expect(codeOf(done)).toBe('account-closed');
    expect(codeOf(await signIn(email))).toBe('account-closed');
    expect(done.headers.getSetCookie()).toEqual([]);
  });
});

describe('a second factor that the office wants', () => {
  it('is set up before anything else is answered, sockets too', async () => {
    const alur = await openTestServer({ secondFactorPolicy: 'administrators' });
    const admin = await alur.admin();

    const me = await admin.get('/api/me');
    const shut = await admin.get('/api/procedures');
    const socket = new WebSocket(`${alur.url.replace('http', 'ws')}/sync/tiada`, {
      headers: admin.credentials,
    });
    const [code] = await once(socket, 'close');
    const begun = await admin.send('POST', path, { password: testAdmin.password });
    const { secret } = z.object({ secret: z.string() }).parse(begun.body);
    const confirmed = await admin.send('POST', `${path}/confirm`, { code: toCode(secret) });
    const guarded = createCaller(alur.url, { cookie: toCookieHeader(confirmed.headers) });
    const id = await guarded.addProcedure(toProcedureFile(smallProcedure()));
    const budi = await guarded.invite({ name: 'Budi', email: 'budi@kpu.test', password });

    expect(me.body).toMatchObject({ duty: 'second-factor' });
    expect(codeOf(shut)).toBe('second-factor-needed');
    expect(code).toBe(closeCodes.signInNeeded);
    expect((await guarded.get(`/api/procedures/${id}`)).status).toBe(200);
    // Others may do without.
    expect((await budi.get('/api/me')).body).toMatchObject({ duty: null });
    expect((await budi.get('/api/procedures')).status).toBe(200);
    await alur.close();
  });
});
