import { randomBytes } from 'node:crypto';
import type { UpdateLog } from '#server/store/updateLog.ts';
import type { Presence } from '#server/sync/awarenessBoard.ts';
import type { SyncLimits } from '#server/sync/syncLimits.ts';
import type { SyncLogger } from '#server/sync/syncLogger.ts';
import { LetterSeal } from './letterSeal.ts';
import { type Found, LogPoll } from './logPoll.ts';
import type { NodeLink, NodeRoom } from './nodeLink.ts';
import type { NodeLetter, NodeMessage } from './nodeMessages.ts';
import { RedisLink } from './redisLink.ts';
import type { Topics } from './topics.ts';

/** What makes one server a node among others on the same database. */
export interface NodeSettings {
  /** Without it the nodes find out from the database alone. */
  readonly redis: RedisSettings | undefined;
}

interface RedisSettings {
  /** `redis://…` or `rediss://…` */
  readonly url: string;
  /** The same for all nodes of an installation, and for no other that shares the Redis. */
  readonly identity: string;
  /** Known to all nodes of an installation and to nobody else. */
  readonly secret: string;
}

export interface NodesParts {
  readonly settings: NodeSettings;
  readonly log: UpdateLog;
  readonly limits: SyncLimits;
  readonly logger: SyncLogger;
  /** Another node says so. */
  readonly onAccessChanged: (procedureId: string) => void;
  readonly onUserChanged: (userId: string) => void;
  readonly onDeleted: (procedureId: string) => void;
  /** The others can be heard again; they may have said any of these meanwhile. */
  readonly onReunited: () => void;
}

/** Figures for `/metrics`. */
export interface NodeStats {
  /** True while our own words come back to us through Redis; undefined without Redis. */
  readonly isRedisUp: boolean | undefined;
  readonly sent: number;
  readonly received: number;
  /** Messages that none of our nodes can have sent. */
  readonly refused: number;
}

/**
 * The other nodes on the same database. Nobody owns a document: every node writes to the log, which
 * numbers what comes in, and Redis only tells the others sooner than they would find out. So nothing is
 * lost with Redis; presence is all that lives there alone.
 */
