import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { Role } from '#protocol/roles.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { SyncUser } from './admission.ts';
import { toFrame } from './frame.ts';
import {
  type ClientMessage,
  parseMessage,
  toAwarenessMessage,
  toRoleMessage,
  toSavedMessage,
  toStateAnswer,
  toStateQuestion,
} from './messages.ts';
import { RateLimit } from './rateLimit.ts';
import type { Room, RoomMember } from './room.ts';
import type { Verdict } from './roomGuard.ts';
import type { SyncLimits } from './syncLimits.ts';
import type { SyncLogger } from './syncLogger.ts';

/** What all connections count together. */
interface ConnectionCounters {
  refusedWrites: number;
  badFrames: number;
  droppedAwareness: number;
}

export interface ConnectionParts {
  readonly webSocket: WebSocket;
  /** The stream below it: frames that go to everybody are written here ready-made. */
  readonly socket: Duplex;
  readonly request: IncomingMessage;
  readonly room: Room;
  readonly user: SyncUser;
  readonly role: Role;
  readonly limits: SyncLimits;
  readonly counters: ConnectionCounters;
  readonly logger: SyncLogger;
  readonly onClosed: (connection: Connection) => void;
}

/** One person's socket in one room. */
export class Connection implements RoomMember {
  readonly #parts: ConnectionParts;
  readonly #messageLimit: RateLimit;
  readonly #byteLimit: RateLimit;
  #role: Role;
  /** What the client had when it last said so. */
  #askedVector: Uint8Array = emptyVector;
  /** Set while the client is left behind: what it has for sure. */
  #behindSince: Uint8Array | undefined;
  /** An answer waits until it is durable. It may be a whole document, so there is one at a time. */
  #isAnswering = false;
  /** What the client asked meanwhile, last. */
  #nextQuestion: Uint8Array | undefined;
  /** A write was passed over, so nobody may say "everything before your mark is on disk". */
  #hasRefused = false;
  /** The client asked for its role, so it wants to hear of changes. */
  #tellsRole = false;
  #isListening = true;
  #isAlive = true;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#role = parts.role;
    this.#messageLimit = new RateLimit(parts.limits.messagesPerSecond);
    this.#byteLimit = new RateLimit(parts.limits.bytesPerSecond);
    const { webSocket, socket, room } = parts;
    webSocket.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    // ws has closed it already, with the code of `SyncSocket`.
    webSocket.on('error', () => this.#countBadFrame('not WebSocket'));
    webSocket.on('close', () => this.#onClose());
    socket.on('drain', () => this.#catchUp());
    // Every byte is a sign of life: a long message over a thin line may take longer than two pings.
    socket.on('data', () => {
      this.#isAlive = true;
    });
    room.join(this);
    if (this.#mayWrite) this.#askForState();
    this.#write(toFrame(toAwarenessMessage(room.encodeAwareness())));
  }

  get user(): SyncUser {
    return this.#parts.user;
  }

  get role(): Role {
    return this.#role;
  }

  get room(): Room {
    return this.#parts.room;
  }

  /** Resolves when the socket is closed. */
  get closed(): Promise<void> {
    const { webSocket } = this.#parts;
    if (webSocket.readyState === webSocket.CLOSED) return Promise.resolve();
    return new Promise((resolve) => webSocket.once('close', () => resolve()));
  }

  /** The request that opened it, with the cookie or token that admission looks at. */
  get request(): IncomingMessage {
    return this.#parts.request;
  }

  get isOpen(): boolean {
    return this.#parts.webSocket.readyState === this.#parts.webSocket.OPEN;
  }

  get isSlow(): boolean {
    return this.#parts.socket.writableLength > this.#parts.limits.skipAwarenessBytes;
  }

  /** From now on the person may do this. */
  setRole(role: Role): void {
    if (role === this.#role) return;
    const couldWrite = this.#mayWrite;
    this.#role = role;
    if (this.#tellsRole) this.#tellRole();
    if (this.#mayWrite && !couldWrite) this.#askForState();
  }

  sendUpdate(frame: Buffer, vector: Uint8Array | undefined): void {
    if (this.#behindSince) return;
    this.#write(frame);
    if (this.#isLeftBehind) this.#behindSince = vector ?? this.#askedVector;
  }

  sendAwareness(frame: Buffer): void {
    if (this.isSlow) this.#parts.counters.droppedAwareness++;
    else this.#write(frame);
  }

  /** Pings; ends a connection that has not stirred since the last time. */
  checkHeartbeat(): void {
    if (!this.#isAlive) {
      this.#parts.webSocket.terminate();
      return;
    }
    this.#isAlive = false;
    if (!this.isOpen) return;
    this.#parts.webSocket.ping();
    // A browser shows pings to nobody, and y-websocket gives up after 30 s without a message.
    this.#write(nothingNewFrame);
  }

  /** What the client sends from now on is not taken; it keeps it and sends it again elsewhere. */
  stopListening(): void {
    this.#isListening = false;
  }

  close(code: number, reason: string): void {
    this.stopListening();
    this.#parts.webSocket.close(code, reason);
  }

  terminate(): void {
    this.#parts.webSocket.terminate();
  }

  #onClose(): void {
    this.stopListening();
    this.room.leave(this);
    this.#parts.onClosed(this);
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    if (!this.#isListening) return;
    const fault = this.#take(data, isBinary);
    if (fault) this.#end(fault);
  }

  #end(fault: Fault): void {
    if (fault.code === closeCodes.badFrame) this.#countBadFrame(fault.reason);
    this.close(fault.code, fault.reason);
  }

  #take(data: RawData, isBinary: boolean): Fault | undefined {
    if (!isBinary || !(data instanceof Uint8Array)) return badFrame('not binary');
    if (!this.#messageLimit.take(1) || !this.#byteLimit.take(data.length))
      return { code: closeCodes.tooMany, reason: 'too many messages' };
    const message = parseMessage(data);
    return message ? this.#handle(message) : badFrame('not a message of the protocol');
  }

  #handle(message: ClientMessage): Fault | undefined {
    switch (message.type) {
      case 'askState':
        return this.#answerState(message.vector);
      case 'write':
        return this.#takeWrite(message.update, message.isStep2);
      case 'awareness':
        return this.#takeAwareness(message.update);
      case 'askAwareness':
        this.sendAwareness(toFrame(toAwarenessMessage(this.room.encodeAwareness())));
        return undefined;
      case 'mark':
        this.#answerMark(message.mark);
        return undefined;
      case 'askRole':
        this.#tellsRole = true;
        this.#tellRole();
        return undefined;
    }
  }

  #answerState(vector: Uint8Array): Fault | undefined {
    this.#askedVector = vector;
    if (!this.#isLeftBehind) return this.#sendSince(vector);
    // Answers that it does not read would fill the memory; it gets this one when it has read the rest.
    this.#behindSince = vector;
    return undefined;
  }

  #sendSince(vector: Uint8Array): Fault | undefined {
    if (this.#isAnswering) {
      this.#nextQuestion = vector;
      return undefined;
    }
    const update = this.room.encodeSince(vector);
    if (!update) return badFrame('not a state vector');
    this.#isAnswering = true;
    this.room.whenDurable((isDurable) => {
      this.#isAnswering = false;
      if (isDurable) this.#write(toFrame(toStateAnswer(update)));
      this.#answerNext();
    });
    return undefined;
  }

  #answerNext(): void {
    const vector = this.#nextQuestion;
    this.#nextQuestion = undefined;
    const fault = vector && this.isOpen ? this.#answerState(vector) : undefined;
    if (fault) this.#end(fault);
  }

  get #mayWrite(): boolean {
    return this.room.content.mayWrite(this.#role);
  }

  #takeWrite(update: Uint8Array, isStep2: boolean): Fault | undefined {
    if (this.#mayWrite && isStep2) this.#hasRefused = false;
    if (isEmptyUpdate(update)) return undefined;
    if (!this.#mayWrite) {
      this.#passOver();
      return undefined;
    }
    if (!this.room.hasSpaceFor(update.length))
      return { code: closeCodes.tooLarge, reason: 'the document is full' };
    try {
      const verdict = isStep2 ? this.room.writeLate(update, this) : this.room.write(update, this);
      return this.#heed(verdict, update);
    } catch {
      return badFrame('not a Yjs update');
    }
  }

  #heed(verdict: Verdict, update: Uint8Array): Fault | undefined {
    switch (verdict.kind) {
      case 'take':
        return undefined;
      case 'tooEarly':
        return comeBack;
      case 'tooFast':
        return { code: closeCodes.tooMany, reason: 'too many suggestions' };
      case 'refuse':
        this.stopListening();
        void this.#refuse(update);
        return undefined;
    }
  }

  /** What looks new here may have come through another node: before anybody is refused, the log is read. */
  async #refuse(update: Uint8Array): Promise<void> {
    try {
      await this.room.catchUp();
      const verdict = this.room.content.review(update, this);
      if (verdict.kind !== 'refuse') this.#end(comeBack);
      else {
        this.#parts.counters.refusedWrites++;
        this.#parts.logger.info({ ...this.#context, reason: verdict.reason }, 'Write refused');
        this.#end({ code: closeCodes.refusedWrite, reason: verdict.reason });
      }
    } catch {
      this.#end(comeBack);
    }
  }

  #passOver(): void {
    this.#parts.counters.refusedWrites++;
    if (this.#hasRefused) return;
    this.#hasRefused = true;
    this.#parts.logger.info(this.#context, 'Write of a reader passed over');
  }

  #takeAwareness(update: Uint8Array): Fault | undefined {
    try {
      this.room.announce(update, this);
      return undefined;
    } catch {
      return badFrame('not an awareness update');
    }
  }

  #answerMark(mark: number): void {
    if (this.#hasRefused) return;
    this.room.whenDurable((isDurable) => {
      if (isDurable) this.#write(toFrame(toSavedMessage(mark)));
    });
  }

  /** Behind the marks of what was taken, so that whoever may no longer write knows what was not. */
  #tellRole(): void {
    this.room.whenDurable((isDurable) => {
      if (isDurable) this.#write(toFrame(toRoleMessage(this.#role)));
    });
  }

