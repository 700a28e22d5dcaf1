import { connect, type Socket } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

/** Every writer's latest edit: how many it made, and when. */
type Edits = Y.Map<readonly [count: number, madeAtMs: number]>;

/** One drawing person of a benchmark, on whatever carries the messages. */
export interface LoadClient {
  readonly edits: Edits;
  readonly editsMade: number;
  /** Resolves when it is in the room. */
  readonly entered: Promise<void>;
  edit(): void;
  moveCursor(): void;
  leave(): void;
}

/** How a server's dialect of the y-websocket messages differs. */
export interface Dialect {
  /** Stands before every message, both ways. */
  readonly prefix: Uint8Array;
  /** What a client says first. */
  readonly greeting: Uint8Array | undefined;
}

/** Reads everything, as a browser does. */
export function openObserver(url: string, name: string, dialect: Dialect): LoadClient {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const person = new Person(name, dialect, (bytes) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
  });
  socket.on('error', () => undefined);
  socket.on('open', () => person.askForState());
  socket.on('message', (data: Buffer) => person.read(data));
  return Object.assign(person, { leave: () => socket.terminate() });
}

/** Reads nothing but takes it off the wire, so that fifty of them leave the machine to the server. */
export function openWriter(url: string, name: string, dialect: Dialect): LoadClient {
  const { hostname, port, pathname, search } = new URL(url);
  // As every browser has it. Without it a move of the cursor right after an edit waits for the server's next
  // word, and one that says less often looks slow.
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const person = new Person(name, dialect, (bytes) => writeFrame(socket, bytes));
  socket.on('error', () => undefined);
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  socket.once('data', () => {
    person.greet();
    person.enter();
  });
  socket.resume();
  return Object.assign(person, { leave: () => socket.destroy() });
}

/** `syncReply` is Hocuspocus's. */
const messageTypes = { sync: 0, awareness: 1, syncReply: 4 };

class Person {
  readonly #doc = new Y.Doc();
  readonly #name: string;
  readonly #dialect: Dialect;
  readonly #send: (bytes: Uint8Array) => void;
  readonly entered: Promise<void>;
  enter: () => void = () => undefined;
  editsMade = 0;
  #awarenessClock = 0;

  constructor(name: string, dialect: Dialect, send: (bytes: Uint8Array) => void) {
    this.#name = name;
    this.#dialect = dialect;
    this.#send = send;
    this.entered = new Promise((resolve) => {
      this.enter = resolve;
    });
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this)
        this.#write(messageTypes.sync, (encoder) => writeUpdate(encoder, update));
    });
  }

  get edits(): Edits {
    return this.#doc.getMap('edits');
  }

  greet(): void {
    if (this.#dialect.greeting) this.#send(this.#dialect.greeting);
  }

  askForState(): void {
    this.greet();
    this.#write(messageTypes.sync, (encoder) => writeSyncStep1(encoder, this.#doc));
  }

  edit(): void {
    this.edits.set(this.#name, [++this.editsMade, performance.now()]);
  }

  moveCursor(): void {
    const state = { user: { name: this.#name }, cursor: { x: Math.random(), y: Math.random() } };
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, this.#doc.clientID);
      encoding.writeVarUint(encoder, ++this.#awarenessClock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    });
    this.#write(messageTypes.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
  }

  read(data: Uint8Array): void {
    const start = this.#dialect.prefix.length;
    const type = data[start];
    if (type !== messageTypes.sync && type !== messageTypes.syncReply) return;
    const decoder = decoding.createDecoder(data.subarray(start + 1));
    this.#write(messageTypes.sync, (encoder) => {
      if (readSyncMessage(decoder, encoder, this.#doc, this) === 1) this.enter();
    });
  }

  #write(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, this.#dialect.prefix);
    encoding.writeVarUint(encoder, type);
    const empty = encoding.length(encoder);
    write(encoder);
    if (encoding.length(encoder) > empty) this.#send(encoding.toUint8Array(encoder));
  }
}

/** A client's frame must be masked; with a mask of zeros the bytes stay as they are. */
function writeFrame(socket: Socket, bytes: Uint8Array): void {
  const isShort = bytes.length < 126;
  const header = Buffer.alloc(isShort ? 6 : 8);
  header[0] = 0x82;
  header[1] = 0x80 | (isShort ? bytes.length : 126);
  if (!isShort) header.writeUInt16BE(bytes.length, 2);
  socket.write(Buffer.concat([header, bytes]));
}
