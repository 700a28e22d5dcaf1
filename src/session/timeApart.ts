import type * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import type { EditHistory } from '#document/editHistory.ts';
import type { ProcedureDocument } from '#document/procedureDocument.ts';
import { findChangedParts } from './changedParts.ts';
import type { KeptCopy } from './keepCopy.ts';
import type { ServerLink } from './serverLink.ts';
import type { Merged } from './session.ts';
import { ValueStore } from './valueStore.ts';

export interface TimeApartOptions {
  readonly document: ProcedureDocument;
  readonly history: EditHistory;
  readonly server: ServerLink;
  readonly copy: KeptCopy;
  /** The time in ms. */
  readonly now: () => number;
}

/** A break shorter than this is not worth a word, in ms. */
const LONG_MS = 30_000;

/**
 * Counts what was done while this device and the server were apart: my edits that only this device has,
 * which the device remembers over a crash, and what others changed meanwhile.
 */
export class TimeApart {
  readonly merged = new ValueStore<Merged | undefined>(undefined);
  readonly #parts: TimeApartOptions;
  readonly #stops: readonly (() => void)[];
  /** Edits of an earlier session that the server lacked. */
  #kept = 0;
  /** Actions of this session that the server has. */
  #savedActions = 0;
  /** Since when; undefined while together. */
  #since: number | undefined;
  #seen: Procedure;
  readonly #changedByOthers = new Set<string>();

  constructor(parts: TimeApartOptions) {
    this.#parts = parts;
    const { document, server, copy } = parts;
    // Without its copy a document only comes from the server.
    copy.loaded?.then(this.#addKept, () => undefined);
    this.#seen = document.read();
    document.doc.on('afterTransaction', this.#afterTransaction);
    this.#stops = [
      server.state.subscribe(this.#follow),
      server.hasUnsentEdits.subscribe(this.#follow),
      () => document.doc.off('afterTransaction', this.#afterTransaction),
    ];
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  get #mine(): number {
    return this.#kept + this.#parts.history.actionCount - this.#savedActions;
  }

  /** Whoever left something here was away until now. */
  readonly #addKept = (count: number): void => {
    if (count === 0) return;
    this.#kept = count;
    this.#since = Number.NEGATIVE_INFINITY;
  };

  readonly #follow = (): void => {
    const { server, now, copy } = this.#parts;
    const state = server.state.get();
    const isUnsent = server.hasUnsentEdits.get();
    if (state.status === 'online' && state.saved && !isUnsent) this.#rejoin();
    else if (state.status !== 'online' && state.status !== 'connecting') this.#since ??= now();
    if (isUnsent) copy.noteUnsent(Math.max(1, this.#mine));
  };

  #rejoin(): void {
    const { history, copy, now } = this.#parts;
    const mine = this.#mine;
    const others = this.#changedByOthers.size;
    const wasLong = this.#since !== undefined && now() - this.#since >= LONG_MS;
    this.#kept = 0;
    this.#savedActions = history.actionCount;
    this.#since = undefined;
    this.#changedByOthers.clear();
    copy.noteUnsent(0);
    if (wasLong && mine + others > 0) this.merged.set({ mine, others });
  }

  readonly #afterTransaction = ({ origin, local }: Y.Transaction): void => {
    const { document, server, copy } = this.#parts;
    const before = this.#seen;
    this.#seen = document.read();
    if (local && server.hasUnsentEdits.get()) copy.noteUnsent(Math.max(1, this.#mine));
    if (origin !== server.origin || this.#since === undefined) return;
    for (const part of findChangedParts(before, this.#seen)) this.#changedByOthers.add(part);
  };
}
