import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLeakedPasswords } from '#server/auth/leakedPasswords.ts';
import { openTestServer, testAdmin } from '#tests/support/openTestServer.ts';

const hashOf = (password: string) =>
  createHash('sha1').update(password).digest('hex').toUpperCase();

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alur-leaked-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file as it is downloaded: ordered by the hash, with a count each. */
async function writeList(hashes: readonly string[], end = '\r\n'): Promise<string> {
  const path = join(folder, randomBytes(6).toString('hex'));
  const lines = hashes.toSorted().map((hash, index) => `${hash}:${10 ** (index % 8)}`);
  await writeFile(path, lines.join(end) + (end === '\r\n' ? end : ''));
  return path;
}

describe('the list of leaked passwords', () => {
  it('finds each one that it holds, the first and the last too, and no other', async () => {
    const passwords = Array.from({ length: 500 }, (_, index) => `sandi bocor ${index}`);
    const sizes = [1, 2, 3, 500];

    for (const size of sizes)
      for (const end of ['\r\n', '\n']) {
        const some = passwords.slice(0, size);
        const list = await openLeakedPasswords(await writeList(some.map(hashOf), end));
        const found = await Promise.all(some.map((password) => list.has(password)));
        const others = await Promise.all(some.map((password) => list.has(`${password} yang lain`)));
        await list.close();
        expect(found.every(Boolean)).toBe(true);
        expect(others.some(Boolean)).toBe(false);
      }
  });

  it.each([
    ['is not there', async () => join(folder, 'tiada')],
    [
      'holds something else',
      async () => {
        const path = join(folder, 'lain.txt');
        await writeFile(path, 'bukan daftar\n'.repeat(100));
        return path;
      },
    ],
    [
      'is not in order',
      async () => {
        const path = join(folder, 'acak.txt');
        const hashes = Array.from({ length: 100 }, (_, index) => hashOf(String(index)));
        const turned = hashes.toSorted().reverse();
        await writeFile(path, turned.map((hash) => `${hash}:1\n`).join(''));
        return path;
      },
    ],
  ])('ends the start of the server when it %s', async (_what, makePath) => {
    const leakedPasswordsFile = await makePath();

    await expect(openTestServer({ leakedPasswordsFile })).rejects.toThrow('ALUR_LEAKED_PASSWORDS');
  });

  it('is asked before a password is taken that is hard to guess', async () => {
    const leaked = 'serambi hujan sepeda kertas';
    const leakedPasswordsFile = await writeList(['a', 'b', leaked, 'c'].map(hashOf));
    const alur = await openTestServer({ leakedPasswordsFile });
    const admin = await alur.admin();
    const change = (newPassword: string) =>
      admin.send('POST', '/api/auth/change-password', {
        currentPassword: testAdmin.password,
        newPassword,
      });

    const refused = await change(leaked);
    const taken = await change(`${leaked} biru`);

    await alur.close();
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'leaked-password' } } });
    expect(taken.status).toBe(204);
  });
});
