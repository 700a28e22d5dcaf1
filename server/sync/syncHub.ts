import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestions } from '#core/suggestions/suggestion.ts';
import { type FormatMigration, formatMigrations } from '#document/formatMigrations.ts';
import { writeProcedure } from '#document/procedureDocument.ts';
import { closeCodes, type RoomKind, roomKinds } from '#protocol/sync.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import type { Admission, Admit } from './admission.ts';
import { applyLogged } from './applyLogged.ts';
import { ChangeFeed, type ChangeFeedParts } from './changeFeed.ts';
import { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import { GroupCommit } from './groupCommit.ts';
import { noOtherNodes } from './nodes/nodeLink.ts';
import { type NodeSettings, type NodeStats, Nodes } from './nodes/nodes.ts';
import { noTopics, type Topics } from './nodes/topics.ts';
import { openRoom, type Room } from './room.ts';
import { findRoomAddress, type RoomAddress, toRoomKey } from './roomAddress.ts';
import { type ContentParts, openContent, type RoomContent } from './roomContent.ts';
import { RoomShelf } from './roomShelf.ts';
import { newSuggestionCost } from './suggestionsContent.ts';
import { defaultSyncLimits, type SyncLimits } from './syncLimits.ts';
import type { SyncLogger } from './syncLogger.ts';
import type { SyncMeter } from './syncMeter.ts';
import { SyncSocket } from './syncSocket.ts';
import { answerUpgrade, showOut, speaksOurProtocol } from './upgrade.ts';
import { WritingPace } from './writingPace.ts';

/** A procedure after a durable change: what a list shows of it. */
export interface ProcedureChange {
  readonly procedureId: string;
  readonly procedure: Procedure;
  /** Who wrote last, where a person on this server did. */
  readonly userId: string | undefined;
}

export interface SyncHubParts {
  /** The caller closes it, after the hub. */
  readonly log: UpdateLog;
  readonly admit: Admit;
  /** Told of durable changes, coalesced; what the list shows comes from here. */
  readonly onChanged: (change: ProcedureChange) => Promise<void>;
  /** The same of what people suggest about a procedure. */
  readonly onSuggested?: (procedureId: string, suggestions: Suggestions) => Promise<void>;
  readonly logger: SyncLogger;
  readonly limits?: Partial<SyncLimits>;
  /** What brings documents of older formats up to date; by default all that there is. */
  readonly migrations?: readonly FormatMigration[];
  /** By default the computer's clock. */
  readonly now?: () => Date;
  readonly meter?: SyncMeter;
  /** Told of every `userChanged`, also of those on other nodes. */
  readonly onUserChanged?: (userId: string) => void;
  /** Where other servers may be on the same log; without it there are none. */
  readonly nodes?: NodeSettings | undefined;
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
  /** Presence that was not sent to somebody who reads too slowly. */
  readonly droppedAwareness: number;
  /** Times that the log could not be read or written. */
  readonly storageErrors: number;
  /** Undefined where there can be no other nodes. */
  readonly nodes: NodeStats | undefined;
}

/** The sync endpoint: `/sync/:id` and `/sync/:id/suggestions` in the y-websocket protocol. */
export interface SyncHub {
  /** Takes over an HTTP upgrade; answers 404 where the path is none of its own. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The current state, all of it on disk. A document that was never written is an empty procedure. */
  readProcedure(procedureId: string): Promise<Procedure>;
  /** What people suggest about it, all of it on disk. */
  readSuggestions(procedureId: string): Promise<Suggestions>;
  /** Writes the first state of a new document. */
  createDocument(procedureId: string, procedure: Procedure): Promise<void>;
  /** Asks `admit` again for every open connection: closes those that lost access, changes roles live. */
  accessChanged(procedureId: string): void;
  /** The same for every open connection of one person: a password, a session or the account has changed. */
  userChanged(userId: string): void;
  /** Closes every connection of the procedure with 4404. */
  deleted(procedureId: string): void;
  stats(): SyncStats;
  /** What else the nodes tell each other, until the hub is closed. */
  readonly topics: Topics;
  /** Refuses newcomers, writes what is collected, closes every connection with 1012. */
  close(): Promise<void>;
}

export function openSyncHub(parts: SyncHubParts): SyncHub {
  return new Hub(parts);
}

class Hub implements SyncHub {
  readonly #parts: SyncHubParts;
  readonly #limits: SyncLimits;
  readonly #server: WebSocketServer;
  readonly #commit: GroupCommit;
  readonly #shelf: RoomShelf;
  readonly #feeds: Readonly<Record<RoomKind, ChangeFeed>>;
  readonly #content: ContentParts;
  readonly #connections: Connections;
  readonly #nodes: Nodes | undefined;
  readonly #counters = { refusedWrites: 0, badFrames: 0, droppedAwareness: 0 };
  #failedLoads = 0;
  #arriving = 0;
  #isReady = true;
  #isClosing = false;
  #closed: Promise<void> | undefined;
  #probeTimer: NodeJS.Timeout | undefined;

  constructor(parts: SyncHubParts) {
    this.#parts = parts;
    this.#limits = { ...defaultSyncLimits, ...parts.limits };
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.#limits.maxMessageBytes,
      WebSocket: SyncSocket,
    });
    this.#content = {
      suggestions: {
        pace: new WritingPace(this.#limits.suggestionsPerMinute * newSuggestionCost),
        now: parts.now ?? (() => new Date()),
      },
      migrations: parts.migrations ?? formatMigrations,
    };
    this.#commit = new GroupCommit({
      log: parts.log,
      maxPauseMs: this.#limits.commitPauseMs,
      onFailure: (error) => this.#onFailure(error),
      meter: parts.meter,
    });
    this.#shelf = new RoomShelf({
      maxRooms: this.#limits.maxDocuments,
      unloadDelayMs: this.#limits.unloadDelayMs,
      open: (address) => this.#openRoom(address),
    });
    this.#feeds = {
      procedure: this.#openFeed(async (procedureId, userId) => {
        const procedure = await this.readProcedure(procedureId);
        await parts.onChanged({ procedureId, procedure, userId });
      }),
      suggestions: this.#openFeed(async (procedureId) => {
        await parts.onSuggested?.(procedureId, await this.readSuggestions(procedureId));
      }),
    };
    this.#connections = new Connections({
      limits: this.#limits,
      admit: parts.admit,
      logger: parts.logger,
    });
    this.#nodes = parts.nodes && this.#openNodes(parts.nodes);
  }

  #openFeed(tell: ChangeFeedParts['tell']): ChangeFeed {
    const { changedDelayMs: delayMs } = this.#limits;
    return new ChangeFeed({ delayMs, tell, logger: this.#parts.logger });
  }

  #openNodes(settings: NodeSettings): Nodes {
    return new Nodes({
      settings,
      log: this.#parts.log,
      limits: this.#limits,
      logger: this.#parts.logger,
      onAccessChanged: (id) => this.#connections.recheck(id),
      onUserChanged: (userId) => this.#recheckUser(userId),
      onDeleted: (id) => this.#showDeleted(id),
      onReunited: () => this.#connections.recheckAll(reunionMs),
    });
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Without a listener, a reset while we look the person up would end the process.
    socket.on('error', () => socket.destroy());
    const address = findRoomAddress(request.url);
    if (address === undefined) answerUpgrade(socket, 404);
    else if (this.#isClosing || this.#isFull) answerUpgrade(socket, 503);
    else void this.#welcome(request, socket, head, address);
  }

  /** Those who are still being admitted count too. */
  get #isFull(): boolean {
    return this.#connections.size + this.#arriving >= this.#limits.maxConnections;
  }

  async #welcome(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    address: RoomAddress,
  ): Promise<void> {
    const askedAt = this.#connections.accessAge;
    this.#arriving++;
    const entry = await this.#findEntry(request, address);
    this.#arriving--;
    if (this.#isClosing) {
      answerUpgrade(socket, 503);
      return;
    }
    // A browser is told nothing of an HTTP status here, so whoever is refused is let in and shown out.
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      if (entry.ok) this.#connect({ request, socket, webSocket, ...entry }, askedAt);
      else showOut(webSocket, entry.closeCode);
    });
  }

  async #findEntry(request: IncomingMessage, address: RoomAddress): Promise<Entry> {
    try {
      const admission = await this.#parts.admit(request, address.procedureId);
      if (!admission.ok) return admission;
      if (!speaksOurProtocol(request.url))
        return { ok: false, closeCode: closeCodes.otherProtocol };
      const room = await this.#shelf.get(address);
      return room ? { ...admission, room } : { ok: false, closeCode: closeCodes.tooMany };
    } catch (error) {
      this.#failedLoads++;
      this.#parts.logger.error({ err: error, ...address }, 'Could not open a document');
      return { ok: false, closeCode: closeCodes.tryLater };
    }
  }

  #connect({ room, user, role, webSocket, ...parts }: Newcomer, askedAt: number): void {
    if (room.isClosed) {
      showOut(webSocket, closeCodes.tryLater);
      return;
    }
    if (!this.#connections.hasPlaceFor(user.id, room)) {
      showOut(webSocket, closeCodes.tooMany);
      return;
    }
    const connection = new Connection({
      ...parts,
      webSocket,
      room,
      user,
      role,
      limits: this.#limits,
      counters: this.#counters,
      logger: this.#parts.logger,
      onClosed: (closed) => this.#connections.remove(closed),
    });
    this.#connections.add(connection, askedAt);
  }

  #openRoom(address: RoomAddress): Promise<Room> {
    return openRoom(address, {
      log: this.#parts.log,
      commit: this.#commit,
      nodes: this.#nodes ?? noOtherNodes,
      limits: this.#limits,
      logger: this.#parts.logger,
      content: this.#content,
      onChanged: ({ kind, procedureId }, userId) => {
        this.#feeds[kind].add(procedureId, userId);
      },
      onFailed: (room) => this.#shelf.remove(room),
    });
  }

  readProcedure(procedureId: string): Promise<Procedure> {
    return this.#read({ procedureId, kind: 'procedure' }, (content) =>
      content.kind === 'procedure' ? content.read() : emptyProcedure(),
    );
  }

  readSuggestions(procedureId: string): Promise<Suggestions> {
    return this.#read({ procedureId, kind: 'suggestions' }, (content) =>
      content.kind === 'suggestions' ? content.read() : noSuggestions,
    );
  }

  /** Reads a document, whether it is open or not. */
  async #read<T>(address: RoomAddress, read: (content: RoomContent) => T): Promise<T> {
    const room = this.#shelf.find(address);
    if (room) {
      // Somebody may have written through another node and read through this one.
      if (this.#nodes) await room.catchUp();
      return room.readDurable(read);
    }
    const logged = await this.#parts.log.load(toRoomKey(address));
    const doc = new Y.Doc();
    applyLogged(doc, logged, (error) =>
      this.#parts.logger.error({ err: error, ...address }, 'Unreadable update left out'),
    );
    const content = openContent(address.kind, doc, this.#content);
    const found = read(content);
    content.close();
    doc.destroy();
    return found;
  }

  async createDocument(procedureId: string, procedure: Procedure): Promise<void> {
    const doc = new Y.Doc();
    writeProcedure(doc, procedure);
    const data = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    await this.#parts.log.append([{ doc: procedureId, data }]);
  }

  accessChanged(procedureId: string): void {
    this.#connections.recheck(procedureId);
    this.#nodes?.tellAccessChanged(procedureId);
  }

  userChanged(userId: string): void {
    this.#recheckUser(userId);
    this.#nodes?.tellUserChanged(userId);
  }

  #recheckUser(userId: string): void {
    this.#connections.recheckUser(userId);
    this.#parts.onUserChanged?.(userId);
  }

  get topics(): Topics {
    return this.#nodes ?? noTopics;
  }

  deleted(procedureId: string): void {
    this.#showDeleted(procedureId);
    this.#nodes?.tellDeleted(procedureId);
  }

  #showDeleted(procedureId: string): void {
    this.#connections.recheck(procedureId);
    // The rooms themselves stay until what they have collected is written.
    for (const kind of roomKinds)
      this.#shelf.find({ procedureId, kind })?.closeMembers(closeCodes.unknownProcedure, 'deleted');
  }

  stats(): SyncStats {
    return {
      ...this.#counters,
      ready: this.#isReady && !this.#isClosing,
      connections: this.#connections.size,
      documents: this.#shelf.size,
      commits: this.#commit.commits,
      failedCommits: this.#commit.failedCommits,
      updates: this.#commit.updates,
      commitSeconds: this.#commit.seconds,
      storageErrors: this.#commit.failedCommits + this.#failedLoads,
      nodes: this.#nodes?.stats(),
    };
  }

  close(): Promise<void> {
    this.#closed ??= this.#shutDown();
    return this.#closed;
  }

  async #shutDown(): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#probeTimer);
    this.#shelf.close();
    this.#connections.stopListening();
    await this.#commit.flush();
    await this.#connections.close(closeCodes.restarting, 'restarting');
    await Promise.all(Object.values(this.#feeds).map((feed) => feed.flush()));
    await this.#nodes?.close();
    for (const room of this.#shelf.rooms) room.dispose();
  }

  #onFailure(error: unknown): void {
    this.#parts.logger.error({ err: error }, 'A commit failed; its rooms start again from the log');
    if (!this.#isReady || this.#isClosing) return;
    this.#isReady = false;
    this.#probe();
  }

  /** Asks the log every second whether it can be written again. */
  #probe(): void {
    this.#probeTimer = setTimeout(async () => {
      try {
        await this.#parts.log.append([]);
        this.#isReady = true;
        this.#parts.logger.info({}, 'The log can be written again');
      } catch {
        if (!this.#isClosing) this.#probe();
      }
    }, probeDelayMs);
  }
}

const noSuggestions: Suggestions = { list: [], rules: { allowsAnonymous: false } };
const probeDelayMs = 1000;
/** How long after Redis has come back the last connection is asked for its access again. */
const reunionMs = 5000;

type Entry =
  | (Extract<Admission, { ok: true }> & { readonly room: Room })
  | Extract<Admission, { ok: false }>;

type Newcomer = Extract<Entry, { ok: true }> & {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly webSocket: WebSocket;
};
