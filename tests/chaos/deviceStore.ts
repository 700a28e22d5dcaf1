import * as Y from 'yjs';
import type { DeviceCopy } from '#session/deviceCopy.ts';

/**
 * What one browser keeps of one procedure. As in IndexedDB, a write is there a moment later, and a crash
 * loses those of the last moment; as in localStorage, the count of unsent edits is there at once.
 */
export class DeviceStore {
  #kept: Uint8Array[] = [];
  #queue: Uint8Array[] = [];
  #unsent = 0;
  #timer: NodeJS.Immediate | undefined;
  #whenWritten: (() => void)[] = [];

  /** All that survives a crash now, as one update. */
  get content(): Uint8Array {
    if (this.#kept.length > 1) this.#kept = [Y.mergeUpdates(this.#kept)];
    return this.#kept[0] ?? emptyUpdate;
  }

  readonly openCopy = (_name: string, doc: Y.Doc): DeviceCopy => {
    const keep = (update: Uint8Array, origin: unknown): void => {
      if (origin !== this) this.#put(update);
    };
    let isClosed = false;
    const load = async (): Promise<number> => {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      if (isClosed) return 0;
      const unsent = this.#unsent;
      Y.transact(doc, () => Y.applyUpdate(doc, this.content, this), this, false);
      // y-indexeddb also keeps what the document held before.
      this.#put(Y.encodeStateAsUpdate(doc));
      return unsent;
    };
    doc.on('update', keep);
    return {
      loaded: load(),
      noteUnsent: (count) => {
        this.#unsent = count;
      },
      flush: () => this.#flush(),
      close: () => {
        isClosed = true;
        doc.off('update', keep);
      },
    };
  };

  /** The browser ends without a word: what is not yet written never will be. */
  crash(): void {
    if (this.#timer) clearImmediate(this.#timer);
    this.#timer = undefined;
    this.#queue = [];
    this.#whenWritten = [];
  }

  #put(update: Uint8Array): void {
    this.#queue.push(update);
    this.#timer ??= setImmediate(() => this.#write());
  }

  #write(): void {
    this.#timer = undefined;
    this.#kept.push(...this.#queue.splice(0));
    for (const resolve of this.#whenWritten.splice(0)) resolve();
  }

  #flush(): Promise<void> {
    if (!this.#timer) return Promise.resolve();
    return new Promise((resolve) => this.#whenWritten.push(resolve));
  }
}

const emptyUpdate = Uint8Array.of(0, 0);
