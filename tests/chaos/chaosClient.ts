import * as decoding from 'lib0/decoding';
import { type RawData, WebSocket } from 'ws';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import type * as Y from 'yjs';
import type { Edit } from '#core/edit/edit.ts';
import { canEdit } from '#protocol/roles.ts';
import { messageTypes } from '#protocol/sync.ts';
import { openSession } from '#session/openSession.ts';
import type { Session } from '#session/session.ts';
import { ChaosSuggester } from './chaosSuggester.ts';
import { DeviceStore } from './deviceStore.ts';
import type { FlakyLine } from './flakyLine.ts';
import type { Ledger } from './ledger.ts';

export interface ChaosClientParts {
  readonly name: string;
  readonly userId: string;
  readonly procedureId: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly line: FlakyLine;
  /** What came from the server: others made it, or it was given to a newcomer. */
  readonly seen: Ledger;
  /** What this person was told of that it is saved. */
  readonly promised: Ledger;
  /** Ids of suggestions and replies that somebody saw as taken by the server. */
  readonly seenSuggestions: Set<string>;
  readonly now: () => number;
  readonly random: () => number;
}

const editsASuggestion = 4;

/** One person with one browser and one window, which crashes and comes back. */
export class ChaosClient {
  readonly name: string;
  readonly line: FlakyLine;
  readonly device = new DeviceStore();
  readonly suggester: ChaosSuggester;
  readonly #parts: ChaosClientParts;
  #session: Session | undefined;
  #doc: Y.Doc | undefined;
  /** The person's edits that were not called saved yet. */
  #unpromised: Uint8Array[] = [];
  edits = 0;

  constructor(parts: ChaosClientParts) {
    this.name = parts.name;
    this.line = parts.line;
    this.#parts = parts;
    const { credentials, line, seenSuggestions: seen, ...others } = parts;
    class SignedInSocket extends WebSocket {
      constructor(url: string) {
        super(url, { headers: credentials });
      }
    }
    this.suggester = new ChaosSuggester({
      ...others,
      port: line.port,
      seen,
      WebSocket: SignedInSocket as unknown as typeof globalThis.WebSocket,
    });
  }

  /** The window; undefined after a crash. */
  get session(): Session | undefined {
    return this.#session;
  }

  get doc(): Y.Doc | undefined {
    return this.#doc;
  }

  /** Opens the window, if it is not open. */
  open(): void {
    if (this.#session) return;
    const { procedureId, credentials, line, now, random, name, seen } = this.#parts;
    class SignedInSocket extends WebSocket {
      constructor(url: string) {
        super(url, { headers: credentials });
        this.on('message', (data: RawData) => {
          const update = data instanceof ArrayBuffer ? findUpdate(new Uint8Array(data)) : undefined;
          if (update) seen.add(update);
        });
      }
    }
    const session = openSession({
      procedureId,
      // As the page knew it; who is a reader by now hears so from the server.
      role: 'editor',
      user: { id: name, name, color: '#2563a8' },
      baseUrl: `http://127.0.0.1:${line.port}`,
      WebSocket: SignedInSocket as unknown as typeof globalThis.WebSocket,
      openCopy: (copyName, doc) => {
        if (this.#doc !== doc) this.#watch(doc);
        this.#doc = doc;
        return this.device.openCopy(copyName, doc);
      },
      openChannel: () => undefined,
      now,
      random,
    });
    session.connection.subscribe(() => this.#noteSaved());
    this.#session = session;
    this.suggester.open();
  }

  /** The browser ends without a word, in the middle of whatever it does. */
  crash(): void {
    if (!this.#session) return;
    this.line.breakAll();
    this.device.crash();
    this.suggester.crash();
    this.#close();
  }

  /** The window is closed in good order. */
  leave(): void {
    this.#close();
  }

  apply(edit: Edit): void {
    if (!this.#session?.apply(edit).ok) return;
    // Between drawing people say what they think of it.
    if (++this.edits % editsASuggestion === 0) this.suggester.write();
  }

  #close(): void {
    this.suggester.close();
    this.#session?.close();
    this.#session = undefined;
    this.#doc = undefined;
    this.#unpromised = [];
  }

  #watch(doc: Y.Doc): void {
    this.#unpromised.push(this.device.content);
    doc.on('update', (update: Uint8Array, _: unknown, __: Y.Doc, { local }: Y.Transaction) => {
      if (local) this.#unpromised.push(update);
    });
  }

  #noteSaved(): void {
    const state = this.#session?.connection.get();
    if (state?.status !== 'online' || !state.saved) return;
    // A reader is told "saved" too: of what others write.
    if (!canEdit(this.#session?.role.get() ?? 'viewer')) return;
    for (const update of this.#unpromised.splice(0)) this.#parts.promised.add(update);
  }
}

/** The Yjs update in a frame of the server; undefined where it brings none. */
function findUpdate(frame: Uint8Array): Uint8Array | undefined {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== messageTypes.sync) return undefined;
  const isUpdate = decoding.readVarUint(decoder) !== messageYjsSyncStep1;
  return isUpdate ? decoding.readVarUint8Array(decoder) : undefined;
}

/** What is amiss with a client that should have everything and have nothing left to send. */
export function findRest({ session, name, line, suggester }: ChaosClient): string | undefined {
  if (!session) return `${name} has no window`;
  const state = session.connection.get();
  const isSaved = state.status === 'online' && state.saved && !session.hasUnsentEdits.get();
  if (isSaved) return suggester.findRest();
  return `${name} (line ${line.mood}) is ${JSON.stringify(state)}`;
}
