import type { Role } from '#protocol/roles.ts';
import type { SyncUser } from './admission.ts';

/** Who writes. */
export interface Writer {
  readonly user: SyncUser;
  readonly role: Role;
}

/** What becomes of a write. */
export type Verdict =
  /** Once it is applied, `conclude` adds what the server itself says of it. */
  | { readonly kind: 'take'; readonly conclude?: () => void }
  /** Something before it is missing, here or on its way. */
  | { readonly kind: 'tooEarly' }
  | { readonly kind: 'tooFast' }
  /** It would be refused again. The reason goes to the client: a code of docs/errors.md. */
  | { readonly kind: 'refuse'; readonly reason: string };

/** What a room knows of its document: who may write, and what. */
export interface RoomGuard {
  /** Whether this role writes here at all; what others send is passed over. */
  mayWrite(role: Role): boolean;
  /** Decides about a write that is not applied yet. Throws where it is no Yjs update. */
  review(update: Uint8Array, writer: Writer): Verdict;
  close(): void;
}
