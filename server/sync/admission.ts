import type { IncomingMessage } from 'node:http';
import type { Role } from '#protocol/roles.ts';

/** The person behind a connection, as the session or token says. */
export interface SyncUser {
  readonly id: string;
  readonly name: string;
}

/** What a socket may do; a refused one is closed with a code of `#protocol/sync.ts`. */
export type Admission =
  | { readonly ok: true; readonly role: Role; readonly user: SyncUser }
  | { readonly ok: false; readonly closeCode: number };

/** Decides who may open a procedure: asked at the upgrade and again when access may have changed. */
export type Admit = (request: IncomingMessage, procedureId: string) => Promise<Admission>;
