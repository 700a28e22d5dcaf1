import { sql } from 'kysely';
import type { Logger } from 'pino';
import { filterSuggestions } from '#core/suggestions/listSuggestions.ts';
import { openAccounts } from './auth/accounts.ts';
import { createAdmit } from './auth/admit.ts';
import { createAuth, defaultSessionLimits, type SessionLimits } from './auth/betterAuth.ts';
import type { SecondFactorPolicy } from './auth/duty.ts';
import { type InitialAdmin, openFirstAdmin } from './auth/firstAdmin.ts';
import { createIdentify } from './auth/identify.ts';
import { type LeakedPasswords, openLeakedPasswords } from './auth/leakedPasswords.ts';
import { createPasswordPolicy } from './auth/passwordPolicy.ts';
import { createSecondFactor } from './auth/secondFactor.ts';
import { createApp } from './http/app.ts';
import { openFileThread } from './http/files/fileThread.ts';
import { openMetrics } from './http/metrics.ts';
import { type App, defaultRateLimits, type RateLimits } from './http/parts.ts';
import { watchStorage } from './http/readiness.ts';
import { toFacts } from './http/toFacts.ts';
import { createAttendees, toGuestCookie } from './meeting/attendees.ts';
import { findMeetingId, LiveHub } from './meeting/liveHub.ts';
import { createMeetings } from './meeting/meetings.ts';
import { createApiTokenStore } from './store/apiTokenStore.ts';
import type { Clock } from './store/clock.ts';
import { type Database, openDatabase } from './store/database.ts';
import { findDatabaseIdentity } from './store/databaseIdentity.ts';
import { createLinkStore } from './store/linkStore.ts';
import { createMeetingAccessStore } from './store/meetingAccessStore.ts';
import { createMeetingConnectionStore } from './store/meetingConnectionStore.ts';
import { createMeetingStore } from './store/meetingStore.ts';
import { createMemberStore } from './store/memberStore.ts';
import { createProcedureStore } from './store/procedureStore.ts';
import type { UpdateLog } from './store/updateLog.ts';
import { openPostgresUpdateLog } from './store/updateLogPostgres.ts';
import { openSqliteUpdateLog } from './store/updateLogSqlite.ts';
import { createUserStore } from './store/userStore.ts';
import { createVersionStore } from './store/versionStore.ts';
import type { NodeSettings } from './sync/nodes/nodes.ts';
import { openSyncHub } from './sync/syncHub.ts';
import type { SyncLimits } from './sync/syncLimits.ts';

export interface ServerParts {
  readonly dataFolder: string;
  /** `postgres://…`; without it SQLite in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** `redis://…`, for several nodes on one PostgreSQL; without it they ask the database. */
  readonly redisUrl?: string | undefined;
  /** Signs the session cookies. */
  readonly secret: string;
  readonly publicUrl?: URL | undefined;
  /** The built browser application; without it the API alone is served. */
  readonly publicFolder?: string | undefined;
  readonly initialAdmin?: InitialAdmin | undefined;
  readonly trustedProxies?: readonly string[];
  readonly logger: Logger;
  readonly now?: Clock;
  readonly rateLimits?: Partial<RateLimits>;
  readonly sessionLimits?: SessionLimits;
  readonly secondFactorPolicy?: SecondFactorPolicy;
  /** The file of Pwned Passwords, against which new passwords are checked too. */
  readonly leakedPasswordsFile?: string | undefined;
  readonly syncLimits?: Partial<SyncLimits>;
}

/** The whole server on an open database. */
export interface AlurServer {
  readonly app: App;
  /** For the first administrator; undefined when there is one. */
  readonly setupToken: string | undefined;
  /** Resolves with the address that it serves on. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Writes what is collected, tells the clients to come back, ends. */
  close(): Promise<void>;
}

/** Opens the database and builds the server; it does not listen yet. */
export async function createServer(parts: ServerParts): Promise<AlurServer> {
  const database = await openDatabase(parts);
  const log = openUpdateLog(database, parts.databaseUrl);
  let leaked: LeakedPasswords | undefined;
  const closeStorage = async () => {
    await leaked?.close();
    await log.close();
    await database.close();
  };
  try {
    if (parts.leakedPasswordsFile) leaked = await openLeakedPasswords(parts.leakedPasswordsFile);
    // Starts its thread, or its first connection, so that whoever comes first need not wait for that.
    await log.findLast([]);
    return await buildServer(parts, { database, log, leaked, closeStorage });
  } catch (error) {
    await closeStorage();
    throw error;
  }
}

