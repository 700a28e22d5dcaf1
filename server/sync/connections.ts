import type { Admit } from './admission.ts';
import type { Connection } from './connection.ts';
import type { Room } from './room.ts';
import type { SyncLimits } from './syncLimits.ts';
import type { SyncLogger } from './syncLogger.ts';

export interface ConnectionsParts {
  readonly limits: SyncLimits;
  readonly admit: Admit;
  readonly logger: SyncLogger;
}

/** Every open connection: how many there may be, whether they are alive, and whether they still may. */
export class Connections {
  readonly #parts: ConnectionsParts;
  readonly #open = new Map<Connection, Asked>();
  readonly #heartbeat: NodeJS.Timeout;
  readonly #recheck: NodeJS.Timeout;
  #accessAge = 0;

  constructor(parts: ConnectionsParts) {
    this.#parts = parts;
    this.#heartbeat = setInterval(() => {
      for (const connection of this.#open.keys()) connection.checkHeartbeat();
    }, parts.limits.heartbeatMs);
    // A few at a time, as they fall due: thousands of questions at once would hold everybody up.
    this.#recheck = setInterval(() => {
      const due = performance.now() - parts.limits.recheckMs;
      for (const [connection, { at }] of this.#open) if (at < due) void this.#ask(connection);
    }, parts.limits.recheckMs / 60);
  }

  get size(): number {
    return this.#open.size;
  }

  /** Grows whenever access may have changed, for those who were being admitted meanwhile. */
  get accessAge(): number {
    return this.#accessAge;
  }

  hasPlaceFor(userId: string, room: Room): boolean {
    const { connectionsPerUser, connectionsPerDocument } = this.#parts.limits;
    if (room.memberCount >= connectionsPerDocument) return false;
    let count = 0;
    for (const { user } of this.#open.keys()) if (user.id === userId) count++;
    return count < connectionsPerUser;
  }

  /** `askedAt` is the `accessAge` at which its admission was asked for. */
  add(connection: Connection, askedAt: number): void {
    this.#open.set(connection, { at: performance.now(), question: 0 });
    if (askedAt !== this.#accessAge) void this.#ask(connection);
  }

  remove(connection: Connection): void {
    this.#open.delete(connection);
  }

  /** Asks again what each connection of the procedure, or to what is kept beside it, may do. */
  recheck(procedureId: string): void {
    this.#accessAge++;
    for (const connection of this.#open.keys())
      if (connection.room.address.procedureId === procedureId) void this.#ask(connection);
  }

  /** The same for all connections of one person. */
  recheckUser(userId: string): void {
    this.#accessAge++;
    for (const connection of this.#open.keys())
      if (connection.user.id === userId) void this.#ask(connection);
  }

  /** The same for all connections, little by little within `withinMs`. */
  recheckAll(withinMs: number): void {
    this.#accessAge++;
    const { recheckMs } = this.#parts.limits;
    const now = performance.now();
    for (const [connection, { question }] of this.#open)
      this.#open.set(connection, { at: now - recheckMs + Math.random() * withinMs, question });
  }

  stopListening(): void {
    for (const connection of this.#open.keys()) connection.stopListening();
  }

  /** Closes all, and waits a moment for them to answer. */
  async close(code: number, reason: string): Promise<void> {
    clearInterval(this.#heartbeat);
    clearInterval(this.#recheck);
    const closed = [...this.#open.keys()].map((connection) => connection.closed);
    for (const connection of this.#open.keys()) connection.close(code, reason);
    const patience = setTimeout(() => {
      for (const connection of this.#open.keys()) connection.terminate();
    }, closePatienceMs);
    await Promise.all(closed);
    clearTimeout(patience);
  }

  async #ask(connection: Connection): Promise<void> {
    const question = (this.#open.get(connection)?.question ?? 0) + 1;
    this.#open.set(connection, { at: performance.now(), question });
    try {
      const { procedureId } = connection.room.address;
      const admission = await this.#parts.admit(connection.request, procedureId);
      // An older answer that comes late says less than the one that follows.
      if (this.#open.get(connection)?.question !== question) return;
      if (admission.ok) connection.setRole(admission.role);
      else connection.close(admission.closeCode, 'access has ended');
    } catch (error) {
      this.#parts.logger.warn({ err: error }, 'Could not check the access of a connection');
    }
  }
}

/** When the access of a connection was asked for last, and how often. */
interface Asked {
  readonly at: number;
  readonly question: number;
}

const closePatienceMs = 2000;
