import * as Y from 'yjs';
import type { EditLabel } from '#core/edit/editLabel.ts';

/** Items in a row: the Yjs client that wrote them, its clock at the first, and how many. */
type ItemRange = readonly [client: number, clock: number, length: number];

/** Deleted items, and those that an undo or redo has made in their place: client and clock of the first. */
export type RemadeRange = readonly [...range: ItemRange, newClient: number, newClock: number];

/** One step that can be undone or done again. What it deleted is in the document. */
export interface SavedStep<Mark> {
  readonly insertions: readonly ItemRange[];
  readonly deletions: readonly ItemRange[];
  readonly label?: EditLabel | undefined;
  readonly mark?: Mark | undefined;
}

/** A person's history as plain data, for another session with the same document. */
export interface SavedHistory<Mark> {
  /** The Yjs clients as which the person wrote, in order. */
  readonly clients: readonly number[];
  /** The steps, the oldest first. */
  readonly undo: readonly SavedStep<Mark>[];
  readonly redo: readonly SavedStep<Mark>[];
  readonly remade: readonly RemadeRange[];
}

/** A step as a Y.UndoManager wants it. */
export interface LoadedStep<Mark> {
  readonly item: StackItem;
  readonly label?: EditLabel | undefined;
  readonly mark?: Mark | undefined;
}

export interface LoadedHistory<Mark> {
  readonly undo: readonly LoadedStep<Mark>[];
  readonly redo: readonly LoadedStep<Mark>[];
}

export type StackItem = Y.UndoManager['undoStack'][number];

/** What a step has put in and taken away. */
export function toSavedRanges({ insertions, deletions }: StackItem): SavedStep<never> {
  return { insertions: toRanges(insertions), deletions: toRanges(deletions) };
}

/** Everything in the document that was deleted and made again; no update says so. */
export function findRemade({ store }: Y.Doc): readonly RemadeRange[] {
  const remade: RemadeRange[] = [];
  for (const [client, structs] of store.clients)
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.redone !== null)
        remade.push([
          client,
          struct.id.clock,
          struct.length,
          struct.redone.client,
          struct.redone.clock,
        ]);
  return remade;
}

/** Whether the document has heard of all that the steps did. */
export function hasArrived(doc: Y.Doc, saved: SavedHistory<unknown>): boolean {
  const isKnown = ([client, clock, length]: ItemRange) =>
    clock + length <= Y.getState(doc.store, client);
  const steps = [...saved.undo, ...saved.redo];
  const made = saved.remade.map(([, , length, client, clock]) => [client, clock, length] as const);
  return (
    steps.every(({ insertions }) => insertions.every(isKnown)) &&
    made.every(isKnown) &&
    steps.every(({ deletions }) =>
      deletions.every((range) => isKnown(range) && structsIn(doc, range).every(isDeleted)),
    )
  );
}

/**
 * Readies a document for the steps, as far as they can be undone whole. What never arrived is not in them;
 * where something that a step deleted is gone for good, that step and all before it are dropped.
 */
export function loadSteps<Mark>(doc: Y.Doc, saved: SavedHistory<Mark>): LoadedHistory<Mark> {
  const remade = saved.remade.filter(
    ([, , , client, clock]) => clock < Y.getState(doc.store, client),
  );
  if (!isSound(saved) || !canRemake(doc, remade)) return { undo: [], redo: [] };
  const history = { undo: loadWhole(doc, saved.undo), redo: loadWhole(doc, saved.redo) };
  doc.transact((transaction) => {
    for (const range of remade) noteRemade(transaction, range);
    for (const { item } of [...history.undo, ...history.redo])
      Y.iterateDeletedStructs(transaction, item.deletions, keep);
  });
  return history;
}

/** Drops the content of what is deleted and needed by nobody, as Yjs does after each change. */
export function collectGarbage({ store, gcFilter }: Y.Doc): void {
  Y.tryGc(Y.createDeleteSetFromStructStore(store), store, gcFilter);
}

/** Whether a person only put in things as themselves, and only made again later what was there earlier. */
function isSound({ clients, undo, redo, remade }: SavedHistory<unknown>): boolean {
  const isMine = ([client]: ItemRange) => clients.includes(client);
  const isLater = ([client, clock, , newClient, newClock]: RemadeRange) => {
    const ahead = clients.indexOf(newClient) - clients.indexOf(client);
    return clients.includes(newClient) && (ahead > 0 || (ahead === 0 && newClock > clock));
  };
  return (
    [...undo, ...redo].every(({ insertions }) => insertions.every(isMine)) && remade.every(isLater)
  );
}

