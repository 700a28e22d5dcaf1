import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Attendee, maxPositionLength } from '#protocol/meeting.ts';
import { closeCodes } from '#protocol/sync.ts';
import { isSameOrigin } from '#server/auth/sameOrigin.ts';
import { newId } from '#server/auth/secretTokens.ts';
import type { Clock } from '#server/store/clock.ts';
import type { MeetingAccessStore } from '#server/store/meetingAccessStore.ts';
import type { MeetingConnectionStore } from '#server/store/meetingConnectionStore.ts';
import type { MeetingStore } from '#server/store/meetingStore.ts';
import type { Topics } from '#server/sync/nodes/topics.ts';
import type { SyncLogger } from '#server/sync/syncLogger.ts';
import { SyncSocket } from '#server/sync/syncSocket.ts';
import { answerUpgrade, showOut } from '#server/sync/upgrade.ts';
import type { Attendees } from './attendees.ts';
import { LiveConnection } from './liveConnection.ts';
import { LiveRoom } from './liveRoom.ts';

export interface LiveHubParts {
  readonly attendees: Attendees;
  readonly access: Pick<MeetingAccessStore, 'listAdmitted'>;
  /** Somebody may have lost what a meeting let them do with this procedure. */
  readonly onAccessLost: (procedureId: string) => void;
  readonly meetings: MeetingStore;
  readonly connections: MeetingConnectionStore;
  readonly topics: Topics;
  readonly publicUrl: URL | undefined;
  readonly logger: SyncLogger;
  readonly now: Clock;
}

/** The id in `/live/:id`; undefined for any other path. */
export function findMeetingId(url: string | undefined): string | undefined {
  return /^\/live\/([\w-]{1,100})(?:\?.*)?$/.exec(url ?? '')?.[1];
}

/** Tells everybody in a meeting what becomes of it, and the others where its presenter is. */
export class LiveHub {
  readonly #parts: LiveHubParts;
  readonly #server: WebSocketServer;
  readonly #rooms = new Map<string, LiveRoom>();
  readonly #beat: NodeJS.Timeout;
  readonly #poll: NodeJS.Timeout;
  readonly #recheck: NodeJS.Timeout;
  #size = 0;
  #arriving = 0;
  #polled = 0;
  #isClosing = false;

