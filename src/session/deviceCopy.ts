import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import { readProcedure } from '#document/procedureDocument.ts';
import { countUnsent, isListed, listCopy, noteUnsent } from './deviceCopies.ts';
import { readUnsentCount, writeUnsentCount } from './unsentCount.ts';

/** A copy of the document on this device: edits made offline survive a reload and a crash. */
export interface DeviceCopy {
  /**
   * Resolves when the document holds what the device had, with how many edits of an earlier session the
   * server lacked.
   */
  readonly loaded: Promise<number>;
  /** Remembers how many edits the server lacks, for the next session and for when the account signs out. */
  noteUnsent(count: number): void;
  /** Resolves when the device has everything that the document has now. */
  flush(): Promise<void>;
  close(): void;
}

/** Keeps the document in the browser's IndexedDB; undefined where there is none. */
export function openDeviceCopy(name: string, doc: Y.Doc): DeviceCopy | undefined {
  if (typeof indexedDB === 'undefined') return undefined;
  listCopy(name);
  const persistence = new IndexeddbPersistence(name, doc);
  // As the list says it now: this session may write there before the copy is read.
  const listed = countUnsent(name);
  let noted: number | undefined;
  return {
    loaded: persistence.whenSynced.then(async () =>
      Math.max(listed, await readUnsentCount(persistence)),
    ),
    noteUnsent: (count) => {
      if (count === noted) return;
      noted = count;
      noteUnsent(name, count);
      writeUnsentCount(persistence, count);
    },
    flush: async () => {
      await persistence.whenSynced;
      if (persistence.db) await passQueue(persistence.db);
    },
    close: () => void persistence.destroy(),
  };
}

/** Empties a copy; other windows that have it open go on writing what they do from now on. */
export async function clearDeviceCopy(name: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const persistence = new IndexeddbPersistence(name, new Y.Doc());
  await persistence.whenSynced;
  await new Promise<void>((resolve, reject) => {
    const transaction = persistence.db?.transaction(['updates'], 'readwrite');
    if (!transaction) return resolve();
    transaction.objectStore('updates').clear();
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  writeUnsentCount(persistence, 0);
  noteUnsent(name, 0);
  await persistence.destroy();
}

/**
 * The procedure as this device kept it, where it has edits that the server lacks; else undefined.
 * Nothing is sent to anybody.
 */
export async function readUnsentCopy(name: string): Promise<Procedure | undefined> {
  if (typeof indexedDB === 'undefined' || !isListed(name)) return undefined;
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  const count = Math.max(countUnsent(name), await readUnsentCount(persistence));
  const procedure = count > 0 ? readProcedure(doc) : undefined;
  await persistence.destroy();
  return procedure;
}

/** A transaction of the same store is only served once those before it are done. */
function passQueue(db: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(['updates'], 'readonly');
    transaction.objectStore('updates').count();
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}