function canRemake(doc: Y.Doc, remade: readonly RemadeRange[]): boolean {
  const areItems = (range: ItemRange) => {
    const structs = structsIn(doc, range);
    return structs.length > 0 && structs.every((struct) => struct instanceof Y.Item);
  };
  return remade.every(
    ([client, clock, length, newClient, newClock]) =>
      areItems([client, clock, length]) && areItems([newClient, newClock, length]),
  );
}

/** From the newest step back to the first that has lost something. */
function loadWhole<Mark>(
  doc: Y.Doc,
  steps: readonly SavedStep<Mark>[],
): readonly LoadedStep<Mark>[] {
  const loaded: LoadedStep<Mark>[] = [];
  for (const { insertions, deletions, label, mark } of steps.toReversed()) {
    const item = {
      insertions: toDeleteSet(insertions.flatMap((range) => clip(doc, range, isAnything))),
      deletions: toDeleteSet(deletions.flatMap((range) => clip(doc, range, isDeleted))),
      meta: new Map(),
    };
    if (!isWhole(doc, item)) break;
    if (item.insertions.clients.size + item.deletions.clients.size > 0)
      loaded.unshift({ item, label, mark });
  }
  return loaded;
}

/** Whether everything is still there that undoing the step would bring back. */
function isWhole(doc: Y.Doc, { insertions, deletions }: StackItem): boolean {
  return toRanges(deletions).every((range) =>
    structsIn(doc, range).every(
      (struct) =>
        Y.isDeleted(insertions, struct.id) ||
        (struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted)),
    ),
  );
}

function noteRemade(
  transaction: Y.Transaction,
  [client, clock, length, newClient, newClock]: RemadeRange,
): void {
  const range = toDeleteSet([[client, clock, length]]);
  Y.iterateDeletedStructs(transaction, range, (struct) => {
    if (!(struct instanceof Y.Item)) return;
    struct.redone = Y.createID(newClient, newClock + struct.id.clock - clock);
    keep(struct);
  });
  const made = toDeleteSet([[newClient, newClock, length]]);
  Y.iterateDeletedStructs(transaction, made, keep);
}

/** Keeps the content of something deleted, and what it lies in. */
function keep(struct: Y.Item | Y.GC): void {
  if (!(struct instanceof Y.Item)) return;
  let item: Y.Item | null = struct;
  while (item && !item.keep) {
    item.keep = true;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
}

/** The parts of the range that have arrived and are as wanted. */
function clip(
  doc: Y.Doc,
  [client, clock, length]: ItemRange,
  isWanted: (struct: Y.Item | Y.GC) => boolean,
): readonly ItemRange[] {
  return structsIn(doc, [client, clock, length])
    .filter(isWanted)
    .map(({ id, length: structLength }) => {
      const start = Math.max(clock, id.clock);
      return [client, start, Math.min(clock + length, id.clock + structLength) - start];
    });
}

/** What has arrived of the range; the first and the last may reach beyond it. */
function structsIn(
  { store }: Y.Doc,
  [client, clock, length]: ItemRange,
): readonly (Y.Item | Y.GC)[] {
  const structs = store.clients.get(client) ?? [];
  if (clock >= Y.getState(store, client)) return [];
  const start = Y.findIndexSS(structs, clock);
  let end = start;
  while ((structs[end]?.id.clock ?? Number.POSITIVE_INFINITY) < clock + length) end += 1;
  return structs.slice(start, end);
}

function isDeleted(struct: Y.Item | Y.GC): boolean {
  return struct.deleted;
}

function isAnything(): boolean {
  return true;
}

function toRanges({ clients }: StackItem['deletions']): readonly ItemRange[] {
  return [...clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => [client, clock, len] as const),
  );
}

function toDeleteSet(ranges: readonly ItemRange[]): StackItem['deletions'] {
  const set = Y.createDeleteSet();
  for (const [client, clock, len] of ranges) {
    const items = set.clients.get(client) ?? [];
    items.push({ clock, len });
    set.clients.set(client, items);
  }
  // In order, and neighbours as one.
  return Y.mergeDeleteSets([set]);
}
