import type { Edit, EditResult } from '#core/edit/edit.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { EditHistory } from '#document/editHistory.ts';
import type { ProcedureDocument } from '#document/procedureDocument.ts';
import { canEdit, type Role } from '#protocol/roles.ts';
import type {
  ConnectionState,
  Merged,
  Peer,
  Presence,
  Selected,
  Selection,
  Session,
  Store,
  UndoState,
} from './session.ts';
import { ValueStore } from './valueStore.ts';

/** What connects a session to the others; `openSession` and `openLocalSession` provide it. */
export interface SessionLink {
  readonly role: Store<Role>;
  readonly hasUnsentEdits: Store<boolean>;
  readonly connection: Store<ConnectionState>;
  readonly merged: Store<Merged | undefined>;
  readonly peers: Store<readonly Peer[]>;
  sendPresence(change: Partial<Presence>): void;
  prepareReload(): Promise<void>;
  close(): void;
}

export interface DocumentSessionOptions {
  readonly procedureId: string;
  readonly document: ProcedureDocument;
  readonly history: EditHistory<Selection>;
  readonly link: SessionLink;
}

/** The session over a shared document: everything but the network. */
export class DocumentSession implements Session {
  readonly procedureId: string;
  readonly role: Store<Role>;
  readonly hasUnsentEdits: Store<boolean>;
  readonly procedure: Store<Procedure>;
  readonly connection: Store<ConnectionState>;
  readonly merged: Store<Merged | undefined>;
  readonly peers: Store<readonly Peer[]>;
  readonly selection: Store<Selection>;
  readonly undoState: Store<UndoState>;
  readonly #document: ProcedureDocument;
  readonly #history: EditHistory<Selection>;
  readonly #link: SessionLink;
  readonly #selection = new ValueStore<Selection>([]);
  #isActing = false;

  constructor({ procedureId, document, history, link }: DocumentSessionOptions) {
    this.procedureId = procedureId;
    this.role = link.role;
    this.hasUnsentEdits = link.hasUnsentEdits;
    this.#document = document;
    this.#history = history;
    this.#link = link;
    this.connection = link.connection;
    this.merged = link.merged;
    this.peers = link.peers;
    this.selection = this.#selection;
    this.procedure = {
      get: () => document.read(),
      subscribe: (listener) => document.subscribe(listener),
    };
    this.undoState = {
      get: () => this.#history.state,
      subscribe: (listener) => this.#history.subscribe(listener),
    };
    document.subscribe(() => this.#forgetGone());
  }

  apply(edit: Edit): EditResult {
    const role = this.role.get();
    if (canEdit(role)) return this.#act(() => this.#history.apply(edit, this.#selection.get()));
    return { ok: false, rejection: { code: 'read-only', message: `A ${role} only reads.` } };
  }

  undo(): void {
    if (!canEdit(this.role.get())) return;
    this.#reselect(this.#act(() => this.#history.undo(this.#selection.get())));
  }

  redo(): void {
    if (!canEdit(this.role.get())) return;
    this.#reselect(this.#act(() => this.#history.redo(this.#selection.get())));
  }

  select(selection: Selection): void {
    this.#selection.set(selection);
    this.#link.sendPresence({ selection });
  }

  watchOthers(listener: (before: Procedure, after: Procedure) => void): () => void {
    let last = this.#document.read();
    return this.#document.subscribe(() => {
      const before = last;
      last = this.#document.read();
      if (!this.#isActing && last !== before) listener(before, last);
    });
  }

  setPresence(presence: Partial<Omit<Presence, 'selection'>>): void {
    this.#link.sendPresence(presence);
  }

  prepareReload(): Promise<void> {
    return this.#link.prepareReload();
  }

  close(): void {
    this.#history.close();
    this.#document.close();
    this.#link.close();
  }

  /** Changes that come now are mine. */
  #act<T>(action: () => T): T {
    this.#isActing = true;
    try {
      return action();
    } finally {
      this.#isActing = false;
    }
  }

  /** Selects again what was selected then, as far as it is still there. */
  #reselect(selection: Selection | undefined): void {
    const procedure = this.#document.read();
    const there = selection?.filter((selected) => isThere(procedure, selected)) ?? [];
    if (there.length > 0) this.select(there);
  }

  /** What somebody deletes is no longer selected. */
  #forgetGone(): void {
    const selection = this.#selection.get();
    if (selection.length === 0) return;
    const procedure = this.#document.read();
    const left = selection.filter((selected) => isThere(procedure, selected));
    if (left.length < selection.length) this.select(left);
  }
}

function isThere({ actors, steps, flows }: Procedure, { kind, id }: Selected): boolean {
  const hasId = (item: { readonly id: string }) => item.id === id;
  switch (kind) {
    case 'actor':
      return actors.some(hasId);
    case 'step':
      return steps.some(hasId);
    case 'symbol':
      return steps.some((step) => step.symbols.some(hasId));
    case 'flow':
      return flows.some(hasId);
  }
}
