import type { IndexeddbPersistence } from 'y-indexeddb';

// The list in localStorage says the same, but a browser writes that late: after a crash this one counts.
const key = 'unsent';
/** Where y-indexeddb keeps what is not the document. */
const storeName = 'custom';

/** How many edits in the copy the server lacks. */
export async function readUnsentCount(copy: IndexeddbPersistence): Promise<number> {
  return toCount(await copy.get(key));
}

export function writeUnsentCount(copy: IndexeddbPersistence, count: number): void {
  // A copy that was closed meanwhile takes nothing more.
  copy.set(key, count).catch(() => undefined);
}

/** The same for a copy that is not open, without what it takes to open one. */
export function findUnsentCount(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const isThere = db.objectStoreNames.contains(storeName);
      const reading = isThere && db.transaction(storeName).objectStore(storeName).get(key);
      const answer = (value: unknown): void => {
        db.close();
        resolve(toCount(value));
      };
      if (!reading) {
        answer(0);
        return;
      }
      reading.onsuccess = () => answer(reading.result);
      reading.onerror = () => reject(reading.error);
    };
  });
}

function toCount(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
