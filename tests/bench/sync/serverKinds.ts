import { fileURLToPath } from 'node:url';
import * as encoding from 'lib0/encoding';
import { openDatabase } from '#server/store/database.ts';
import { type OwnRedis, openOwnRedis } from '#tests/support/ownRedis.ts';
import { createScratchPostgres, type ScratchPostgres } from '#tests/support/scratchPostgres.ts';
import type { Dialect } from './loadClient.ts';

/** A server to measure: how to start it and how to talk to it. */
export interface ServerKind {
  readonly name: string;
  /** Arguments to Node. */
  readonly args: (port: number, folder: string) => readonly string[];
  readonly env: (port: number, folder: string) => Readonly<Record<string, string>>;
  /** Path and query of a room for one of its people. */
  readonly path: (room: string, person: string) => string;
  /** The same of the second socket that an open SOP has, for what people suggest about it. */
  readonly besidePath?: (room: string, person: string) => string;
  readonly dialect: (room: string) => Dialect;
  /** Keeps documents over a restart. */
  readonly isDurable: boolean;
  /** How many processes share it, on ports from the first; 1 where nothing is said. */
  readonly nodes?: number;
  /** Prepares what the processes of one place share; resolves with what to add to their environment. */
  readonly share?: (folder: string) => Promise<Readonly<Record<string, string>>>;
}

const theirPackage = import.meta.resolve('@y/websocket-server/package.json');
const theirServer = fileURLToPath(new URL('src/server.js', theirPackage));
const plain: Dialect = { prefix: new Uint8Array(), greeting: undefined };

export const ours: ServerKind = {
  name: 'Alur, SQLite',
  args: (port, folder) => ['--import', 'tsx', toPath('syncServerProcess.ts'), folder, String(port)],
  env: () => ({}),
  path: (room, person) => `/sync/${room}?user=${person}&role=editor`,
  besidePath: (room, person) => `/sync/${room}/suggestions?user=${person}&role=editor`,
  dialect: () => plain,
  isDurable: true,
};

/** Tables and channels of each place; they end with `closeShares`. */
const shares = new Map<string, Promise<Share>>();

interface Share {
  readonly postgres: ScratchPostgres;
  readonly redis: OwnRedis;
}

const onNodes: ServerKind = {
  ...ours,
  name: 'Alur, one node on PostgreSQL',
  share: async (folder) => {
    const found = shares.get(folder) ?? openShare();
    shares.set(folder, found);
    const { postgres, redis } = await found;
    return { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  },
};

async function openShare(): Promise<Share> {
  const [postgres, redis] = await Promise.all([createScratchPostgres(), openOwnRedis()]);
  const database = await openDatabase({ databaseUrl: postgres.url, dataFolder: '' });
  await database.close();
  return { postgres, redis };
}

/** Drops the databases that were made for places. */
export async function closeShares(): Promise<void> {
  for (const share of shares.values()) {
    const { postgres, redis } = await share;
    await redis.close();
    await postgres.drop();
  }
  shares.clear();
}

/** Ours alone, on one machine and on several. */
export const nodeKinds: readonly ServerKind[] = [
  ours,
  onNodes,
  { ...onNodes, name: 'Alur, two nodes', nodes: 2 },
];

const inMemory: ServerKind = {
  name: '@y/websocket-server, memory',
  args: () => [theirServer],
  env: (port) => ({ HOST: '127.0.0.1', PORT: String(port) }),
  path: (room) => `/${room}`,
  dialect: () => plain,
  isDurable: false,
};

const onLevel: ServerKind = {
  ...inMemory,
  name: '@y/websocket-server, LevelDB',
  env: (port, folder) => ({ ...inMemory.env(port, folder), YPERSISTENCE: folder }),
  isDurable: true,
};

const hocuspocus: ServerKind = {
  name: 'Hocuspocus, memory',
  args: (port) => [
    '--import',
    'tsx',
    fileURLToPath(import.meta.resolve('./hocuspocus.ts')),
    String(port),
  ],
  env: () => ({}),
  path: () => '/',
  dialect: greetHocuspocus,
  isDurable: false,
};

export const serverKinds: readonly ServerKind[] = [ours, inMemory, onLevel, hocuspocus];

function toPath(file: string): string {
  return fileURLToPath(import.meta.resolve(`#tests/support/${file}`));
}

/** Its messages name the document first, and it wants a token before anything else. */
function greetHocuspocus(room: string): Dialect {
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, room));
  const greeting = encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'token');
  });
  return { prefix, greeting };
}
