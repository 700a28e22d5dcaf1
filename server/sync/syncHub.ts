import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Procedure } from '#core/model/procedure.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import type { Admit } from './admission.ts';
import type { SyncLimits } from './syncLimits.ts';
import type { SyncLogger } from './syncLogger.ts';

export type { Admission, SyncUser } from './admission.ts';

export interface SyncHubParts {
  /** The caller closes it, after the hub. */
  readonly log: UpdateLog;
  readonly admit: Admit;
  /** After durable changes, coalesced: what the list shows. `userId` is who wrote last, if known. */
  readonly onChanged: (change: ProcedureChange) => Promise<void>;
  readonly logger: SyncLogger;
  readonly limits?: Partial<SyncLimits>;
}

export interface ProcedureChange {
  readonly procedureId: string;
  readonly procedure: Procedure;
  readonly userId: string | undefined;
}

/** Figures for `/metrics` and `/readyz`; counters count from the start of the process. */
export interface SyncStats {
  /** False after a failed commit, until the log can be written again. */
  readonly ready: boolean;
  readonly connections: number;
  readonly documents: number;
  readonly commits: number;
  readonly failedCommits: number;
  /** Updates written, after those of one room and commit were merged. */
  readonly updates: number;
  readonly commitSeconds: number;
  /** Writes of people who may only read. */
  readonly refusedWrites: number;
  readonly badFrames: number;
}

/** The sync endpoint: `/sync/:id` in the y-websocket protocol. */
export interface SyncHub {
  /** Takes over an HTTP upgrade; answers 404 where the path is not `/sync/:id`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The current state, all of it on disk. A document that was never written is an empty procedure. */
  readProcedure(procedureId: string): Promise<Procedure>;
  /** Writes the first state of a new document. */
  createDocument(procedureId: string, procedure: Procedure): Promise<void>;
  /** Asks `admit` again for every open connection: closes those that lost access, changes roles live. */
  accessChanged(procedureId: string): void;
  /** Closes every connection of the procedure with 4404. */
  deleted(procedureId: string): void;
  stats(): SyncStats;
  /** Refuses newcomers, writes what is collected, closes every connection with 1012. */
  close(): Promise<void>;
}
