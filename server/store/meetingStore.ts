import type { Kysely, Transaction } from 'kysely';
import { findPerson, type Meeting } from '#core/meeting/meeting.ts';
import type { MeetingRejection, MeetingResult } from '#core/meeting/meetingResult.ts';
import { parseMeeting } from '#core/meeting/meetingSchema.ts';
import type { MeetingSummary } from '#protocol/meeting.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

/** A meeting as the database has it. */
export interface StoredMeeting {
  readonly meeting: Meeting;
  /** Raised with each change. */
  readonly version: number;
  /** Where the presenter was last, as JSON. */
  readonly position: string | null;
}

type MeetingChange =
  | { readonly ok: true; readonly before: Meeting; readonly stored: StoredMeeting }
  | { readonly ok: false; readonly rejection: MeetingRejection };

/** Meetings. Who may see and change them is for the callers. */
export interface MeetingStore {
  /** Its creator is a member of it. */
  add(meeting: Meeting): Promise<void>;
  /** Those that the person takes part in, the latest first. */
  listFor(userId: string): Promise<readonly MeetingSummary[]>;
  find(id: string): Promise<StoredMeeting | undefined>;
  /**
   * Writes what `change` makes of the meeting, unless somebody else changed it meanwhile: then it is asked
   * again with theirs. Undefined for an unknown meeting.
   */
  change(
    id: string,
    change: (meeting: Meeting) => MeetingResult,
  ): Promise<MeetingChange | undefined>;
  /** Where the presenter is, as JSON. */
  savePosition(id: string, position: string): Promise<void>;
  /** Deletes a meeting that has not begun; false for any other. */
  removePlanned(id: string): Promise<boolean>;
}

export function createMeetingStore(kysely: Kysely<Tables>, now: Clock): MeetingStore {
  return {
    add: (meeting) => addMeeting(kysely, meeting, now().toISOString()),
    listFor: (userId) => listMeetings(kysely, userId),
    find: (id) => findMeeting(kysely, id),
    change: (id, change) => changeMeeting(kysely, { id, change, time: now().toISOString() }),

    async savePosition(id, position) {
      await kysely.updateTable('meeting').set({ position }).where('id', '=', id).execute();
    },

    async removePlanned(id) {
      const { numDeletedRows } = await kysely
        .deleteFrom('meeting')
        .where('id', '=', id)
        .where('state', '=', 'planned')
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

async function addMeeting(kysely: Kysely<Tables>, meeting: Meeting, time: string): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('meeting')
      .values({
        id: meeting.id,
        ...toColumns(meeting),
        version: 1,
        position: null,
        created_at: time,
        updated_at: time,
      })
      .execute();
    await transaction
      .insertInto('meeting_member')
      .values({ meeting_id: meeting.id, user_id: meeting.createdBy, link_id: null })
      .execute();
    await writeItems(transaction, meeting);
  });
}

async function listMeetings(
  kysely: Kysely<Tables>,
  userId: string,
): Promise<readonly MeetingSummary[]> {
  const rows = await kysely
    .selectFrom('meeting')
    .innerJoin('meeting_member', 'meeting_member.meeting_id', 'meeting.id')
    .select(['id', 'title', 'scheduled_on', 'state', 'moderator_id'])
    .where('meeting_member.user_id', '=', userId)
    .orderBy('scheduled_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    scheduledOn: row.scheduled_on,
    state: row.state,
    isModerator: row.moderator_id === userId,
  }));
}

async function findMeeting(kysely: Kysely<Tables>, id: string): Promise<StoredMeeting | undefined> {
  // PostgreSQL takes no such text; it is no meeting's id either.
  if (id.includes('\0')) return undefined;
  const row = await kysely
    .selectFrom('meeting')
    .select(['data', 'version', 'position'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { meeting: parseMeeting(row.data), version: row.version, position: row.position };
}

interface Wish {
  readonly id: string;
  readonly change: (meeting: Meeting) => MeetingResult;
  readonly time: string;
}

async function changeMeeting(
  kysely: Kysely<Tables>,
  wish: Wish,
): Promise<MeetingChange | undefined> {
  for (;;) {
    const stored = await findMeeting(kysely, wish.id);
    if (!stored) return undefined;
    const result = wish.change(stored.meeting);
    if (!result.ok) return result;
    if (result.meeting === stored.meeting) return { ok: true, before: stored.meeting, stored };
    if (await replaceMeeting(kysely, result.meeting, { ...stored, time: wish.time })) {
      const version = stored.version + 1;
      return {
        ok: true,
        before: stored.meeting,
        stored: { ...stored, meeting: result.meeting, version },
      };
    }
  }
}

/** False when somebody else changed it since it was read. */
async function replaceMeeting(
  kysely: Kysely<Tables>,
  meeting: Meeting,
  read: StoredMeeting & { readonly time: string },
): Promise<boolean> {
  return kysely.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('meeting')
      .set({ ...toColumns(meeting), version: read.version + 1, updated_at: read.time })
      .where('id', '=', meeting.id)
      .where('version', '=', read.version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    if (meeting.items !== read.meeting.items) await writeItems(transaction, meeting);
    await forgetRemoved(transaction, read.meeting, meeting);
    return true;
  });
}

async function writeItems(transaction: Transaction<Tables>, meeting: Meeting): Promise<void> {
  await transaction.deleteFrom('meeting_item').where('meeting_id', '=', meeting.id).execute();
  const procedures = new Set(meeting.items.flatMap(({ procedure }) => procedure ?? []));
  if (procedures.size === 0) return;
  await transaction
    .insertInto('meeting_item')
    .values([...procedures].map((id) => ({ meeting_id: meeting.id, procedure_id: id })))
    .execute();
}

/** Who was shown out loses what let them in. */
async function forgetRemoved(
  transaction: Transaction<Tables>,
  before: Meeting,
  after: Meeting,
): Promise<void> {
  if (before.people === after.people) return;
  const gone = before.people.filter(({ id }) => findPerson(before, id) && !findPerson(after, id));
  for (const { id } of gone) {
    await transaction.deleteFrom('meeting_guest').where('id', '=', id).execute();
    await transaction
      .deleteFrom('meeting_member')
      .where('meeting_id', '=', after.id)
      .where('user_id', '=', id)
      .execute();
  }
}

function toColumns(meeting: Meeting) {
  return {
    title: meeting.title,
    scheduled_on: meeting.scheduledOn,
    state: meeting.state,
    moderator_id: meeting.moderator,
    data: JSON.stringify(meeting),
  };
}
