/** What outlives a reload of a tab, but not the tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'alur-history/';

/** Where a tab keeps what an account did last in a procedure. */
export function toHistoryName(userId: string, procedureId: string): string {
  return `${prefix}${userId}/${procedureId}`;
}

/** The tab's storage; undefined where there is none or it is forbidden. */
export function findTabStorage(): TabStorage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

/** Forgets what other accounts did in this tab. */
export function forgetHistoriesOfOthers(storage: TabStorage, userId: string): void {
  forget(storage, (name) => !name.startsWith(toHistoryName(userId, '')));
}

/** Forgets what the account did in this tab, for pages too that are still open. */
export function forgetHistories(userId: string): void {
  const storage = findTabStorage();
  if (storage) forget(storage, (name) => name.startsWith(toHistoryName(userId, '')));
}

function forget(storage: TabStorage, isUnwanted: (name: string) => boolean): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const name of names)
    if (name?.startsWith(prefix) && isUnwanted(name)) storage.removeItem(name);
}
