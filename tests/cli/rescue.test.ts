import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer, testAdmin } from '#tests/support/openTestServer.ts';

describe('alur rescue', () => {
  let alurServer: TestServer;

  beforeAll(async () => {
    alurServer = await openTestServer();
    // The first run builds the command when it is missing or older than its sources.
    expect(alur('--help').code).toBe(0);
  }, 120_000);
  afterAll(() => alurServer.close());

  function alur(...args: readonly string[]) {
    const run = spawnSync(process.execPath, ['scripts/alur.mjs', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ALUR_DATA: alurServer.dataFolder },
    });
    return { code: run.status, out: run.stdout, err: run.stderr };
  }

  it('gives the last administrator a way in while the server runs, and ends the sessions', async () => {
    const { email } = testAdmin;
    const before = await alurServer.stranger.signIn(testAdmin);

    const { code, out, err } = alur('rescue', email, '--password', '--second-factor');
    const password = /First password, for seven days: (\S+)\n/.exec(out)?.[1] ?? '';

    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('The second factor was taken off.\n');
    expect((await before.get('/api/me')).status).toBe(401);
    await expect(alurServer.stranger.signIn(testAdmin)).rejects.toThrow('401');
    const again = await alurServer.stranger.signIn({ email, password });
    expect((await again.get('/api/me')).body).toMatchObject({ email, duty: 'new-password' });
  });

  it.each([
    [['rescue'], 'EMAIL is missing; see alur --help'],
    [['rescue', 'a@kpu.test'], 'say what was lost: --password, --second-factor, or both'],
    [['rescue', 'a@kpu.test', 'b@kpu.test', '--password'], 'one EMAIL only, not also "b@kpu.test"'],
    [['rescue', 'tiada@kpu.test', '--password'], 'there is no account tiada@kpu.test'],
  ])('answers %j in one line', (args, message) => {
    expect(alur(...args)).toEqual({ code: 2, out: '', err: `alur: ${message}\n` });
  });
});
