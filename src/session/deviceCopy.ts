import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { listCopy, noteCopy } from './deviceCopies.ts';

/** A copy of the document on this device: edits made offline survive a reload. */
export interface DeviceCopy {
  /** Resolves when the document holds what the device had. */
  readonly loaded: Promise<unknown>;
  /** Remembers whether the copy has edits that the server lacks, for when the account signs out. */
  noteUnsent(isUnsent: boolean): void;
  close(): void;
}

/** Keeps the document in the browser's IndexedDB; undefined where there is none. */
export function openDeviceCopy(name: string, doc: Y.Doc): DeviceCopy | undefined {
  if (typeof indexedDB === 'undefined') return undefined;
  listCopy(name);
  const persistence = new IndexeddbPersistence(name, doc);
  return {
    loaded: persistence.whenSynced,
    noteUnsent: (isUnsent) => noteCopy(name, isUnsent ? 'unsent' : 'sent'),
    close: () => void persistence.destroy(),
  };
}
