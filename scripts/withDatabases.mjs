// `node scripts/withDatabases.mjs COMMAND …`: starts a PostgreSQL and a Redis of the command's own, runs it with
// ALUR_TEST_POSTGRES and ALUR_TEST_REDIS set, ends them. Installs them first where they are missing and that is
// possible (Debian, as root); without them the command runs all the same, and its tests say what they skip.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const isRoot = process.getuid?.() === 0;
const startPatienceMs = 30_000;
const [command, ...args] = process.argv.slice(2);
if (!command) {
  process.stderr.write('Say which command to run: node scripts/withDatabases.mjs npm test\n');
  process.exit(2);
}

installMissing();
const folder = mkdtempSync(join(tmpdir(), 'alur-databases-'));
const started = [];
process.exitCode = 1;
try {
  const env = { ...process.env };
  const postgres = await attempt('PostgreSQL', startPostgres);
  const redis = await attempt('Redis', startRedis);
  if (postgres) env.ALUR_TEST_POSTGRES = postgres;
  if (redis) env.ALUR_TEST_REDIS = redis;
  const child = spawn(command, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
} finally {
  await Promise.all(started.map(stop));
  rmSync(folder, { recursive: true, force: true });
}

/** What keeps a database from starting is said in one line, and keeps nothing else from running. */
async function attempt(name, start) {
  try {
    const url = await start();
    if (url) process.stdout.write(`${name}: ${url.replace(/:[^:@/]+@/, '@')}\n`);
    else process.stdout.write(`${name}: not installed here\n`);
    return url;
  } catch (error) {
    process.stdout.write(`${name}: could not be started (${error.message})\n`);
    return undefined;
  }
}

function installMissing() {
  const missing = [
    ...(findPostgresTool('postgres') ? [] : ['postgresql']),
    ...(findInPath('redis-server') ? [] : ['redis-server']),
  ];
  if (missing.length === 0 || !isRoot || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const line of [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...missing],
  ])
    if (spawnSync('apt-get', line, { stdio: 'inherit', env }).status !== 0) return;
}

function findInPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((place) => join(place, name))
    .find((path) => existsSync(path));
}

/** Debian keeps the programs of each version apart; the newest counts. */
function findPostgresTool(name) {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const places = versions.map((version) => join(root, version, 'bin', name));
  return places.find((path) => existsSync(path)) ?? findInPath(name);
}

async function startPostgres() {
  const [initdb, postgres] = [findPostgresTool('initdb'), findPostgresTool('postgres')];
  if (!initdb || !postgres) return undefined;
  const home = join(folder, 'postgres');
  const account = makeHome(home);
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password);
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const data = join(home, 'data');
  const made = spawnSync(
    initdb,
    [
      '-D',
      data,
      '-U',
      'alur',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
    ],
    { encoding: 'utf8', cwd: home, ...account },
  );
  if (made.status !== 0) throw new Error(made.stderr.trim().split('\n').at(-1));
  const port = await findFreePort();
  const settings = ['-h', '127.0.0.1', '-p', String(port), '-k', home, '-c', 'max_connections=300'];
  await start(postgres, ['-D', data, ...settings], { port, cwd: home, ...account });
  return `postgres://alur:${password}@127.0.0.1:${port}/postgres`;
}

async function startRedis() {
  const program = findInPath('redis-server');
  if (!program) return undefined;
  const home = join(folder, 'redis');
  const account = makeHome(home);
  const port = await findFreePort();
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', home];
  await start(program, settings, { port, cwd: home, ...account });
  return `redis://127.0.0.1:${port}`;
}

/** PostgreSQL refuses to run as root. */
function makeHome(home) {
  mkdirSync(home, { mode: 0o700 });
  if (!isRoot) return undefined;
  const account = findAccount('postgres') ?? findAccount('nobody');
  if (!account) return undefined;
  chownSync(home, account.uid, account.gid);
  chownSync(folder, account.uid, account.gid);
  return account;
}

function findAccount(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function start(program, args, { port, ...options }) {
  let said = '';
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
  child.on('error', (error) => {
    said = error.message;
  });
  started.push(child);
  const end = Date.now() + startPatienceMs;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(said.trim().split('\n').at(-1) || 'it does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // PostgreSQL: end at once and leave all in order.
  child.kill('SIGINT');
  await ended;
}
