import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { canEdit, ROLES, type Role } from '#protocol/roles.ts';
import { messageTypes, protocolVersion, type RoomKind, roomSuffixes } from '#protocol/sync.ts';
import { findCloseMeaning } from './closeMeanings.ts';
import { forgetPeers } from './presenceChannel.ts';
import { retryDelay } from './retryDelay.ts';
import { SavedMarks } from './savedMarks.ts';
import type { ConnectionState, PauseCause, RefusalReason } from './session.ts';
import { ValueStore } from './valueStore.ts';

export interface ServerLinkOptions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** `wss://host/sync`. */
  readonly url: string;
  readonly procedureId: string;
  /** Which of the procedure's documents; by default the procedure itself. */
  readonly kind?: RoomKind;
  /** Whether a role writes there; by default `canEdit`. */
  readonly mayWrite?: (role: Role) => boolean;
  /** As the page knows it; the server says when it changes. */
  readonly role: Role;
  readonly WebSocket: typeof WebSocket;
  readonly random: () => number;
  /** By default ours. */
  readonly protocol?: number;
}

/** Failures after which a person is told that they work offline; the tries go on. */
const OFFLINE_AFTER = 3;
/** A long pause counts like so many failures more. */
const LONG_PAUSE_FAILURES = 4;

/**
 * The connection of a document to the server: y-websocket for the protocol, and around it when to try
 * again, when to stop, and what is saved.
 */
