import type { Edit, EditResult, TextTarget } from '#core/edit/edit.ts';
import type { EditLabel } from '#core/edit/editLabel.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { PresentationState } from '#core/presentation/presentationState.ts';
import type { Role } from '#protocol/roles.ts';

/** A value that changes over time. `get` returns the same object until it changes. */
export interface Store<T> {
  get(): T;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

export interface Selected {
  readonly kind: 'step' | 'symbol' | 'flow' | 'actor';
  readonly id: string;
}
export type Selection = readonly Selected[];

export type ConnectionState =
  /** First contact, or back after a break. */
  | { readonly status: 'connecting' | 'reconnecting'; readonly cause?: PauseCause }
  /** `saved`: the server has everything of mine on disk. */
  | { readonly status: 'online'; readonly saved: boolean }
  /** Edits are kept on this device. */
  | { readonly status: 'offline'; readonly cause?: PauseCause }
  /** The server said no; no more tries. */
  | { readonly status: 'refused'; readonly reason: RefusalReason };

/** What the server said when it closed the connection for a while: the tries go on. */
export type PauseCause = 'restarting' | 'try-later' | 'too-many' | 'other-protocol';

/** Why a procedure is not shown. */
export type RefusalReason =
  | 'sign-in'
  | 'forbidden'
  | 'unknown'
  | 'broken'
  | 'too-large'
  /** The server may not take what was written. */
  | 'refused-write'
  /** A newer Alur wrote the document. */
  | 'newer-format';

/** What came together after a time apart. */
export interface Merged {
  /** My actions that only this device had; typing in one text counts once. */
  readonly mine: number;
  /** Steps, actors, arrows and parts of the identity that others changed meanwhile. */
  readonly others: number;
}

/** Where somebody is and what they are about to do; never stored. */
export interface Presence {
  readonly selection: Selection;
  /** In canvas layout coordinates; null when the pointer is elsewhere. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** A symbol on its way, with the centre of its ghost. */
  readonly drag: { readonly symbol: string; readonly x: number; readonly y: number } | null;
  /** The text that is being typed in. */
  readonly editing: TextTarget | null;
  /** What they show to whoever follows; null while they present nothing. */
  readonly presenting: PresentationState | null;
}

/** Another person's window in the same procedure; the windows of one person share the `userId`. */
export interface Peer extends Presence {
  readonly clientId: number;
  readonly userId: string;
  readonly name: string;
  /** CSS colour. */
  readonly color: string;
}

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What would be taken back, and what done again. */
  readonly undoLabel?: EditLabel | undefined;
  readonly redoLabel?: EditLabel | undefined;
}

/** One open procedure in one browser. */
export interface Session {
  readonly procedureId: string;
  readonly procedure: Store<Procedure>;
  /** What I may do; an owner may change it at any time. */
  readonly role: Store<Role>;
  /** True while edits of mine are on this device only; a reader's stay there. */
  readonly hasUnsentEdits: Store<boolean>;
  readonly connection: Store<ConnectionState>;
  /** Set once everybody's work is together again after a long time apart, when there was any. */
  readonly merged: Store<Merged | undefined>;
  readonly peers: Store<readonly Peer[]>;
  readonly selection: Store<Selection>;
  readonly undoState: Store<UndoState>;
  /** Applies one user action; typing in one text merges into one undo step. */
  apply(edit: Edit): EditResult;
  /** Takes my last gesture back, and selects again what was selected before it. */
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  /**
   * Calls back after each change of the procedure that somebody else made, with what was before and what
   * is now, until the returned function is called.
   */
  watchOthers(listener: (before: Procedure, after: Procedure) => void): () => void;
  /** Tells the others; coalesced to at most 30 messages a second. */
  setPresence(presence: Partial<Omit<Presence, 'selection'>>): void;
  /** Resolves when the page may be loaded again without a question: this device has every edit. */
  prepareReload(): Promise<void>;
  close(): void;
}
