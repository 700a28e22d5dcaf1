import * as Y from 'yjs';
import type { Edit, EditResult } from '#core/edit/edit.ts';
import { OthersWork } from './othersWork.ts';
import type { ProcedureDocument } from './procedureDocument.ts';
import { contentRoots, type Shape, shapeOf } from './shape.ts';
import { keepStranded } from './stranded.ts';

/** What can be taken back and done again. */
export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A pause in typing after which the next letter begins a new undo step, in ms. */
const TYPING_PAUSE_MS = 1000;

/**
 * One person's edits of a document, to be undone and redone. An edit is one step, typing in one text
 * without a pause too. Nobody else's work is ever undone, nor taken away with what it stands on.
 */
export class EditHistory {
  readonly #document: ProcedureDocument;
  readonly #shape: Shape;
  readonly #manager: Y.UndoManager;
  readonly #myClients = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #typingIn: string | undefined;
  #typedAt = 0;
  /** All steps while one of them is undone or done again. */
  #steps: readonly StackItem[] = [];
  #actionCount = 0;
  #state: HistoryState = { canUndo: false, canRedo: false };

  constructor(document: ProcedureDocument) {
    this.#document = document;
    this.#shape = shapeOf(document.doc);
    const others = new OthersWork(this.#shape, {
      isClient: (client) => this.#myClients.has(client),
      isOneStep: (a, b) =>
        this.#steps.some(
          ({ insertions }) => Y.isDeleted(insertions, a.id) && Y.isDeleted(insertions, b.id),
        ),
    });
    this.#manager = new Y.UndoManager([...contentRoots(this.#shape)], {
      // What belongs to one step is decided in `apply`.
      captureTimeout: Number.POSITIVE_INFINITY,
      trackedOrigins: new Set([this]),
      deleteFilter: (item) => others.mayDelete(item),
    });
    this.#manager.on('stack-item-added', this.#noteAction);
    this.#manager.on('stack-item-popped', this.#updateState);
    this.#manager.on('stack-cleared', this.#updateState);
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** How many steps were taken, undone and done again so far; typing in one text counts once. */
  get actionCount(): number {
    return this.#actionCount;
  }

  apply(edit: Edit): EditResult {
    const typingIn = textOfTyping(edit);
    const now = Date.now();
    const goesOn = typingIn === this.#typingIn && now - this.#typedAt < TYPING_PAUSE_MS;
    if (typingIn === undefined || !goesOn) this.#manager.stopCapturing();
    this.#typingIn = typingIn;
    this.#typedAt = now;
    this.#noteClient();
    return this.#document.apply(edit, this);
  }

  undo(): void {
    this.#travel(() => this.#manager.undo());
  }

  redo(): void {
    this.#travel(() => this.#manager.redo());
  }

  /** Calls back after each change of `state`, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#manager.destroy();
    this.#listeners.clear();
  }

  #travel(move: () => void): void {
    this.#noteClient();
    this.#typingIn = undefined;
    this.#steps = [...this.#manager.undoStack, ...this.#manager.redoStack];
    const before = this.#document.read();
    move();
    keepStranded(this.#document.doc, this.#shape, before, this.#document.read());
    this.#steps = [];
    this.#updateState();
  }

  // Yjs may give a document another client id when it meets its own by accident.
  #noteClient(): void {
    this.#myClients.add(this.#document.doc.clientID);
  }

  readonly #noteAction = (): void => {
    this.#actionCount += 1;
    this.#updateState();
  };

  readonly #updateState = (): void => {
    const canUndo = this.#manager.canUndo();
    const canRedo = this.#manager.canRedo();
    if (canUndo === this.#state.canUndo && canRedo === this.#state.canRedo) return;
    this.#state = { canUndo, canRedo };
    for (const listener of [...this.#listeners]) listener();
  };
}

type StackItem = Y.UndoManager['undoStack'][number];

function textOfTyping(edit: Edit): string | undefined {
  const isTyping = edit.type === 'setText' || edit.type === 'spliceText';
  return isTyping ? JSON.stringify(edit.target) : undefined;
}
