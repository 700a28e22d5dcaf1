import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormatMigration } from '#document/formatMigrations.ts';
import { ROLES, type Role } from '#protocol/roles.ts';
import { closeCodes } from '#protocol/sync.ts';
import { openDatabase } from '#server/store/database.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { openSqliteUpdateLog } from '#server/store/updateLogSqlite.ts';
import type { Admission } from '#server/sync/admission.ts';
import type { NodeSettings } from '#server/sync/nodes/nodes.ts';
import { openSyncHub, type ProcedureChange, type SyncHub } from '#server/sync/syncHub.ts';
import type { SyncLimits } from '#server/sync/syncLimits.ts';
import type { SyncLogger } from '#server/sync/syncLogger.ts';

/** A sync hub on a real port and a real SQLite file; whoever connects says who they are in the query. */
export interface SyncServer {
  readonly hub: SyncHub;
  /** `ws://…/sync`: what y-websocket puts the document's name behind. */
  readonly url: string;
  readonly port: number;
  readonly file: string;
  readonly log: UpdateLog;
  readonly changes: ProcedureChange[];
  /** Everything that went to the log, as JSON lines. */
  readonly logLines: string[];
  /** Overrides `role=` of the query for one person, by name; undefined shows them out with 4403. */
  readonly roles: Map<string, Role | undefined>;
  close(): Promise<void>;
}

export interface SyncServerOptions {
  readonly limits?: Partial<SyncLimits>;
  readonly port?: number;
  /** A data folder to go on with; it is kept then. */
  readonly folder?: string;
  readonly wrapLog?: (log: UpdateLog) => UpdateLog;
  /** False for a server that lives long: `changes` stays empty. */
  readonly keepsChanges?: boolean;
  /** Instead of the SQLite file. */
  readonly openLog?: () => UpdateLog;
  readonly nodes?: NodeSettings;
  readonly migrations?: readonly FormatMigration[];
}

export async function startSyncServer(options: SyncServerOptions = {}): Promise<SyncServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'alur-sync-'));
  const file = await createTables(folder);
  const log = options.openLog?.() ?? openSqliteUpdateLog(file);
  // As the server does at its start.
  await log.findLast([]);
  const roles = new Map<string, Role | undefined>();
  const changes: ProcedureChange[] = [];
  const logLines: string[] = [];
  const hub = openSyncHub({
    log: options.wrapLog?.(log) ?? log,
    admit: async (request) => admit(request, roles),
    onChanged: async (change) => void (options.keepsChanges !== false && changes.push(change)),
    logger: toLogger(logLines),
    nodes: options.nodes,
    ...(options.migrations && { migrations: options.migrations }),
    limits: { unloadDelayMs: 50, changedDelayMs: 20, ...options.limits },
  });
  const http = createServer((_, response) => response.writeHead(404).end());
  http.on('upgrade', (request, socket, head) => hub.handleUpgrade(request, socket, head));
  const port = await new Promise<number>((resolve) => {
    http.listen(options.port ?? 0, '127.0.0.1', () =>
      resolve((http.address() as AddressInfo).port),
    );
  });
  return {
    hub,
    url: `ws://127.0.0.1:${port}/sync`,
    port,
    file,
    log,
    changes,
    logLines,
    roles,
    async close() {
      await hub.close();
      await log.close();
      await new Promise((resolve) => http.close(resolve));
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createTables(folder: string): Promise<string> {
  const database = await openDatabase({ dataFolder: folder });
  await database.close();
  return database.file ?? '';
}

function admit(request: IncomingMessage, roles: SyncServer['roles']): Admission {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  const name = query.get('user');
  if (!name) return { ok: false, closeCode: closeCodes.signInNeeded };
  const role = roles.has(name) ? roles.get(name) : ROLES.find((each) => each === query.get('role'));
  if (!role) return { ok: false, closeCode: closeCodes.forbidden };
  return { ok: true, role, user: { id: `id-${name}`, name } };
}

function toLogger(lines: string[]): SyncLogger {
  const write = (...words: unknown[]) => void lines.push(JSON.stringify(words));
  return { debug: write, info: write, warn: write, error: write };
}
