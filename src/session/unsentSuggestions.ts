import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { FiledEntry } from '#core/suggestions/foldSuggestions.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { deleteDeviceCopy, isListed, toSuggestionsCopyName } from './deviceCopies.ts';
import { openRefusedEntries } from './refusedEntries.ts';

type UnsentEntry = Pick<FiledEntry, 'id' | 'entry'>;

/** What an account wrote about a procedure and only this device has. */
export interface UnsentSuggestions {
  /** Oldest first; never empty. */
  readonly entries: readonly UnsentEntry[];
  /** All suggestions that this device knows: what a reply or a decision is about. */
  readonly known: readonly Suggestion[];
}

/**
 * Reads what the account has on this device alone, the refused as well; undefined where that is nothing.
 * Nothing is sent to anybody.
 */
export async function readUnsentSuggestions(
  userId: string,
  procedureId: string,
): Promise<UnsentSuggestions | undefined> {
  const copy = await readCopy(userId, procedureId);
  const refused = openRefusedEntries(userId, procedureId).read();
  const refusedIds = new Set(refused.map(({ id }) => id));
  const entries: readonly UnsentEntry[] = [
    ...refused,
    ...copy.entries.filter(({ id }) => !refusedIds.has(id)),
  ];
  return entries.length > 0 ? { entries: entries.toSorted(byTime), known: copy.known } : undefined;
}

/** Deletes what `readUnsentSuggestions` reads. */
export async function discardUnsentSuggestions(userId: string, procedureId: string): Promise<void> {
  openRefusedEntries(userId, procedureId).write([]);
  const name = toSuggestionsCopyName(userId, procedureId);
  if (isListed(name)) await deleteDeviceCopy(name);
}

async function readCopy(userId: string, procedureId: string): Promise<UnsentSuggestions> {
  const name = toSuggestionsCopyName(userId, procedureId);
  if (typeof indexedDB === 'undefined' || !isListed(name)) return { entries: [], known: [] };
  const document = new SuggestionsDocument(new Y.Doc());
  const persistence = new IndexeddbPersistence(name, document.doc);
  await persistence.whenSynced;
  const entries = document.listWrittenBy(userId).filter(({ receipt }) => receipt === undefined);
  const { list: known } = document.read();
  document.close();
  await persistence.destroy();
  return { entries, known };
}

function byTime(a: UnsentEntry, b: UnsentEntry): number {
  return a.entry.at.localeCompare(b.entry.at, 'en');
}