  #askForState(): void {
    this.#write(toFrame(toStateQuestion(this.room.vector)));
  }

  get #isLeftBehind(): boolean {
    return this.#parts.socket.writableLength > this.#parts.limits.skipUpdatesBytes;
  }

  /** The client has read everything: one diff in the place of all that it missed. */
  #catchUp(): void {
    const vector = this.#behindSince;
    if (!vector) return;
    this.#behindSince = undefined;
    this.#sendSince(vector);
  }

  #write(frame: Buffer): void {
    if (this.isOpen) this.#parts.socket.write(frame);
  }

  #countBadFrame(reason: string): void {
    this.#parts.counters.badFrames++;
    this.#parts.logger.warn({ ...this.#context, reason }, 'Bad frame on the sync socket');
  }

  get #context() {
    return { ...this.room.address, userId: this.user.id };
  }
}

/** Why a connection must end. The reason goes to the client and into the log. */
interface Fault {
  readonly code: number;
  readonly reason: string;
}

function badFrame(reason: string): Fault {
  return { code: closeCodes.badFrame, reason };
}

/** The client sends it again, in order. */
const comeBack: Fault = { code: closeCodes.tryLater, reason: 'come back' };

const emptyVector = Uint8Array.of(0);

/** An awareness update about nobody. */
const nothingNewFrame = toFrame(toAwarenessMessage(Uint8Array.of(0)));

/** What an ordinary client answers to "send me what I lack" when there is nothing. */
function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
