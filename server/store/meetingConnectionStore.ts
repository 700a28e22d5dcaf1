import { type Kysely, sql } from 'kysely';
import type { ConnectionTimes } from '#protocol/meeting.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

/** Who was connected to a meeting, from when to when. */
export interface MeetingConnectionStore {
  /**
   * Resolves with the id of the connection: that of one of the same person that has just ended, so that a
   * reload of the page leaves no gap.
   */
  open(newId: string, meetingId: string, personId: string): Promise<string>;
  /** They have shown a sign of life just now. */
  touch(ids: readonly string[]): Promise<void>;
  close(ids: readonly string[]): Promise<void>;
  /** In the order in which they came. */
  list(meetingId: string): Promise<readonly ConnectionTimes[]>;
  /** Everybody who was ever connected. */
  listSeen(meetingId: string): Promise<readonly Seen[]>;
}

/** When somebody was seen last. */
export interface Seen {
  readonly person: string;
  /** ISO time. */
  readonly at: string;
  /** Connected as far as anybody knows. */
  readonly isHere: boolean;
}

/** Longer without a sign of life, and a connection is taken for broken, in ms. */
const connectionSilenceMs = 9000;

export function createMeetingConnectionStore(
  kysely: Kysely<Tables>,
  now: Clock,
): MeetingConnectionStore {
  return {
    async open(newId, meetingId, personId) {
      const time = now().toISOString();
      const reopened = await reopen(kysely, { meetingId, personId, time });
      if (reopened !== undefined) return reopened;
      await kysely
        .insertInto('meeting_connection')
        .values({
          id: newId,
          meeting_id: meetingId,
          person_id: personId,
          joined_at: time,
          seen_at: time,
          left_at: null,
        })
        .execute();
      return newId;
    },

    async touch(ids) {
      if (ids.length === 0) return;
      await kysely
        .updateTable('meeting_connection')
        .set({ seen_at: now().toISOString() })
        .where('id', 'in', [...ids])
        .execute();
    },

    async close(ids) {
      if (ids.length === 0) return;
      const time = now().toISOString();
      await kysely
        .updateTable('meeting_connection')
        .set({ left_at: time })
        .where('id', 'in', [...ids])
        .execute();
    },

    async list(meetingId) {
      const rows = await kysely
        .selectFrom('meeting_connection')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('joined_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        person: row.person_id,
        from: row.joined_at,
        to: row.left_at ?? row.seen_at,
      }));
    },

    async listSeen(meetingId) {
      const time = now().toISOString();
      const rows = await kysely
        .selectFrom('meeting_connection')
        .select('person_id')
        .select([
          sql<string>`max(coalesce(left_at, seen_at))`.as('last_at'),
          sql<string | null>`max(case when left_at is null then seen_at end)`.as('seen_at'),
        ])
        .where('meeting_id', '=', meetingId)
        .groupBy('person_id')
        .execute();
      const freshFrom = toTime(time, -connectionSilenceMs);
      return rows.map(({ person_id: person, seen_at: seenAt, last_at: at }) => ({
        person,
        at,
        isHere: seenAt !== null && seenAt > freshFrom,
      }));
    },
  };
}

interface Comer {
  readonly meetingId: string;
  readonly personId: string;
  readonly time: string;
}

async function reopen(
  kysely: Kysely<Tables>,
  { meetingId, personId, time }: Comer,
): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('meeting_connection')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('left_at', '>', toTime(time, -returnMs))
    .executeTakeFirst();
  if (!row) return undefined;
  const { numUpdatedRows } = await kysely
    .updateTable('meeting_connection')
    .set({ left_at: null, seen_at: time })
    .where('id', '=', row.id)
    // Two pages of one person may come back at the same moment.
    .where('left_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? row.id : undefined;
}

function toTime(time: string, laterMs: number): string {
  return new Date(Date.parse(time) + laterMs).toISOString();
}

/** Who comes back within this time has not been away, in ms. */
const returnMs = 15_000;
