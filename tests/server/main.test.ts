import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '#tests/support/caller.ts';

const sari = { name: 'Sari', email: 'sari@kpu.test', password: 'rahasia-sari' };

// Starting from source takes seconds where many tests run at once.
describe('server/main.ts', { timeout: 90_000 }, () => {
  let dataFolder: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'alur-main-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(dataFolder, { recursive: true, force: true });
  });

  function start(environment: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        ALUR_DATA: dataFolder,
        ALUR_LOG_LEVEL: 'warn',
        ...environment,
      },
    });
    children.push(child);
    const ended = once(child, 'close');
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    return {
      child,
      /** The first thing printed that fits; rejects when the server ends before. */
      printed: (pattern: RegExp) => findPrinted(child, pattern),
      /** The exit code and what stood on standard error. */
      ended: async () => ({ code: Number((await ended)[0]), errors }),
    };
  }

  it('prints its address and a set-up link that makes the first administrator', async () => {
    const server = start();
    const link = new URL((await server.printed(/http:\S+\/mulai\?token=\S+/))[0]);
    const visitor = createCaller(`http://127.0.0.1:${link.port}`);

    const answer = await visitor.send('POST', '/api/setup', {
      token: link.searchParams.get('token'),
      ...sari,
    });

    expect(answer.status).toBe(201);
    expect((await (await visitor.signIn(sari)).get('/api/me')).body).toMatchObject({
      isAdmin: true,
    });
    expect((await stat(join(dataFolder, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('ends well when it is asked to, and keeps sessions for the next start', async () => {
    const admin = { ALUR_ADMIN_EMAIL: sari.email, ALUR_ADMIN_PASSWORD: sari.password };
    const first = start(admin);
    const [, firstUrl = ''] = await first.printed(/Alur: http:\/\/localhost(:\d+)/);
    const caller = await createCaller(`http://127.0.0.1${firstUrl}`).signIn(sari);

    first.child.kill('SIGTERM');
    const end = await first.ended();
    const second = start(admin);
    const [, secondUrl = ''] = await second.printed(/Alur: http:\/\/localhost(:\d+)/);
    const again = await createCaller(`http://127.0.0.1${secondUrl}`, {
      ...caller.credentials,
    }).get('/api/me');

    expect(end).toEqual({ code: 0, errors: '' });
    expect(again).toMatchObject({ status: 200, body: { email: sari.email } });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, got "http"\n'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must begin with postgres://\n'],
  ])('does not start with %j, and says why in one line', async (environment, message) => {
    expect(await start(environment).ended()).toEqual({ code: 2, errors: message });
  });

  it('says in one line that the port is taken', async () => {
    const [, port = ''] = await start().printed(/Alur: http:\/\/localhost:(\d+)/);

    const { code, errors } = await start({ PORT: port }).ended();

    expect({ code, errors }).toEqual({
      code: 1,
      errors: expect.stringMatching(new RegExp(`^[^\\n]*EADDRINUSE[^\\n]*${port}\\n$`)),
    });
  });
});

function findPrinted(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = pattern.exec(printed);
      if (found) resolve(found);
    });
    child.on('exit', (code) => reject(new RangeError(`It ended with ${code}:\n${printed}`)));
  });
}
