import { roomSuffixes } from '#protocol/sync.ts';
import { forgetHistories } from './tabHistories.ts';
import { findUnsentCount } from './unsentCount.ts';

// Which copies this browser has stands in its localStorage: not every browser can list its databases.

/** The name of an account's copy of a procedure; a person who may not see it must not find it either. */
export function toCopyName(userId: string, procedureId: string): string {
  return `alur/${userId}/${procedureId}`;
}

/** The name of an account's copy of the suggestions about a procedure. */
export function toSuggestionsCopyName(userId: string, procedureId: string): string {
  return toCopyName(userId, procedureId) + roomSuffixes.suggestions;
}

/** Where the suggestions are kept that an account wrote about a procedure and the server refused. */
export function toRefusedName(userId: string, procedureId: string): string {
  return `alur-refused/${userId}/${procedureId}`;
}

/** Puts a copy on the list, as it is about to be opened. */
export function listCopy(name: string): void {
  if (!isListed(name)) noteUnsent(name, 0);
}

/** Whether this device has a copy, as far as the list says. */
export function isListed(name: string): boolean {
  return localStorage.getItem(name) !== null;
}

/** Writes down how many edits of a copy the server lacks. */
export function noteUnsent(name: string, count: number): void {
  localStorage.setItem(name, count === 0 ? sent : `${unsent}:${count}`);
}

/** How many edits of a copy the server lacked when it was last told; 0 where there is no copy. */
export function countUnsent(name: string): number {
  const [state, count] = (localStorage.getItem(name) ?? sent).split(':');
  return state === unsent ? Math.max(1, Number(count) || 1) : 0;
}

/** The procedures of the account with edits or suggestions that only this device has. */
export function findUnsentProcedures(userId: string): readonly string[] {
  const prefix = toCopyName(userId, '');
  const names = findCopies(userId).filter(isUnsent);
  return [...new Set(names.map((name) => withoutSuffix(name.slice(prefix.length))))];
}

function withoutSuffix(name: string): string {
  const { suggestions } = roomSuffixes;
  return name.endsWith(suggestions) ? name.slice(0, -suggestions.length) : name;
}

/** How many procedures of the account have edits that only this device has. */
export function countUnsentCopies(userId: string): number {
  return findUnsentProcedures(userId).length;
}

/** Deletes the account's copies from this device; those with edits that the server lacks only if told so. */
export async function deleteDeviceCopies(
  userId: string,
  { withUnsent }: { readonly withUnsent: boolean },
): Promise<void> {
  for (const name of Object.keys(localStorage))
    if (name.startsWith(toRefusedName(userId, ''))) localStorage.removeItem(name);
  forgetHistories(userId);
  await Promise.all(
    findCopies(userId).map(async (name) => {
      if (withUnsent || !(await mayBeUnsent(name))) await deleteDeviceCopy(name);
    }),
  );
}

/** Deletes one copy. Where it is still open, that happens as soon as it is closed. */
export async function deleteDeviceCopy(name: string): Promise<void> {
  // From now on nobody is offered what is in it, however long the deleting takes.
  noteUnsent(name, 0);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  localStorage.removeItem(name);
}

function findCopies(userId: string): readonly string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(toCopyName(userId, '')));
}

/** The list may be behind after a crash, and a copy is asked itself before it goes. */
async function mayBeUnsent(name: string): Promise<boolean> {
  return isUnsent(name) || (await findUnsentCount(name)) > 0;
}

function isUnsent(name: string): boolean {
  return countUnsent(name) > 0;
}

const sent = 'sent';
const unsent = 'unsent';
