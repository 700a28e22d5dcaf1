import type { IncomingMessage } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import { type Attendee, maxPositionLength, presentMessageSchema } from '#protocol/meeting.ts';
import { closeCodes } from '#protocol/sync.ts';
import { RateLimit } from '#server/sync/rateLimit.ts';

export interface LiveConnectionParts {
  /** That of its row in the database. */
  readonly id: string;
  readonly attendee: Attendee;
  readonly webSocket: WebSocket;
  /** The request that opened it, with the cookie that admission looks at. */
  readonly request: IncomingMessage;
  readonly onPresent: (connection: LiveConnection, item: string, position: unknown) => void;
  readonly onClosed: (connection: LiveConnection) => void;
}

/** One person's socket in one meeting. */
export class LiveConnection {
  readonly #parts: LiveConnectionParts;
  readonly #limit = new RateLimit(messagesPerSecond);
  #seenAt = performance.now();

  constructor(parts: LiveConnectionParts) {
    this.#parts = parts;
    const { webSocket } = parts;
    webSocket.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    webSocket.on('pong', () => {
      this.#seenAt = performance.now();
    });
    webSocket.on('error', () => webSocket.terminate());
    webSocket.on('close', () => parts.onClosed(this));
  }

  get id(): string {
    return this.#parts.id;
  }

  get attendee(): Attendee {
    return this.#parts.attendee;
  }

  get request(): IncomingMessage {
    return this.#parts.request;
  }

  get isOpen(): boolean {
    return this.#parts.webSocket.readyState === this.#parts.webSocket.OPEN;
  }

  /** For how long it has shown no sign of life, in ms. */
  get silentMs(): number {
    return performance.now() - this.#seenAt;
  }

  send(text: string): void {
    const { webSocket } = this.#parts;
    if (webSocket.bufferedAmount > maxUnsentBytes) webSocket.terminate();
    else if (this.isOpen) webSocket.send(text);
  }

  /** A position, which the next one replaces: whoever reads too slowly does not get each. */
  sendPosition(text: string): void {
    if (this.#parts.webSocket.bufferedAmount < skipPositionsBytes) this.send(text);
  }

  /** Asks for a sign of life, and gives one: a browser shows pings to nobody. */
  ping(): void {
    if (!this.isOpen) return;
    this.#parts.webSocket.ping();
    this.send('{"type":"beat"}');
  }

  close(code: number, reason: string): void {
    this.#parts.webSocket.close(code, reason);
  }

  terminate(): void {
    this.#parts.webSocket.terminate();
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    this.#seenAt = performance.now();
    if (!this.#limit.take(1)) {
      this.close(closeCodes.tooMany, 'too many messages');
      return;
    }
    const message = isBinary ? undefined : parseMessage(String(data));
    if (message) this.#parts.onPresent(this, message.item, message.position);
    else this.close(closeCodes.badFrame, 'not a message of the protocol');
  }
}

function parseMessage(text: string): { item: string; position: unknown } | undefined {
  if (text.length > maxPositionLength) return undefined;
  try {
    return presentMessageSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A pointer that moves is 20 a second. */
const messagesPerSecond = 40;
const skipPositionsBytes = 64 * 1024;
const maxUnsentBytes = 4 * 1024 * 1024;
