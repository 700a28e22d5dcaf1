import type { Kysely } from 'kysely';
import type { Attendee, MeetingLink } from '#protocol/meeting.ts';
import type { Role } from '#protocol/roles.ts';
import type { Clock } from './clock.ts';
import type { Tables } from './tables.ts';

interface NewMeetingLink {
  readonly id: string;
  readonly meetingId: string;
  readonly role: MeetingLink['role'];
  readonly allowsGuests: boolean;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

interface FoundLink {
  readonly id: string;
  readonly meetingId: string;
  readonly allowsGuests: boolean;
}

/** Somebody without an account who is let into one meeting. */
export interface Guest extends Attendee {
  readonly meetingId: string;
}

/** The id of a guest is none of an account. */
export const guestPrefix = 'guest:';

/** Who is let into which meeting: accounts and guests, by links that end. */
export interface MeetingAccessStore {
  /** Newest first, expired ones too. */
  listLinks(meetingId: string): Promise<readonly MeetingLink[]>;
  addLink(link: NewMeetingLink): Promise<MeetingLink>;
  /** Takes away what everybody got by it. False for an unknown link. */
  revokeLink(meetingId: string, linkId: string): Promise<boolean>;
  /** Undefined for a link that is unknown, revoked or expired, or whose meeting is over. */
  findLink(tokenHash: string): Promise<FoundLink | undefined>;
  /** Who is a member already stays one as before. */
  addMember(link: FoundLink, userId: string): Promise<void>;
  isMember(meetingId: string, userId: string): Promise<boolean>;
  /** A guest who is known comes back under this name and token. */
  addGuest(link: FoundLink, guest: { id: string; name: string; tokenHash: string }): Promise<void>;
  /** While the link counts and the meeting is not over. */
  findGuest(tokenHash: string): Promise<Guest | undefined>;
  /** Ids of the accounts and guests who are let in now. */
  listAdmitted(meetingId: string): Promise<ReadonlySet<string>>;
  /** What a guest or an account may do with a procedure for its standing on the agenda of a running meeting. */
  findRole(procedureId: string, personId: string): Promise<Role | undefined>;
}

export function createMeetingAccessStore(kysely: Kysely<Tables>, now: Clock): MeetingAccessStore {
  const time = () => now().toISOString();
  return {
    async listLinks(meetingId) {
      const rows = await kysely
        .selectFrom('meeting_link')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        role: row.role,
        allowsGuests: row.allows_guests === 1,
        expiresAt: row.expires_at,
      }));
    },

    async addLink({ id, meetingId, role, allowsGuests, tokenHash, expiresAt }) {
      const expires = expiresAt.toISOString();
      await kysely
        .insertInto('meeting_link')
        .values({
          id,
          meeting_id: meetingId,
          role,
          allows_guests: allowsGuests ? 1 : 0,
          token_hash: tokenHash,
          created_at: time(),
          expires_at: expires,
        })
        .execute();
      return { id, role, allowsGuests, expiresAt: expires };
    },

    async revokeLink(meetingId, linkId) {
      const { numDeletedRows } = await kysely
        .deleteFrom('meeting_link')
        .where('meeting_id', '=', meetingId)
        .where('id', '=', linkId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async findLink(tokenHash) {
      const row = await kysely
        .selectFrom('meeting_link')
        .innerJoin('meeting', 'meeting.id', 'meeting_link.meeting_id')
        .select(['meeting_link.id', 'meeting_link.meeting_id', 'meeting_link.allows_guests'])
        .where('meeting_link.token_hash', '=', tokenHash)
        .where('meeting_link.expires_at', '>', time())
        .where('meeting.state', '!=', 'ended')
        .executeTakeFirst();
      return (
        row && { id: row.id, meetingId: row.meeting_id, allowsGuests: row.allows_guests === 1 }
      );
    },

    async addMember(link, userId) {
      await kysely
        .insertInto('meeting_member')
        .values({ meeting_id: link.meetingId, user_id: userId, link_id: link.id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async isMember(meetingId, userId) {
      const row = await kysely
        .selectFrom('meeting_member')
        .select('user_id')
        .where('meeting_id', '=', meetingId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async addGuest(link, { id, name, tokenHash }) {
      await kysely
        .insertInto('meeting_guest')
        .values({ id, link_id: link.id, name, token_hash: tokenHash, created_at: time() })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ link_id: link.id, name, token_hash: tokenHash }),
        )
        .execute();
    },

    async findGuest(tokenHash) {
      const row = await kysely
        .selectFrom('meeting_guest')
        .innerJoin('meeting_link', 'meeting_link.id', 'meeting_guest.link_id')
        .innerJoin('meeting', 'meeting.id', 'meeting_link.meeting_id')
        .select(['meeting_guest.id', 'meeting_guest.name', 'meeting_link.meeting_id'])
        .where('meeting_guest.token_hash', '=', tokenHash)
        .where('meeting_link.expires_at', '>', time())
        .where('meeting.state', '!=', 'ended')
        .executeTakeFirst();
      return row && { id: row.id, name: row.name, isGuest: true, meetingId: row.meeting_id };
    },

    async listAdmitted(meetingId) {
      const rows = await kysely
        .selectFrom('meeting_member')
        .select('user_id as id')
        .where('meeting_id', '=', meetingId)
        .unionAll(
          kysely
            .selectFrom('meeting_guest')
            .innerJoin('meeting_link', 'meeting_link.id', 'meeting_guest.link_id')
            .innerJoin('meeting', 'meeting.id', 'meeting_link.meeting_id')
            .select('meeting_guest.id')
            .where('meeting_link.meeting_id', '=', meetingId)
            .where('meeting_link.expires_at', '>', time())
            .where('meeting.state', '!=', 'ended'),
        )
        .execute();
      return new Set(rows.map(({ id }) => id));
    },

    async findRole(procedureId, personId) {
      const isGuest = personId.startsWith(guestPrefix);
      const row = await kysely
        .selectFrom('meeting_link')
        .innerJoin('meeting', 'meeting.id', 'meeting_link.meeting_id')
        .innerJoin('meeting_item', 'meeting_item.meeting_id', 'meeting.id')
        .select('meeting_link.role')
        .where('meeting_item.procedure_id', '=', procedureId)
        .where('meeting.state', '=', 'running')
        .where('meeting_link.expires_at', '>', time())
        .where('meeting_link.id', 'in', (query) =>
          isGuest
            ? query.selectFrom('meeting_guest').select('link_id').where('id', '=', personId)
            : query.selectFrom('meeting_member').select('link_id').where('user_id', '=', personId),
        )
        // Of two meetings the one that lets them do more.
        .orderBy('meeting_link.role')
        .executeTakeFirst();
      return row?.role;
    },
  };
}
