import * as Y from 'yjs';
import { limits } from '#core/model/limits.ts';
import {
  type EntryProblem,
  parseSuggestionEntry,
  type SuggestionEntry,
} from '#core/suggestions/suggestionEntry.ts';
import { suggestionRoots } from './suggestionsShape.ts';

/** What an update would do to a document of suggestions. */
export type SuggestionsUpdate =
  /** It adds these entries, by id, and does nothing else. */
  | { readonly kind: 'adds'; readonly entries: ReadonlyMap<string, SuggestionEntry> }
  /** Something before it is missing. */
  | { readonly kind: 'tooEarly' }
  /** It does something that nobody may, or adds what is no entry. */
  | { readonly kind: 'forbidden'; readonly problem: EntryProblem };

/**
 * Reads an update without applying it. What the document has already counts for nothing, so that a client
 * may send again what it got from here. Throws where the bytes are no Yjs update.
 */
export function readSuggestionsUpdate(doc: Y.Doc, update: Uint8Array): SuggestionsUpdate {
  const { structs, ds } = Y.decodeUpdate(update);
  if (!isDeletedAlready(doc, ds)) return forbid('entry', 'is deleted: entries stay');
  const entries = new Map<string, SuggestionEntry>();
  const next = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const known = next.get(client) ?? Y.getState(doc.store, client);
    const end = clock + struct.length;
    if (end <= known) continue;
    if (clock > known || struct instanceof Y.Skip) return { kind: 'tooEarly' };
    next.set(client, end);
    const added = readAddition(doc, struct, entries);
    if ('place' in added) return { kind: 'forbidden', problem: added };
    entries.set(added.id, added.entry);
  }
  return { kind: 'adds', entries };
}

function readAddition(
  doc: Y.Doc,
  struct: Y.Item | Y.GC,
  entries: ReadonlyMap<string, unknown>,
): { readonly id: string; readonly entry: SuggestionEntry } | EntryProblem {
  // Whatever overwrites or follows something names that as its origin instead of the map.
  const isNewKey =
    struct instanceof Y.Item &&
    (struct.parent as unknown) === suggestionRoots.entries &&
    struct.parentSub !== null &&
    struct.content instanceof Y.ContentAny;
  if (!isNewKey || !(struct.content instanceof Y.ContentAny)) return outside;
  const id = struct.parentSub ?? '';
  const isTaken = doc.getMap(suggestionRoots.entries).has(id) || entries.has(id);
  if (isTaken || id.length === 0 || id.length > limits.maxIdLength)
    return { place: 'id', message: 'is taken, or no id' };
  const [value, ...more] = struct.content.arr;
  if (more.length > 0) return outside;
  const parsed = parseSuggestionEntry(value);
  return parsed.ok ? { id, entry: parsed.entry } : parsed.problem;
}

const outside: EntryProblem = { place: 'entry', message: 'is not all that is written' };

/** Two servers may write one receipt each, of which one goes: everybody's updates tell of that. */
function isDeletedAlready(doc: Y.Doc, ds: ReturnType<typeof Y.decodeUpdate>['ds']): boolean {
  if (ds.clients.size === 0) return true;
  const known = Y.createDeleteSetFromStructStore(doc.store);
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      if (!isCovered(known.clients.get(client) ?? [], clock, len)) return false;
  return true;
}

function isCovered(
  ranges: readonly { readonly clock: number; readonly len: number }[],
  clock: number,
  len: number,
): boolean {
  return ranges.some((range) => range.clock <= clock && clock + len <= range.clock + range.len);
}

function forbid(place: string, message: string): SuggestionsUpdate {
  return { kind: 'forbidden', problem: { place, message } };
}
