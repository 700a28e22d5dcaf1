import * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import { EditHistory } from '#document/editHistory.ts';
import { ProcedureDocument, writeProcedure } from '#document/procedureDocument.ts';
import type { Role } from '#protocol/roles.ts';
import { DocumentSession } from './documentSession.ts';
import type { ConnectionState, Peer, Presence, Selection, Session } from './session.ts';
import { ValueStore } from './valueStore.ts';

/** A session without a server. Who opened it says who else is there and what the connection does. */
export interface LocalSession extends Session {
  readonly role: ValueStore<Role>;
  readonly connection: ValueStore<ConnectionState>;
  readonly peers: ValueStore<readonly Peer[]>;
  /** What others would see of me. */
  readonly presence: ValueStore<Presence>;
  /** The document behind it, to let somebody else change it. */
  readonly document: ProcedureDocument;
}

export interface LocalSessionOptions {
  readonly procedureId?: string;
  /** By default `owner`. */
  readonly role?: Role;
}

export function openLocalSession(
  procedure: Procedure,
  { procedureId = 'local', role = 'owner' }: LocalSessionOptions = {},
): LocalSession {
  const doc = new Y.Doc();
  writeProcedure(doc, procedure);
  const document = new ProcedureDocument(doc);
  const roleStore = new ValueStore<Role>(role);
  const connection = new ValueStore<ConnectionState>({ status: 'online', saved: true });
  const peers = new ValueStore<readonly Peer[]>([]);
  const presence = new ValueStore<Presence>(nowhere);
  const session = new DocumentSession({
    procedureId,
    document,
    history: new EditHistory<Selection>(document),
    link: {
      role: roleStore,
      hasUnsentEdits: new ValueStore(false),
      connection,
      merged: new ValueStore(undefined),
      peers,
      sendPresence: (change) => presence.set({ ...presence.get(), ...change }),
      prepareReload: async () => {},
      close: () => doc.destroy(),
    },
  });
  return Object.assign(session, { role: roleStore, connection, peers, presence, document });
}

const nowhere: Presence = {
  selection: [],
  cursor: null,
  drag: null,
  editing: null,
  presenting: null,
};
