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
  readonly doc_update: DocUpdateTable;
  readonly doc_snapshot: DocSnapshotTable;
}

/** better-auth writes it; we read it, and set `isAdmin` and `deactivatedAt`. */
interface UserTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** 0 or 1 in SQLite. */
  readonly isAdmin: boolean | number;
  readonly deactivatedAt: string | null;
}

/** What the list shows of a procedure; its content is in `doc_update` and `doc_snapshot`. */
interface ProcedureTable {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly step_count: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly updated_by: string | null;
  readonly deleted_at: string | null;
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
