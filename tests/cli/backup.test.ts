import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toProcedureFile } from '#core/model/file.ts';
import { createCaller } from '#tests/support/caller.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const sari = { email: 'sari@kpu.test', password: 'rahasia-sari' };
const base = mkdtempSync(join(tmpdir(), 'alur-backup-cli-'));
let lastFolder = 0;
const newFolder = () => join(base, `data-${++lastFolder}`);
const newPath = () => join(base, `${++lastFolder}.alur`);
const running: ChildProcess[] = [];

beforeAll(() => {
  // The first run builds the command when it is missing or older than its sources.
  expect(alur({}, '--help').code).toBe(0);
}, 120_000);
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(base, { recursive: true }));

describe('alur backup and alur restore', () => {
  it('move a server that runs to another folder', async () => {
    const [from, to, path] = [newFolder(), newFolder(), newPath()];
    const source = await serve(from);
    const caller = await createCaller(source.url).signIn(sari);
    const id = await caller.addProcedure(toProcedureFile(smallProcedure()));

    const backup = alur({ ALUR_DATA: from }, 'backup', '--out', path);
    const restore = alur({ ALUR_DATA: to }, 'restore', path);

    expect(backup).toEqual({ code: 0, out: `${path}: 1 accounts, 1 procedures\n`, err: '' });
    expect(restore).toMatchObject({ code: 0, err: '' });
    expect(restore.out).toMatch(/: 1 accounts, 1 procedures restored, as of .*\nEverybody has to/);
    const target = await serve(to);
    const again = await createCaller(target.url).signIn(sari);
    expect((await again.get(`/api/procedures/${id}`)).body).toEqual(
      toProcedureFile(smallProcedure()),
    );
  });

  it('never touch the file of a server that runs, and replace one that has stopped', async () => {
    const [folder, path] = [newFolder(), newPath()];
    const server = await serve(folder);
    alur({ ALUR_DATA: folder }, 'backup', '--out', path);
    const caller = await createCaller(server.url).signIn(sari);
    await caller.addProcedure(toProcedureFile(smallProcedure()));

    const whileRunning = alur({ ALUR_DATA: folder }, 'restore', path, '--replace');
    const goesOn = await caller.get('/api/procedures');
    server.child.kill('SIGTERM');
    await once(server.child, 'exit');
    const notEmpty = alur({ ALUR_DATA: folder }, 'restore', path);
    const replaced = alur({ ALUR_DATA: folder }, 'restore', path, '--replace');

    expect(whileRunning).toEqual({
      code: 2,
      out: '',
      err: `alur: ${path}: a server or another program has ${join(folder, 'alur.db')} open; stop it first\n`,
    });
    expect(goesOn.body).toHaveLength(1);
    expect(notEmpty).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not empty; --replace'),
    });
    expect(replaced.code).toBe(0);
    const again = await serve(folder);
    const signedIn = await createCaller(again.url).signIn(sari);
    expect((await signedIn.get('/api/procedures')).body).toEqual([]);
  });

  it.each([
    [['backup'], '--out is missing'],
    [['backup', 'x', '--out', 'y'], '"x" is too much'],
    [['restore'], 'FILE is missing; see alur --help'],
    [['restore', '/nowhere/x'], '/nowhere/x: no such file'],
  ])('answer %j in one line', (args, message) => {
    const folder = newFolder();

    expect(alur({ ALUR_DATA: folder }, ...args)).toEqual({
      code: 2,
      out: '',
      err: `alur: ${message}\n`,
    });
    expect(readdirSync(base)).not.toContain(folder);
  });

  it('say that there is no database, or none that answers', () => {
    const [folder, path] = [newFolder(), newPath()];
    writeFileSync(path, 'halo');
    const out = join(base, 'never');

    expect(alur({ ALUR_DATA: folder }, 'backup', '--out', out).err).toBe(
      `alur: ${out}: ${folder} holds no database\n`,
    );
    expect(alur({ ALUR_DATA: folder }, 'restore', path).err).toBe(
      `alur: ${path}: it is no backup of Alur\n`,
    );
    expect(alur({ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, 'backup', '--out', out)).toEqual({
      code: 2,
      out: '',
      err: `alur: ${out}: the database does not answer\n`,
    });
    expect(alur({ DATABASE_URL: 'mysql://x' }, 'backup', '--out', out)).toMatchObject({ code: 2 });
    expect(readdirSync(base)).not.toContain('never');
  });
});

type Environment = Readonly<Record<string, string>>;

function alur(environment: Environment, ...args: readonly string[]) {
  const run = spawnSync(process.execPath, ['scripts/alur.mjs', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

async function serve(dataFolder: string) {
  const child = spawn(process.execPath, ['dist/node/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      ALUR_DATA: dataFolder,
      ALUR_ADMIN_EMAIL: sari.email,
      ALUR_ADMIN_PASSWORD: sari.password,
    },
  });
  running.push(child);
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const [, port] = /Alur: http:\/\/localhost:(\d+)/.exec(printed) ?? [];
    if (port) return { child, url: `http://127.0.0.1:${port}` };
  }
  throw new RangeError(`The server ended: ${printed}`);
}
