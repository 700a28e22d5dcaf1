import { tmpdir } from 'node:os';
import * as Y from 'yjs';
import { connectDatabase } from '#server/store/database.ts';
import { type OwnRedis, openOwnRedis, whyNoRedis } from '#tests/support/ownRedis.ts';
import { createScratchPostgres, whyNoPostgres } from '#tests/support/scratchPostgres.ts';
import type { ChaosServer } from './chaosServer.ts';
import { openOwnPostgres, whyNoOwnPostgres } from './ownPostgres.ts';

export const engineNames = ['sqlite', 'postgres', 'killed-postgres', 'nodes'] as const;
export type EngineName = (typeof engineNames)[number];

/** Why there is no such engine here, or undefined. */
export async function whyNoEngine(name: EngineName): Promise<string | undefined> {
  switch (name) {
    case 'sqlite':
      return undefined;
    case 'postgres':
      return whyNoPostgres();
    case 'killed-postgres':
      return whyNoOwnPostgres();
    case 'nodes':
      return (await whyNoPostgres()) ?? whyNoRedis();
  }
}

/** Where a run keeps everything, and how that breaks. */
export interface Engine {
  /** How many servers share it. */
  readonly nodes: number;
  readonly databaseUrl?: string;
  /** Where there are several nodes. */
  readonly redis?: OwnRedis;
  /** From now on nothing can be written; false where that cannot be had here. */
  break(servers: readonly ChaosServer[]): Promise<boolean>;
  mend(servers: readonly ChaosServer[]): Promise<void>;
  /** The document as the disk has it, whatever the server says. */
  readDocument(procedureId: string): Promise<Y.Doc>;
  close(): Promise<void>;
}

export async function openEngine(name: EngineName, folder: string): Promise<Engine> {
  switch (name) {
    case 'sqlite':
      return openSqlite(folder);
    case 'postgres':
      return openPostgres();
    case 'killed-postgres':
      return openKilledPostgres();
    case 'nodes':
      return openNodes();
  }
}

/** SQLite in the run's folder; it breaks by a full disk. */
function openSqlite(dataFolder: string): Engine {
  return {
    nodes: 1,
    break: async ([server]) => server?.fillDisk() ?? false,
    mend: async ([server]) => void server?.freeDisk(),
    readDocument: (id) => readDocument({ dataFolder }, id),
    close: async () => undefined,
  };
}

/** A database of the run's own; it breaks by losing every connection and taking no new ones. */
async function openPostgres(): Promise<Engine> {
  const scratch = await createScratchPostgres();
  return {
    nodes: 1,
    databaseUrl: scratch.url,
    break: async () => {
      await scratch.goDown();
      return true;
    },
    mend: () => scratch.comeBack(),
    readDocument: (id) => readDocument({ databaseUrl: scratch.url, dataFolder: tmpdir() }, id),
    close: () => scratch.drop(),
  };
}

/** A server of the run's own, which breaks by kill -9. */
async function openKilledPostgres(): Promise<Engine> {
  const own = await openOwnPostgres();
  return {
    nodes: 1,
    databaseUrl: own.url,
    break: async () => {
      await own.kill();
      return true;
    },
    mend: () => own.start(),
    readDocument: (id) => readDocument({ databaseUrl: own.url, dataFolder: tmpdir() }, id),
    close: () => own.close(),
  };
}

/** Three servers on one PostgreSQL, with a Redis of their own; they break as one on PostgreSQL does. */
async function openNodes(): Promise<Engine> {
  const [postgres, redis] = await Promise.all([openPostgres(), openOwnRedis()]);
  return {
    ...postgres,
    nodes: 3,
    redis,
    close: async () => {
      await redis.close();
      await postgres.close();
    },
  };
}

async function readDocument(
  location: Parameters<typeof connectDatabase>[0],
  id: string,
): Promise<Y.Doc> {
  const { kysely, close } = connectDatabase(location);
  try {
    const rows = await kysely
      .selectFrom('doc_snapshot')
      .select(['seq', 'data'])
      .where('doc_id', '=', id)
      .unionAll(kysely.selectFrom('doc_update').select(['seq', 'data']).where('doc_id', '=', id))
      .orderBy('seq')
      .execute();
    const doc = new Y.Doc();
    for (const { data } of rows) Y.applyUpdate(doc, new Uint8Array(data));
    return doc;
  } finally {
    await close();
  }
}
