import * as Y from 'yjs';

/** Updates that must never be lost from now on. */
export class Ledger {
  readonly #recent: Uint8Array[] = [];
  #older: Uint8Array = emptyUpdate;
  #count = 0;

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  add(update: Uint8Array): void {
    this.#recent.push(update);
    this.#count++;
  }

  /** Gives a count of how many of those so far a document lacks; they are in it afterwards. */
  toCount(): (doc: Y.Doc) => number {
    const recent = this.#recent.splice(0);
    const older = this.#older;
    this.#older = Y.mergeUpdates([older, ...recent]);
    return (doc) => {
      const isOlderLost = adds(doc, older);
      const lost = recent.filter((update) => adds(doc, update)).length;
      return isOlderLost ? Math.max(1, lost) : lost;
    };
  }
}

/** Applies an update and says whether the document lacked something of it. */
export function adds(doc: Y.Doc, update: Uint8Array): boolean {
  let hasChanged = false;
  const note = (): void => {
    hasChanged = true;
  };
  const heldBefore = countHeldBack(doc);
  doc.on('update', note);
  Y.applyUpdate(doc, update);
  doc.off('update', note);
  return hasChanged || countHeldBack(doc) !== heldBefore;
}

/** Bytes of what waits for something that is missing. */
function countHeldBack({ store }: Y.Doc): number {
  return (store.pendingStructs?.update.length ?? 0) + (store.pendingDs?.length ?? 0);
}

const emptyUpdate = Uint8Array.of(0, 0);
