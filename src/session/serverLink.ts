import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { canEdit, ROLES, type Role } from '#protocol/roles.ts';
import { closeCodes, messageTypes } from '#protocol/sync.ts';
import { retryDelay } from './retryDelay.ts';
import { SavedMarks } from './savedMarks.ts';
import type { ConnectionState } from './session.ts';
import { ValueStore } from './valueStore.ts';

export interface ServerLinkOptions {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** `wss://host/sync`. */
  readonly url: string;
  readonly procedureId: string;
  /** As the page knows it; the server says when it changes. */
  readonly role: Role;
  readonly WebSocket: typeof WebSocket;
  readonly random: () => number;
}

type Refusal = Extract<ConnectionState, { status: 'refused' }>['reason'];

/** Failures after which a person is told that they work offline; the tries go on. */
const OFFLINE_AFTER = 3;

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
  readonly #provider: WebsocketProvider;
  readonly #marks: SavedMarks;
  #failures = 0;
  #wasOnline = false;
  #isNetworkDown = false;
  /** The server has said what of a former writer's edits it took. */
  #isSettled = false;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ServerLinkOptions) {
    this.#options = options;
    this.role = new ValueStore(options.role);
    const { doc, awareness, url, procedureId } = options;
    this.#provider = new WebsocketProvider(url, encodeURIComponent(procedureId), doc, {
      awareness,
      connect: false,
      // Windows of one person meet through the server like everybody, so that what one sees is on disk.
      disableBc: true,
      WebSocketPolyfill: options.WebSocket,
      shouldReconnect: () => false,
    });
    this.#marks = new SavedMarks(this.#sendMark, this.#showState);
    this.#listen();
  }

  /** Makes the first try. */
  open(): void {
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
  refuse(reason: Refusal): void {
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
    const isDemoted = canEdit(this.role.get()) && !canEdit(role);
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
      this.#wasOnline = true;
    }
    this.#showState();
  };

  readonly #onStatus = ({ status }: { readonly status: string }): void => {
    if (status === 'disconnected') this.#marks.noteDisconnect();
    if (status === 'connected') this.#send(messageTypes.role);
    this.#showState();
  };

  readonly #onClosed = ({ code }: { readonly code: number }): void => {
    const refusal = toRefusal(code);
    if (refusal) {
      this.refuse(refusal);
      return;
    }
    this.#failures += 1;
    this.#showState();
    if (this.#isNetworkDown) return;
    // Who was sent away for too many messages waits longer.
    const failures = this.#failures + (code === closeCodes.tooMany ? 4 : 0);
    const delayMs = retryDelay(failures, this.#options.random());
    this.#retryTimer = setTimeout(() => this.open(), delayMs);
  };

  readonly #showState = (): void => {
    const isKnown = this.#isWriter || this.#isSettled;
    this.hasUnsentEdits.set(isKnown && this.#marks.hasUnsentEdits);
    if (this.state.get().status !== 'refused') this.state.set(this.#findState());
  };

  get #isWriter(): boolean {
    return canEdit(this.role.get());
  }

  /** A reader has nothing to be saved, but for what the server did not take any more. */
  get #isSaved(): boolean {
    return this.#isWriter ? this.#marks.isSaved : !this.hasUnsentEdits.get();
  }

  #findState(): ConnectionState {
    if (this.#provider.synced) return this.#isSaved ? saved : saving;
    if (this.#isNetworkDown || this.#failures >= OFFLINE_AFTER) return offline;
    return this.#wasOnline ? reconnecting : connecting;
  }
}

const saved: ConnectionState = { status: 'online', saved: true };
const saving: ConnectionState = { status: 'online', saved: false };
const offline: ConnectionState = { status: 'offline' };
const connecting: ConnectionState = { status: 'connecting' };
const reconnecting: ConnectionState = { status: 'reconnecting' };

/** Undefined where another try makes sense. */
function toRefusal(code: number): Refusal | undefined {
  switch (code) {
    case closeCodes.signInNeeded:
      return 'sign-in';
    case closeCodes.forbidden:
      return 'forbidden';
    case closeCodes.unknownProcedure:
      return 'unknown';
    case closeCodes.badFrame:
    case closeCodes.tooLarge:
      return 'broken';
  }
  return undefined;
}
