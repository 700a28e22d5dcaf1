import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A PostgreSQL database of a test's own. */
export interface ScratchPostgres {
  readonly url: string;
  /** Runs a statement in it. */
  run(sql: string): Promise<void>;
  /** Breaks every connection and takes no new ones, as a server that is down. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  drop(): Promise<void>;
}

const serverUrl = process.env.ALUR_TEST_POSTGRES ?? 'postgres://root@127.0.0.1:5432/postgres';

/** Why tests on PostgreSQL are skipped, or undefined when a server answers. */
export async function whyNoPostgres(): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch {
    return `no PostgreSQL at ${new URL(serverUrl).host}; set ALUR_TEST_POSTGRES to test it`;
  }
}

/** Creates an empty database and drops it, with whoever is still connected, in the end. */
export async function createScratchPostgres(): Promise<ScratchPostgres> {
  const name = `alur_test_${randomBytes(6).toString('hex')}`;
  await runOn(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    run: (sql) => runOn(url.href, sql),
    async goDown() {
      await runOn(serverUrl, `alter database ${name} with allow_connections false`);
      await runOn(
        serverUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
    },
    comeBack: () => runOn(serverUrl, `alter database ${name} with allow_connections true`),
    drop: () => runOn(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

async function runOn(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
