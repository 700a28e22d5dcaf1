import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A copy of the document on this device: edits made offline survive a reload. */
export interface DeviceCopy {
  /** Resolves when the document holds what the device had. */
  readonly loaded: Promise<unknown>;
  close(): void;
}

/** Keeps the document in the browser's IndexedDB; undefined where there is none. */
export function openDeviceCopy(name: string, doc: Y.Doc): DeviceCopy | undefined {
  if (typeof indexedDB === 'undefined') return undefined;
  const persistence = new IndexeddbPersistence(name, doc);
  return {
    loaded: persistence.whenSynced,
    close: () => void persistence.destroy(),
  };
}
