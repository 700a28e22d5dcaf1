import { viewMeeting } from '#core/meeting/viewMeeting.ts';
import type { LiveMessage } from '#protocol/meeting.ts';
import { closeCodes } from '#protocol/sync.ts';
import type { MeetingConnectionStore, Seen } from '#server/store/meetingConnectionStore.ts';
import type { MeetingStore, StoredMeeting } from '#server/store/meetingStore.ts';
import type { Topics } from '#server/sync/nodes/topics.ts';
import type { SyncLogger } from '#server/sync/syncLogger.ts';
import type { LiveConnection } from './liveConnection.ts';

export interface LiveRoomParts {
  readonly meetings: MeetingStore;
  readonly connections: MeetingConnectionStore;
  readonly topics: Topics;
  readonly logger: SyncLogger;
  /** ISO time. */
  readonly now: () => string;
  /** Another node says that somebody's access may have ended. */
  readonly onAccessChanged: (room: LiveRoom) => void;
}

/** The people of one meeting who are connected to this node, and what they were told last. */
export class LiveRoom {
  readonly id: string;
  readonly #parts: LiveRoomParts;
  readonly #members = new Set<LiveConnection>();
  readonly #leaveTopic: () => void;
  #stored: StoredMeeting | undefined;
  /** Everybody who was ever connected, wherever. */
  #seen: readonly Seen[] = [];
  /** Where the presenter is, as JSON of item and position. */
  #position: string | null = null;
  /** What the database had of it when it was looked at last, so that an old one overtakes nothing. */
  #storedPosition: string | null = null;
  #saveTimer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isAgainWanted = false;

  constructor(id: string, parts: LiveRoomParts) {
    this.id = id;
    this.#parts = parts;
    this.#leaveTopic = parts.topics.listen(toTopic(id), (note) => this.#onNote(note));
  }

  get members(): ReadonlySet<LiveConnection> {
    return this.#members;
  }

  /** Those of the agenda, as it was read last. */
  get procedures(): readonly string[] {
    return this.#stored?.meeting.items.flatMap(({ procedure }) => procedure ?? []) ?? [];
  }

  /** Somebody has come; everybody is told, the newcomer also where the presenter is. */
  async join(member: LiveConnection): Promise<void> {
    this.#members.add(member);
    this.#tell('changed');
    await this.refresh();
    if (this.#position !== null && this.#members.has(member)) member.send(toFrame(this.#position));
  }

  leave(member: LiveConnection): void {
    if (!this.#members.delete(member)) return;
    this.#tell('changed');
    if (this.#members.size > 0) void this.refresh();
  }

  /** The meeting was changed through this node. */
  changed(): void {
    this.#tell('changed');
    void this.refresh();
  }

  /** Reads what the database has and tells everybody; once more when asked meanwhile. */
  refresh(): Promise<void> {
    this.#isAgainWanted = this.#looking !== undefined;
    this.#looking ??= this.#lookUntilStill().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** Looks whether somebody came, went or changed something that no note told of. */
  async poll(): Promise<void> {
    if (this.#looking !== undefined) return;
    const before = this.#describe();
    await this.#look();
    if (this.#describe() !== before) this.#tellAll();
  }

  /** Passes on where the presenter is; from anybody else it is dropped. */
  present(member: LiveConnection, item: string, position: unknown): void {
    const live = this.#stored?.meeting.live;
    if (live?.presenter !== member.attendee.id || live.item !== item) return;
    const json = JSON.stringify({ item, position });
    this.#showPosition(json, member);
    this.#tell(`position:${json}`);
    this.#saveTimer ??= setTimeout(() => void this.#savePosition(), saveDelayMs);
  }

  /** Lets go of everything, with the last position written. */
  async close(): Promise<void> {
    this.#leaveTopic();
    if (this.#saveTimer) await this.#savePosition();
    await this.#looking;
  }

  #onNote(note: string): void {
    if (note === 'changed') void this.refresh();
    else if (note === 'access') this.#parts.onAccessChanged(this);
    else if (note.startsWith('position:')) this.#showPosition(note.slice('position:'.length));
  }

  #tell(note: string): void {
    this.#parts.topics.tell(toTopic(this.id), note);
  }

  async #lookUntilStill(): Promise<void> {
    do {
      this.#isAgainWanted = false;
      await this.#look();
      this.#tellAll();
    } while (this.#isAgainWanted);
  }

  async #look(): Promise<void> {
    const { meetings, connections, logger } = this.#parts;
    try {
      const [stored, seen] = await Promise.all([
        meetings.find(this.id),
        connections.listSeen(this.id),
      ]);
      this.#stored = stored;
      this.#seen = seen;
      this.#takePosition(stored?.position ?? null);
    } catch (error) {
      logger.warn({ err: error, meetingId: this.id }, 'Could not look at a meeting');
    }
  }

  /** One that came by the database, unless whoever presents is connected here. */
  #takePosition(position: string | null): void {
    const isNew = position !== this.#storedPosition;
    this.#storedPosition = position;
    if (!isNew || position === null || position === this.#position || this.#saveTimer) return;
    this.#showPosition(position);
  }

  #tellAll(): void {
    if (!this.#stored) {
      for (const member of this.#members) member.close(closeCodes.forbidden, 'no such meeting');
      return;
    }
    const { meeting } = this.#stored;
    for (const member of this.#members) {
      member.send(JSON.stringify(this.#toMessage(this.#stored, member)));
      if (meeting.state === 'ended' && member.attendee.isGuest)
        member.close(closeCodes.forbidden, 'the meeting is over');
    }
  }

  #toMessage({ meeting, version }: StoredMeeting, { attendee }: LiveConnection): LiveMessage {
    const now = this.#parts.now();
    return {
      type: 'meeting',
      version,
      me: attendee,
      meeting: viewMeeting(meeting, attendee.id),
      here: this.#here,
      presenterGoneMs: toGoneMs(this.#seen, meeting.live.presenter, now),
      moderatorGoneMs: toGoneMs(this.#seen, meeting.moderator, now),
      now,
    };
  }

  get #here(): readonly string[] {
    return this.#seen.filter(({ isHere }) => isHere).map(({ person }) => person);
  }

  #describe(): string {
    return `${this.#stored?.version} ${this.#here}`;
  }

  #showPosition(position: string, author?: LiveConnection): void {
    this.#position = position;
    const frame = toFrame(position);
    for (const member of this.#members) if (member !== author) member.sendPosition(frame);
  }

  async #savePosition(): Promise<void> {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    if (this.#position === null) return;
    this.#storedPosition = this.#position;
    try {
      await this.#parts.meetings.savePosition(this.id, this.#position);
    } catch (error) {
      this.#parts.logger.warn({ err: error, meetingId: this.id }, 'Could not keep a position');
    }
  }
}

/** How long the person has been without a connection, in ms; 0 for one that was never there yet. */
export function toGoneMs(seen: readonly Seen[], person: string | null, now: string): number {
  const last = seen.find((each) => each.person === person);
  if (!last || last.isHere) return 0;
  return Math.max(0, Date.parse(now) - Date.parse(last.at));
}

function toTopic(meetingId: string): string {
  return `meeting:${meetingId}`;
}

function toFrame(position: string): string {
  return `{"type":"position",${position.slice(1)}`;
}

/** A position is written at most once in this time, for late-comers and nodes without Redis. */
const saveDelayMs = 700;
