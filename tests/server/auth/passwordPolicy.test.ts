import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { isGuessable } from '#server/auth/passwordPolicy.ts';
import { openTestServer } from '#tests/support/openTestServer.ts';

const dewi = { name: 'Dewi Lestari', email: 'dewi.lestari@kpu.go.id' };

describe('isGuessable', () => {
  it.each([
    ['on every list of leaked ones', 'passwordpassword'],
    ['a row of digits', '123456789012'],
    ['a walk over the keyboard', 'qwertyuiop12'],
    ['one sign again and again', 'aaaaaaaaaaaa'],
    ['a word of the office and a year', 'indonesia2024'],
    ['a common Indonesian word', 'bismillah123'],
    ['the own address', 'dewi.lestari@kpu.go.id'],
    ['the own name and a year', 'dewilestari1990'],
    ['the office', 'kpukpukpukpu'],
  ])('knows %s', async (_, password) => {
    expect(await isGuessable(password, dewi)).toBe(true);
  });

  it.each([
    'kapur beranda jeruk',
    'Rapat-pleno,ruang.4',
    'gX7#pq!m2Lw9',
    'serambi hujan sepeda kertas',
  ])('lets %s through', async (password) => {
    expect(await isGuessable(password, dewi)).toBe(false);
  });

  it('knows every leaked one of its list that is long enough to be chosen', async () => {
    const long = dictionary['passwords-common'].filter((each) => each.length >= 12);

    const missed: unknown[] = [];
    for (const password of long)
      if (!(await isGuessable(`${password}`, dewi))) missed.push(password);

    expect(long.length).toBeGreaterThan(300);
    expect(missed).toEqual([]);
  });

  it('answers soon, whatever it is given', async () => {
    await isGuessable('warm', dewi);
    const nasty = [
      '1qaz@WSX'.repeat(16),
      'p4$$w0rD'.repeat(16),
      '!1|lI'.repeat(25),
      'ab'.repeat(64),
    ];
    const started = performance.now();

    for (const password of nasty) await isGuessable(password, dewi);

    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a new password', () => {
  it('is refused everywhere when it is short or easily guessed', async () => {
    const alur = await openTestServer({ initialAdmin: undefined });
    const sari = { name: 'Sari', email: 'sari@kpu.test', password: 'kapur beranda jeruk' };
    const token = alur.server.setupToken;
    const setUp = (password: string) =>
      alur.stranger.send('POST', '/api/setup', { ...sari, password, token });
    const codes: unknown[] = [];
    const note = ({ body }: { readonly body: unknown }) =>
      codes.push((body as { readonly error?: { readonly code: string } }).error?.code);

    for (const password of ['sebelas-huru', 'passwordpassword'].map((text) => text.slice(0, 16)))
      note(await setUp(password.length === 12 ? password.slice(0, 11) : password));
    await setUp(sari.password);
    const admin = await alur.stranger.signIn(sari);
    const change = { currentPassword: sari.password, newPassword: 'sari@kpu.test' };
    for (const newPassword of ['x7#pq!m2Lw9', 'sari@kpu.test', sari.password])
      note(await admin.send('POST', '/api/auth/change-password', { ...change, newPassword }));

    await alur.close();
    expect(codes).toEqual([
      'bad-input',
      'weak-password',
      'bad-input',
      'weak-password',
      'bad-input',
    ]);
  });
});