function openUpdateLog(database: Database, databaseUrl: string | undefined): UpdateLog {
  if (database.file !== undefined) return openSqliteUpdateLog(database.file);
  if (databaseUrl === undefined) throw new RangeError('PostgreSQL without an address');
  return openPostgresUpdateLog(databaseUrl);
}

/** Undefined on SQLite, which has one server. */
async function findNodeSettings(
  { redisUrl: url, secret }: ServerParts,
  { kind, kysely }: Database,
): Promise<NodeSettings | undefined> {
  if (kind === 'sqlite') return undefined;
  if (url === undefined) return { redis: undefined };
  return { redis: { url, identity: await findDatabaseIdentity(kysely), secret } };
}

interface Storage {
  readonly database: Database;
  readonly log: UpdateLog;
  readonly leaked: LeakedPasswords | undefined;
  readonly closeStorage: () => Promise<void>;
}

async function buildServer(parts: ServerParts, storage: Storage): Promise<AlurServer> {
  const { logger, publicUrl, publicFolder, secret, now = () => new Date() } = parts;
  const { database, log, closeStorage } = storage;
  const { kysely } = database;
  const isSecure = publicUrl?.protocol === 'https:';
  const { sessionLimits = defaultSessionLimits } = parts;
  const auth = createAuth({ database, secret, isSecure, sessionLimits });
  const secondFactor = createSecondFactor(auth, kysely, now);
  const users = createUserStore(kysely, now);
  const { secondFactorPolicy = 'offered' } = parts;
  const accounts = openAccounts({
    auth,
    secondFactor,
    users,
    sessionLimits,
    secondFactorPolicy,
    now,
  });
  const findWeakness = createPasswordPolicy(storage.leaked);
  const apiTokens = createApiTokenStore(kysely, now);
  const procedures = createProcedureStore(kysely, now);
  const initial = parts.initialAdmin;
  const firstAdmin = await openFirstAdmin({ accounts, users, findWeakness, initial });
  const identify = createIdentify(accounts, apiTokens);
  const meetings = createMeetingStore(kysely, now);
  const meetingAccess = createMeetingAccessStore(kysely, now);
  const meetingConnections = createMeetingConnectionStore(kysely, now);
  const cookie = toGuestCookie(isSecure);
  const attendees = createAttendees({ identify, access: meetingAccess, cookie });
  const metrics = openMetrics();
  const hub = openSyncHub({
    log,
    admit: createAdmit({ identify, procedures, attendees, meetingAccess, publicUrl }),
    onChanged: ({ procedureId, procedure, userId }) =>
      procedures.recordChange(procedureId, toFacts(procedure), userId),
    onSuggested: (procedureId, { list }) =>
      procedures.recordOpenSuggestions(
        procedureId,
        filterSuggestions(list, { status: 'open' }).length,
      ),
    logger,
    limits: parts.syncLimits ?? {},
    now,
    meter: metrics.syncMeter,
    onUserChanged: (userId) => live.userChanged(userId),
    nodes: await findNodeSettings(parts, database),
  });
  const live = new LiveHub({
    attendees,
    access: meetingAccess,
    onAccessLost: (procedureId) => hub.accessChanged(procedureId),
    meetings,
    connections: meetingConnections,
    topics: hub.topics,
    publicUrl,
    logger,
    now,
  });
  const versions = createVersionStore(kysely, now);
  const files = openFileThread();
  const app = await createApp(
    {
      accounts,
      secondFactor,
      findWeakness,
      users,
      apiTokens,
      procedures,
      firstAdmin,
      identify,
      members: createMemberStore(kysely),
      links: createLinkStore(kysely, now),
      versions,
      meetings,
      meetingAccess,
      meetingConnections,
      attendees,
      meetingRoom: createMeetings({
        store: meetings,
        connections: meetingConnections,
        procedures,
        versions,
        documents: hub,
        live,
        logger,
        now,
      }),
      live,
      documents: hub,
      files,
      isStorageWell: watchStorage(
        () => Promise.all([sql`select 1`.execute(kysely), log.append([])]),
        now,
      ),
      metrics,
      publicUrl,
      publicFolder,
      rateLimits: { ...defaultRateLimits, ...parts.rateLimits },
      now,
    },
    { logger, trustedProxies: parts.trustedProxies ?? ['loopback'] },
  );
  app.server.on('upgrade', (request, socket, head) => {
    const endpoint = findMeetingId(request.url) === undefined ? hub : live;
    endpoint.handleUpgrade(request, socket, head);
  });
  return {
    app,
    get setupToken() {
      return firstAdmin.token;
    },
    listen: (address) => app.listen({ ...address }),
    async close() {
      await live.close();
      await hub.close();
      await app.close();
      await files.close();
      await closeStorage();
    },
  };
}
