import * as Y from 'yjs';
import type { Edit, EditResult } from '#core/edit/edit.ts';
import { describeEdit, type EditLabel } from '#core/edit/editLabel.ts';
import { OthersWork } from './othersWork.ts';
import type { ProcedureDocument } from './procedureDocument.ts';
import {
  collectGarbage,
  findRemade,
  hasArrived,
  type LoadedStep,
  loadSteps,
  type SavedHistory,
  type StackItem,
  toSavedRanges,
} from './savedHistory.ts';
import { contentRoots, type Shape, shapeOf } from './shape.ts';
import { keepStranded } from './stranded.ts';

/** What can be taken back and done again. */
export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What would be taken back, and what done again. */
  readonly undoLabel?: EditLabel | undefined;
  readonly redoLabel?: EditLabel | undefined;
}

/** As how many Yjs clients a person is remembered; each session is one. */
const MAX_CLIENTS = 200;

/** A pause in typing after which the next letter begins a new undo step, in ms. */
const TYPING_PAUSE_MS = 1000;

/**
 * One person's edits of a document, to be undone and redone. An edit is one step, typing in one text
 * without a pause too. Nobody else's work is ever undone, nor taken away with what it stands on. Each step
 * keeps a mark, such as what was selected, and gives it back when it is undone or done again.
 */
export class EditHistory<Mark = unknown> {
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
  /** What the step that is being made is called, and its mark. */
  #making: StepNotes<Mark> = {};
  /** Set while a step is undone or done again, with the step that leads back. */
  #way: { readonly made: StackItem | undefined } | undefined;
  readonly #notes = new WeakMap<StackItem, StepNotes<Mark>>();
  #state: HistoryState = { canUndo: false, canRedo: false };
  /** The steps of an earlier session whose content may still be on its way. */
  #earlier: SavedHistory<Mark> | undefined;

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

  /** `mark` belongs to the state before the edit. */
  apply(edit: Edit, mark?: Mark): EditResult {
    this.settle();
    this.#making = { label: describeEdit(this.#document.read(), edit), mark };
    const typingIn = textOfTyping(edit);
    const now = Date.now();
    const goesOn = typingIn === this.#typingIn && now - this.#typedAt < TYPING_PAUSE_MS;
    if (typingIn === undefined || !goesOn) this.#manager.stopCapturing();
    this.#typingIn = typingIn;
    this.#typedAt = now;
    this.#noteClient();
    return this.#document.apply(edit, this);
  }

  /** `mark` belongs to the state before it; the answer to the state that comes back. */
  undo(mark?: Mark): Mark | undefined {
    return this.#travel(() => this.#manager.undo(), mark);
  }

  redo(mark?: Mark): Mark | undefined {
    return this.#travel(() => this.#manager.redo(), mark);
  }

  /** The newest steps as plain data, at most `limit` of each kind; undefined where there are none. */
  save(limit: number): SavedHistory<Mark> | undefined {
    if (this.#earlier) return this.#earlier;
    const { undoStack, redoStack } = this.#manager;
    if (undoStack.length + redoStack.length === 0) return undefined;
    const toSteps = (stack: readonly StackItem[]) =>
      stack.slice(-limit).map((item) => ({ ...toSavedRanges(item), ...this.#notes.get(item) }));
    return {
      clients: [...this.#myClients].slice(-MAX_CLIENTS),
      undo: toSteps(undoStack),
      redo: toSteps(redoStack),
      remade: findRemade(this.#document.doc),
    };
  }

  /**
   * Goes on with the steps of an earlier session, as soon as the document holds all that they need. Call it
   * before anything of the document is loaded: what a step deleted would be forgotten else.
   */
  resume(saved: SavedHistory<Mark>): void {
    const { doc } = this.#document;
    this.#earlier = saved;
    doc.gc = false;
    doc.on('afterAllTransactions', this.#settleWhenArrived);
  }

  /** Nothing more of the earlier session will come: takes over what can be undone whole. */
  settle(): void {
    const earlier = this.#earlier;
    if (!earlier) return;
    this.#stopWaiting();
    for (const client of earlier.clients) this.#myClients.add(client);
    const { undo, redo } = loadSteps(this.#document.doc, earlier);
    this.#manager.undoStack.push(...undo.map(this.#takeOver));
    this.#manager.redoStack.push(...redo.map(this.#takeOver));
    this.#updateState();
    collectGarbage(this.#document.doc);
  }

  /** Takes nothing over from an earlier session after all. */
  forgetEarlier(): void {
    if (!this.#earlier) return;
    this.#stopWaiting();
    collectGarbage(this.#document.doc);
  }

  /** Calls back after each change of `state`, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    // What still waits can be saved afterwards, too.
    this.#document.doc.off('afterAllTransactions', this.#settleWhenArrived);
    this.#manager.destroy();
    this.#listeners.clear();
  }

  readonly #settleWhenArrived = (): void => {
    if (this.#earlier && hasArrived(this.#document.doc, this.#earlier)) this.settle();
  };

  #stopWaiting(): void {
    const { doc } = this.#document;
    this.#earlier = undefined;
    doc.gc = true;
    doc.off('afterAllTransactions', this.#settleWhenArrived);
  }

  readonly #takeOver = ({ item, label, mark }: LoadedStep<Mark>): StackItem => {
    this.#notes.set(item, { label, mark });
    return item;
  };

  #travel(move: () => StackItem | null, mark: Mark | undefined): Mark | undefined {
    this.settle();
    this.#noteClient();
    this.#way = { made: undefined };
    this.#typingIn = undefined;
    this.#steps = [...this.#manager.undoStack, ...this.#manager.redoStack];
    const before = this.#document.read();
    const taken = move();
    const notes = taken ? this.#notes.get(taken) : undefined;
    // What leads back is called what was taken.
    if (this.#way.made) this.#notes.set(this.#way.made, { label: notes?.label, mark });
    this.#way = undefined;
    keepStranded(this.#document.doc, this.#shape, before, this.#document.read());
    this.#steps = [];
    this.#updateState();
    return notes?.mark;
  }

  // Yjs may give a document another client id when it meets its own by accident.
  #noteClient(): void {
    this.#myClients.add(this.#document.doc.clientID);
  }

  readonly #noteAction = ({ stackItem }: { readonly stackItem: StackItem }): void => {
    this.#actionCount += 1;
    if (this.#way) this.#way = { made: stackItem };
    else this.#notes.set(stackItem, this.#making);
    this.#updateState();
  };

  #labelOf(item: StackItem | undefined): EditLabel | undefined {
    return item && this.#notes.get(item)?.label;
  }

  readonly #updateState = (): void => {
    if (this.#way) return;
    const canUndo = this.#manager.canUndo();
    const canRedo = this.#manager.canRedo();
    const undoLabel = this.#labelOf(this.#manager.undoStack.at(-1));
    const redoLabel = this.#labelOf(this.#manager.redoStack.at(-1));
    const before = this.#state;
    const isSame =
      canUndo === before.canUndo &&
      canRedo === before.canRedo &&
      undoLabel === before.undoLabel &&
      redoLabel === before.redoLabel;
    if (isSame) return;
    this.#state = { canUndo, canRedo, undoLabel, redoLabel };
    for (const listener of [...this.#listeners]) listener();
  };
}

interface StepNotes<Mark> {
  readonly label?: EditLabel | undefined;
  readonly mark?: Mark | undefined;
}

function textOfTyping(edit: Edit): string | undefined {
  const isTyping = edit.type === 'setText' || edit.type === 'spliceText';
  return isTyping ? JSON.stringify(edit.target) : undefined;
}