  constructor(parts: LiveHubParts) {
    this.#parts = parts;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: maxPositionLength * 4,
      WebSocket: SyncSocket,
    });
    this.#beat = setInterval(() => void this.#onBeat(), beatMs);
    this.#poll = setInterval(() => this.#onPoll(), pollMs);
    this.#recheck = setInterval(() => this.#recheckAll(), recheckMs);
  }

  /** Takes over an HTTP upgrade on `/live/:id`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const id = findMeetingId(request.url);
    if (id === undefined) answerUpgrade(socket, 404);
    else if (this.#isClosing || this.#isFull) answerUpgrade(socket, 503);
    else void this.#welcome(request, socket, head, id);
  }

  /** Those who are still being let in count too. */
  get #isFull(): boolean {
    return this.#size + this.#arriving >= maxConnections;
  }

  /** The meeting was changed through this node. */
  changed(meetingId: string): void {
    this.#rooms.get(meetingId)?.changed();
    if (!this.#rooms.has(meetingId)) this.#parts.topics.tell(`meeting:${meetingId}`, 'changed');
  }

  /** Asks again who may be in the meeting, on every node. */
  accessChanged(meetingId: string): void {
    this.#recheckRoom(this.#rooms.get(meetingId));
    this.#parts.topics.tell(`meeting:${meetingId}`, 'access');
  }

  /** A password, a session or an account has changed. */
  userChanged(userId: string): void {
    for (const room of this.#rooms.values())
      for (const member of room.members)
        if (member.attendee.id === userId) void this.#ask(room, member);
  }

  /** Ends every connection, and writes that it ended. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const timer of [this.#beat, this.#poll, this.#recheck]) clearInterval(timer);
    const rooms = [...this.#rooms.values()];
    const members = rooms.flatMap((room) => [...room.members]);
    for (const member of members) member.close(closeCodes.restarting, 'restarting');
    await this.#write(() => this.#parts.connections.close(members.map(({ id }) => id)));
    await Promise.all(rooms.map((room) => room.close()));
    for (const member of members) member.terminate();
  }

  async #welcome(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    meetingId: string,
  ): Promise<void> {
    this.#arriving++;
    const entry = await this.#findEntry(request, meetingId);
    this.#arriving--;
    if (this.#isClosing) {
      answerUpgrade(socket, 503);
      return;
    }
    // A browser is told nothing of an HTTP status here, so whoever is refused is let in and shown out.
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      if (typeof entry === 'number') showOut(webSocket, entry);
      else void this.#connect({ ...entry, meetingId, request, webSocket });
    });
  }

  async #findEntry(
    request: IncomingMessage,
    meetingId: string,
  ): Promise<number | { readonly id: string; readonly attendee: Attendee }> {
    if (!isSameOrigin(request.headers, this.#parts.publicUrl)) return closeCodes.forbidden;
    try {
      const attendee = await this.#parts.attendees.identify(meetingId, request.headers);
      if (!attendee) return closeCodes.forbidden;
      const id = await this.#parts.connections.open(newId(), meetingId, attendee.id);
      return { id, attendee };
    } catch (error) {
      this.#parts.logger.error({ err: error, meetingId }, 'Could not let somebody into a meeting');
      return closeCodes.tryLater;
    }
  }

  async #connect(newcomer: Newcomer): Promise<void> {
    const { meetingId, id, attendee, request, webSocket } = newcomer;
    // Asked here and no sooner, since many may be let in at the same moment.
    if (this.#countOf(attendee.id) >= connectionsPerPerson) {
      showOut(webSocket, closeCodes.tooMany);
      await this.#write(() => this.#parts.connections.close([id]));
      return;
    }
    const room = this.#getRoom(meetingId);
    this.#size++;
    const member = new LiveConnection({
      id,
      attendee,
      request,
      webSocket,
      onPresent: (from, item, position) => room.present(from, item, position),
      onClosed: (closed) => void this.#onClosed(room, closed),
    });
    await room.join(member);
  }

  #getRoom(id: string): LiveRoom {
    const known = this.#rooms.get(id);
    if (known) return known;
    const { meetings, connections, topics, logger, now } = this.#parts;
    const room = new LiveRoom(id, {
      meetings,
      connections,
      topics,
      logger,
      now: () => now().toISOString(),
      onAccessChanged: (changed) => this.#recheckRoom(changed),
    });
    this.#rooms.set(id, room);
    return room;
  }

  async #onClosed(room: LiveRoom, member: LiveConnection): Promise<void> {
    this.#size--;
    if (!this.#isClosing) await this.#write(() => this.#parts.connections.close([member.id]));
    room.leave(member);
    if (room.members.size > 0 || this.#rooms.get(room.id) !== room || this.#isClosing) return;
    this.#rooms.delete(room.id);
    await room.close();
  }

  async #onBeat(): Promise<void> {
    const members = [...this.#rooms.values()].flatMap((room) => [...room.members]);
    for (const member of members)
      if (member.silentMs > silenceMs) member.terminate();
      else member.ping();
    const alive = members.filter(({ silentMs }) => silentMs < beatMs * 1.5);
    await this.#write(() => this.#parts.connections.touch(alive.map(({ id }) => id)));
  }

  #onPoll(): void {
    this.#polled++;
    const { topics } = this.#parts;
    const isDue = !topics.isAlone && !topics.areHeard;
    if (isDue || this.#polled % calmPolls === 0)
      for (const room of this.#rooms.values()) {
        void room.poll();
        void this.#askTheDoubtful(room);
      }
  }

  /** Another node may have revoked a link, and nothing told this one. */
  async #askTheDoubtful(room: LiveRoom): Promise<void> {
    const { access, logger, onAccessLost } = this.#parts;
    try {
      const admitted = await access.listAdmitted(room.id);
      const doubtful = [...room.members].filter(({ attendee }) => !admitted.has(attendee.id));
      if (doubtful.length === 0) return;
      for (const member of doubtful) void this.#ask(room, member);
      for (const procedure of room.procedures) onAccessLost(procedure);
    } catch (error) {
      logger.warn({ err: error, meetingId: room.id }, 'Could not look who is let into a meeting');
    }
  }

  #recheckAll(): void {
    for (const room of this.#rooms.values()) this.#recheckRoom(room);
  }

  #recheckRoom(room: LiveRoom | undefined): void {
    if (room) for (const member of room.members) void this.#ask(room, member);
  }

  async #ask(room: LiveRoom, member: LiveConnection): Promise<void> {
    try {
      const attendee = await this.#parts.attendees.identify(room.id, member.request.headers);
      if (attendee?.id !== member.attendee.id)
        member.close(closeCodes.forbidden, 'access has ended');
    } catch (error) {
      this.#parts.logger.warn({ err: error }, 'Could not check the access of a connection');
    }
  }

  #countOf(personId: string): number {
    return [...this.#rooms.values()]
      .flatMap((room) => [...room.members])
      .filter(({ attendee }) => attendee.id === personId).length;
  }

  async #write(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#parts.logger.warn({ err: error }, 'Could not note who is in a meeting');
    }
  }
}

interface Newcomer {
  readonly id: string;
  readonly attendee: Attendee;
  readonly meetingId: string;
  readonly request: IncomingMessage;
  readonly webSocket: WebSocket;
}

/** Rhythm of pings and of the signs of life in the database. */
const beatMs = 3000;
/** A connection without a sign of life for so long is broken. */
const silenceMs = 9000;
/** How often meetings are looked at where no node hears of another. */
const pollMs = 750;
/** Else at every so many of these looks: a node may have died with people on it. */
const calmPolls = 4;
/** Links expire and sessions end. */
const recheckMs = 30_000;
const connectionsPerPerson = 10;
const maxConnections = 3000;
