import type { Generated } from 'kysely';
import type { Role } from '#protocol/roles.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

// Times are ISO strings in UTC, which sort as text; better-auth's own tables use its date type.

/** Every table of the database that our code reads or writes, as Kysely sees it. */
export interface Tables {
  readonly user: UserTable;
  readonly procedure: ProcedureTable;
  readonly member: MemberTable;
  readonly share_link: ShareLinkTable;
  readonly link_member: LinkMemberTable;
  readonly api_token: ApiTokenTable;
  readonly version: VersionTable;
  readonly meeting: MeetingTable;
  readonly meeting_item: MeetingItemTable;
  readonly meeting_link: MeetingLinkTable;
  readonly meeting_member: MeetingMemberTable;
  readonly meeting_guest: MeetingGuestTable;
  readonly meeting_connection: MeetingConnectionTable;
  readonly doc_update: DocUpdateTable;
  readonly doc_snapshot: DocSnapshotTable;
}

/** better-auth writes it; we read it, and set `isAdmin`, `deactivatedAt` and `twoFactorEnabled`. */
interface UserTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** 0 or 1 in SQLite. */
  readonly isAdmin: boolean | number;
  readonly deactivatedAt: string | null;
  /** 0 or 1 in SQLite. */
  readonly twoFactorEnabled: boolean | number | null;
  /** Until when the password is one that was handed over; null when it is the person's own. */
  readonly initialPasswordUntil: string | null;
}

/** What the list shows of a procedure; its content is in `doc_update` and `doc_snapshot`. */
interface ProcedureTable {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly step_count: number;
  /** How many suggestions nobody has decided about. */
  readonly open_suggestions: Generated<number>;
  readonly created_at: string;
  readonly updated_at: string;
  readonly updated_by: string | null;
  readonly deleted_at: string | null;
  /** The procedure of which it is a variant for a meeting; its rights are those. */
  readonly variant_of: Generated<string | null>;
  /** What it is called in the meeting, such as "B · Satu pintu". */
  readonly variant_name: Generated<string | null>;
}

interface MemberTable {
  readonly procedure_id: string;
  readonly user_id: string;
  readonly role: Role;
}

interface ShareLinkTable {
  readonly id: string;
  readonly procedure_id: string;
  readonly role: Role;
  readonly token_hash: string;
  readonly created_at: string;
  readonly expires_at: string;
}

/** Who redeemed a link; counts for as long as the link is there and has not expired. */
interface LinkMemberTable {
  readonly link_id: string;
  readonly user_id: string;
}

interface ApiTokenTable {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly token_hash: string;
  readonly created_at: string;
  readonly last_used_at: string | null;
  /** Null for tokens that were made before tokens ended by themselves. */
  readonly expires_at: string | null;
}

interface VersionTable {
  readonly id: string;
  readonly procedure_id: string;
  readonly name: string;
  readonly created_at: string;
  readonly created_by: string | null;
  /** The procedure file, as JSON. */
  readonly file: string;
}

/** A meeting is `data`, as JSON; title, day, state and moderator stand beside it for the list. */
interface MeetingTable {
  readonly id: string;
  readonly title: string;
  readonly scheduled_on: string;
  readonly state: 'planned' | 'running' | 'ended';
  readonly moderator_id: string;
  /** Raised with each change; a change that read an older one is made again. */
  readonly version: number;
  readonly data: string;
  /** Where the presenter was last, as JSON. */
  readonly position: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** The procedures of an agenda, for the question who may open them. */
interface MeetingItemTable {
  readonly meeting_id: string;
  readonly procedure_id: string;
}

interface MeetingLinkTable {
  readonly id: string;
  readonly meeting_id: string;
  readonly role: 'viewer' | 'commenter';
  /** 0 or 1. */
  readonly allows_guests: number;
  readonly token_hash: string;
  readonly created_at: string;
  readonly expires_at: string;
}

/** An account that takes part; without a link, whoever made the meeting. */
interface MeetingMemberTable {
  readonly meeting_id: string;
  readonly user_id: string;
  readonly link_id: string | null;
}

interface MeetingGuestTable {
  readonly id: string;
  readonly link_id: string;
  readonly name: string;
  readonly token_hash: string;
  readonly created_at: string;
}

/** One socket of one person; open while nobody has said when it ended. */
interface MeetingConnectionTable {
  readonly id: string;
  readonly meeting_id: string;
  readonly person_id: string;
  readonly joined_at: string;
  readonly seen_at: string;
  readonly left_at: string | null;
}

/** The log of one document: one Yjs update a row, numbered from 1. */
interface DocUpdateTable {
  readonly doc_id: string;
  readonly seq: number;
  readonly data: Uint8Array;
}

/** Everything up to and including `seq`, as one update. */
interface DocSnapshotTable {
  readonly doc_id: string;
  readonly seq: number;
  readonly data: Uint8Array;
}