export class Nodes implements NodeLink, Topics {
  readonly #parts: NodesParts;
  readonly #id = randomBytes(9).toString('base64url');
  readonly #seal: LetterSeal;
  /** By channel. */
  readonly #rooms = new Map<string, NodeRoom>();
  /** By channel. */
  readonly #topics = new Map<string, (text: string) => void>();
  /** When each other node was heard last. */
  readonly #heard = new Map<string, number>();
  readonly #channelOfAll: string;
  readonly #poll: LogPoll;
  readonly #redis: RedisLink | undefined;
  readonly #beat: NodeJS.Timeout | undefined;
  #beatAt = performance.now();
  #heardSelfAt = 0;
  #isUp = false;
  #sent = 0;
  #received = 0;
  #refused = 0;
  #warnedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: NodesParts) {
    this.#parts = parts;
    const { settings, log, logger, limits } = parts;
    this.#seal = new LetterSeal(settings.redis?.secret ?? '');
    this.#channelOfAll = `alur:${settings.redis?.identity}:all`;
    this.#poll = new LogPoll({
      log,
      logger,
      delayMs: () => (this.#isUp ? limits.pollMs : limits.pollWithoutRedisMs),
      documents: () => new Map([...this.#rooms.values()].map((room) => [room.id, room.seq])),
      onFound: (doc, found) => this.#onFound(doc, found),
    });
    if (!settings.redis) return;
    this.#redis = new RedisLink({
      url: settings.redis.url,
      onMessage: (channel, bytes) => this.#onMessage(channel, bytes),
      onReady: () => this.#tellAll({ type: 'alive' }),
      onLost: (error) => this.#onDown(error),
    });
    void this.#redis.subscribe(this.#channelOfAll);
    this.#beat = setInterval(() => this.#onBeat(), limits.nodeBeatMs);
  }

  stats(): NodeStats {
    return {
      isRedisUp: this.#redis ? this.#isUp : undefined,
      sent: this.#sent,
      received: this.#received,
      refused: this.#refused,
    };
  }

  /** Takes leave of the others. The rooms have been left by then, or are about to be. */
  async close(): Promise<void> {
    clearInterval(this.#beat);
    this.#tellAll({ type: 'leaving' });
    await Promise.all([this.#poll.close(), this.#redis?.close()]);
  }

  join(room: NodeRoom): void {
    const channel = this.#channelOf(room.id);
    this.#rooms.set(channel, room);
    void this.#listenTo(channel, room);
  }

  leave(room: NodeRoom): void {
    const channel = this.#channelOf(room.id);
    if (this.#rooms.get(channel) !== room) return;
    this.#rooms.delete(channel);
    this.#redis?.unsubscribe(channel);
  }

  tellUpdate(room: NodeRoom, seq: number, update: Uint8Array): void {
    const isLight = update.length <= maxCarriedBytes;
    const message = { type: 'update', seq, update: isLight ? update : undefined } as const;
    this.#tell(this.#channelOf(room.id), message);
  }

  tellPresence(room: NodeRoom, presences: readonly Presence[]): void {
    if (presences.length > 0) this.#tell(this.#channelOf(room.id), { type: 'presence', presences });
  }

  /** Tells all nodes of a change that may concern their connections. */
  tellAccessChanged(procedureId: string): void {
    this.#tellAll({ type: 'accessChanged', procedureId });
  }

  tellUserChanged(userId: string): void {
    this.#tellAll({ type: 'userChanged', userId });
  }

  tellDeleted(procedureId: string): void {
    this.#tellAll({ type: 'deleted', procedureId });
  }

  listen(topic: string, onNote: (text: string) => void): () => void {
    const channel = this.#channelOfTopic(topic);
    this.#topics.set(channel, onNote);
    void this.#redis?.subscribe(channel);
    return () => {
      this.#topics.delete(channel);
      this.#redis?.unsubscribe(channel);
    };
  }

  tell(topic: string, text: string): void {
    this.#tell(this.#channelOfTopic(topic), { type: 'note', text });
  }

  readonly isAlone = false;

  get areHeard(): boolean {
    return this.#isUp;
  }

  #onFound(doc: string, { lastSeq, knownSeq }: Found): void {
    const room = this.#rooms.get(this.#channelOf(doc));
    if (lastSeq >= knownSeq) room?.expect(lastSeq);
    else if (room) {
      // A standby took over that did not have everything yet. The browsers have.
      this.#parts.logger.error(
        { procedureId: doc, lastSeq, knownSeq },
        'The log lacks what it had; the document starts again from it',
      );
      room.failed();
    }
  }

  #channelOf(doc: string): string {
    return `alur:${this.#parts.settings.redis?.identity}:doc:${doc}`;
  }

  #channelOfTopic(topic: string): string {
    return `alur:${this.#parts.settings.redis?.identity}:topic:${topic}`;
  }

  async #listenTo(channel: string, room: NodeRoom): Promise<void> {
    const isListening = await this.#redis?.subscribe(channel);
    if (!isListening || this.#rooms.get(channel) !== room) return;
    // Between its loading and our listening it may have missed something.
    room.catchUp().catch(() => undefined);
    this.#tell(channel, { type: 'askPresence' });
  }

  #tellAll(message: NodeMessage): void {
    this.#tell(this.#channelOfAll, message);
  }

  #tell(channel: string, message: NodeMessage): void {
    if (!this.#redis) return;
    const sealed = this.#seal.seal(channel, { node: this.#id, message });
    if (this.#redis.publish(channel, sealed)) this.#sent++;
  }

  #onMessage(channel: string, bytes: Buffer): void {
    const letter = this.#seal.open(channel, bytes);
    if (!letter) {
      this.#refuse();
      return;
    }
    if (letter.node === this.#id) {
      if (letter.message.type === 'alive') this.#onHeardSelf();
      return;
    }
    this.#received++;
    this.#noteHeard(letter);
    const room = this.#rooms.get(channel);
    const onNote = this.#topics.get(channel);
    if (room) this.#answerInRoom(room, letter);
    else if (onNote && letter.message.type === 'note') onNote(letter.message.text);
    else if (channel === this.#channelOfAll) this.#answer(letter.message);
  }

  #refuse(): void {
    this.#refused++;
    if (performance.now() - this.#warnedAt < warnEveryMs) return;
    this.#warnedAt = performance.now();
    this.#parts.logger.warn(
      { refused: this.#refused },
      'A message in Redis is from none of our nodes; do all of them have the same ALUR_SECRET?',
    );
  }

  #answerInRoom(room: NodeRoom, { node, message }: NodeLetter): void {
    switch (message.type) {
      case 'update':
        room.receive(message.seq, message.update);
        break;
      case 'presence':
        room.hear(node, message.presences);
        break;
      case 'askPresence':
        this.tellPresence(room, room.ownPresences);
        break;
      default:
        this.#refuse();
    }
  }

  #answer(message: NodeMessage): void {
    switch (message.type) {
      case 'accessChanged':
        this.#parts.onAccessChanged(message.procedureId);
        break;
      case 'userChanged':
        this.#parts.onUserChanged(message.userId);
        break;
      case 'deleted':
        this.#parts.onDeleted(message.procedureId);
        break;
      case 'alive':
      case 'leaving':
        break;
      default:
        this.#refuse();
    }
  }

  #noteHeard({ node, message }: NodeLetter): void {
    if (message.type === 'leaving') {
      this.#forget(node);
      return;
    }
    const isNew = !this.#heard.has(node);
    this.#heard.set(node, performance.now());
    // New, or so long unheard that we took it for dead: what it said meanwhile is lost.
    if (isNew) this.#lookAround();
  }

  #forget(node: string): void {
    if (this.#heard.delete(node)) for (const room of this.#rooms.values()) room.forgetNode(node);
  }

  /** Finds out what others have written and who is there. */
  #lookAround(): void {
    this.#poll.lookNow();
    for (const channel of this.#rooms.keys()) this.#tell(channel, { type: 'askPresence' });
  }

  #onBeat(): void {
    const { nodeBeatMs, nodeSilenceMs } = this.#parts.limits;
    const now = performance.now();
    // Time that we did not listen ourselves is nobody's silence.
    const lateMs = now - this.#beatAt - nodeBeatMs;
    const deadline = now - nodeSilenceMs - Math.max(0, lateMs);
    this.#beatAt = now;
    for (const [node, at] of this.#heard) if (at < deadline) this.#forget(node);
    if (this.#isUp && this.#heardSelfAt < deadline) this.#onDown(new Error('Redis is silent.'));
    this.#tellAll({ type: 'alive' });
  }

  #onHeardSelf(): void {
    this.#heardSelfAt = performance.now();
    if (this.#isUp) return;
    this.#isUp = true;
    this.#parts.logger.info({}, 'The nodes hear each other through Redis');
    this.#lookAround();
    for (const room of this.#rooms.values()) this.tellPresence(room, room.ownPresences);
    this.#parts.onReunited();
  }

  #onDown(error: unknown): void {
    this.#isUp = false;
    this.#poll.lookNow();
    this.#parts.logger.warn(
      { err: error },
      'Redis cannot be used; other nodes are heard of through the database, more slowly',
    );
  }
}

/** A message in Redis is no place for big files: the others read those from the log. */
const maxCarriedBytes = 256 * 1024;
const warnEveryMs = 60_000;