export class ServerLink {
  readonly state = new ValueStore<ConnectionState>(connecting);
  readonly role: ValueStore<Role>;
  /** True while edits of this session are on this device only. */
  readonly hasUnsentEdits = new ValueStore(false);
  readonly #options: ServerLinkOptions;
  readonly #mayWrite: (role: Role) => boolean;
  readonly #provider: WebsocketProvider;
  readonly #marks: SavedMarks;
  #failures = 0;
  #wasOnline = false;
  #isNetworkDown = false;
  /** The server has said what of a former writer's edits it took. */
  #isSettled = false;
  /** What the server said when it closed the last connection. */
  #cause: PauseCause | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ServerLinkOptions) {
    this.#options = options;
    this.role = new ValueStore(options.role);
    const { doc, awareness, url, procedureId, protocol = protocolVersion } = options;
    const { kind = 'procedure', mayWrite = canEdit } = options;
    this.#mayWrite = mayWrite;
    const room = encodeURIComponent(procedureId) + roomSuffixes[kind];
    this.#provider = new WebsocketProvider(url, room, doc, {
      awareness,
      connect: false,
      params: { protocol: String(protocol) },
      // `TabChannel` joins the windows of one person: it tells accounts and roles apart.
      disableBc: true,
      WebSocketPolyfill: options.WebSocket,
      shouldReconnect: () => false,
    });
    this.#marks = new SavedMarks(this.#sendMark, this.#showState);
    this.#listen();
  }

  /** The origin of transactions that came from the server. */
  get origin(): unknown {
    return this.#provider;
  }

  /** Whether I may write in this document. */
  get isWriter(): boolean {
    return this.#mayWrite(this.role.get());
  }

  /** Makes a try now, if there is no connection. */
  open(): void {
    clearTimeout(this.#retryTimer);
    if (this.state.get().status !== 'refused' && !this.#isNetworkDown) this.#provider.connect();
  }

  /** What the browser says of its network. */
  setNetwork(isUp: boolean): void {
    this.#isNetworkDown = !isUp;
    clearTimeout(this.#retryTimer);
    if (isUp) {
      this.#failures = 0;
      this.open();
    } else this.#provider.disconnect();
    this.#showState();
  }

  /** Ends the connection for good. */
  refuse(reason: RefusalReason): void {
    if (this.state.get().status === 'refused') return;
    this.state.set({ status: 'refused', reason });
    clearTimeout(this.#retryTimer);
    this.#provider.disconnect();
  }

  close(): void {
    clearTimeout(this.#retryTimer);
    const { doc, awareness } = this.#options;
    doc.off('update', this.#noteUpdate);
    awareness.off('update', this.#relayAwareness);
    this.#provider.destroy();
  }

  #listen(): void {
    const { doc, awareness } = this.#options;
    const provider = this.#provider;
    provider.on('sync', this.#onSync);
    provider.on('status', this.#onStatus);
    provider.on('closed', this.#onClosed);
    // After the provider's own handler, which sends the update: the mark must follow it.
    doc.on('update', this.#noteUpdate);
    // The provider also repeats what it heard of others; the server knows that already.
    awareness.off('update', provider._awarenessUpdateHandler);
    awareness.on('update', this.#relayAwareness);

    const handleSync = provider.messageHandlers[messageTypes.sync];
    provider.messageHandlers[messageTypes.sync] = (encoder, decoder, ...rest) => {
      const isQuestion = decoding.peekVarUint(decoder) === 0;
      handleSync?.(encoder, decoder, ...rest);
      // The provider sends the answer when this returns.
      if (isQuestion) queueMicrotask(() => this.#marks.noteExchange());
    };
    provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) =>
      this.#marks.noteReturn(decoding.readVarUint(decoder));
    provider.messageHandlers[messageTypes.role] = (_encoder, decoder) =>
      this.#noteRole(decoding.readVarString(decoder));
  }

  readonly #noteUpdate = (
    _update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    { local }: Y.Transaction,
  ) => {
    if (origin !== this.#provider) this.#marks.noteChange({ isOwn: local });
  };

  readonly #relayAwareness = (changes: unknown, origin: unknown): void => {
    if (origin !== this.#provider) this.#provider._awarenessUpdateHandler(changes, origin);
  };

  readonly #sendMark = (mark: number): void => this.#send(messageTypes.saved, mark);

  #send(...numbers: readonly number[]): void {
    const { ws } = this.#provider;
    if (ws?.readyState !== ws?.OPEN) return;
    const frame = encoding.encode((encoder) => {
      for (const number of numbers) encoding.writeVarUint(encoder, number);
    });
    ws?.send(frame);
  }

  #noteRole(name: string): void {
    const role = ROLES.find((known) => known === name);
    if (!role) return;
    const isDemoted = this.isWriter && !this.#mayWrite(role);
    this.role.set(role);
    if (isDemoted) {
      // What it answers to this comes after the marks of all that it took.
      this.#marks.sendAll();
      this.#send(messageTypes.role);
    }
    this.#isSettled = !isDemoted;
    this.#showState();
  }

  readonly #onSync = (isSynced: boolean): void => {
    if (isSynced) {
      this.#failures = 0;
      this.#cause = undefined;
      this.#wasOnline = true;
    }
    this.#showState();
  };

  readonly #onStatus = ({ status }: { readonly status: string }): void => {
    if (status === 'disconnected') {
      this.#marks.noteDisconnect();
      forgetPeers(this.#options.awareness);
    }
    if (status === 'connected') this.#send(messageTypes.role);
    this.#showState();
  };

  readonly #onClosed = ({ code }: { readonly code: number }): void => {
    const meaning = findCloseMeaning(code);
    if (meaning?.kind === 'refusal') {
      this.refuse(meaning.reason);
      return;
    }
    this.#failures += 1;
    this.#cause = meaning?.cause;
    this.#showState();
    if (this.#isNetworkDown) return;
    const failures = this.#failures + (meaning?.isLong ? LONG_PAUSE_FAILURES : 0);
    const delayMs = retryDelay(failures, this.#options.random());
    this.#retryTimer = setTimeout(() => this.open(), delayMs);
  };

  readonly #showState = (): void => {
    const isKnown = this.isWriter || this.#isSettled;
    this.hasUnsentEdits.set(isKnown && this.#marks.hasUnsentEdits);
    if (this.state.get().status !== 'refused') this.state.set(this.#findState());
  };

  /** A reader has nothing to be saved, but for what the server did not take any more. */
  get #isSaved(): boolean {
    return this.isWriter ? this.#marks.isSaved : !this.hasUnsentEdits.get();
  }

  #findState(): ConnectionState {
    if (this.#provider.synced) return this.#isSaved ? saved : saving;
    if (this.#isNetworkDown) return offline;
    if (this.#cause) return this.#findPause(this.#cause);
    if (this.#failures >= OFFLINE_AFTER) return offline;
    return this.#wasOnline ? reconnecting : connecting;
  }

  /** The same object for the same pause. */
  #findPause(cause: PauseCause): ConnectionState {
    const status = this.#failures >= OFFLINE_AFTER ? 'offline' : 'reconnecting';
    const before = this.state.get();
    const isSame = before.status === status && before.cause === cause;
    return isSame ? before : { status, cause };
  }
}

const saved: ConnectionState = { status: 'online', saved: true };
const saving: ConnectionState = { status: 'online', saved: false };
const offline: ConnectionState = { status: 'offline' };
const connecting: ConnectionState = { status: 'connecting' };
const reconnecting: ConnectionState = { status: 'reconnecting' };
