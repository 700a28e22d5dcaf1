import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { Procedure } from '#core/model/procedure.ts';
import { readProcedure } from '#document/procedureDocument.ts';
import { countUnsent, listCopy, noteUnsent } from './deviceCopies.ts';

/** A copy of the document on this device: edits made offline survive a reload and a crash. */
export interface DeviceCopy {
  /** Resolves when the document holds what the device had. */
  readonly loaded: Promise<unknown>;
  /** How many edits of an earlier session the server lacked when the copy was opened. */
  readonly keptEdits: number;
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
  return {
    loaded: persistence.whenSynced,
    keptEdits: countUnsent(name),
    noteUnsent: (count) => noteUnsent(name, count),
    flush: async () => {
      await persistence.whenSynced;
      if (persistence.db) await passQueue(persistence.db);
    },
    close: () => void persistence.destroy(),
  };
}

/** The procedure as this device kept it; undefined where it has none. Nothing is sent to anybody. */
export async function readDeviceCopy(name: string): Promise<Procedure | undefined> {
  if (typeof indexedDB === 'undefined' || countUnsent(name) === 0) return undefined;
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  const procedure = readProcedure(doc);
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
