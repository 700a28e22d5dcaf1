import type * as Y from 'yjs';
import type { FiledEntry } from '#core/suggestions/foldSuggestions.ts';
import { parseSuggestionEntry, parseSuggestionReceipt } from '#core/suggestions/suggestionEntry.ts';

/** The names of the root maps, both id → plain JSON; docs/format.md describes them. */
export const suggestionRoots = { entries: 'suggestionEntries', receipts: 'suggestionReceipts' };

/** The root types of the document beside a procedure that holds what people suggest. */
export interface SuggestionsShape {
  /** What people wrote; a key is set once. */
  readonly entries: Y.Map<unknown>;
  /** What the server says of them, under the same ids. */
  readonly receipts: Y.Map<unknown>;
}

export function suggestionsShapeOf(doc: Y.Doc): SuggestionsShape {
  return {
    entries: doc.getMap(suggestionRoots.entries),
    receipts: doc.getMap(suggestionRoots.receipts),
  };
}

/** One entry with its receipt; undefined for what a newer program or a foreign one wrote there. */
export function readFiledEntry(
  { entries, receipts }: SuggestionsShape,
  id: string,
): FiledEntry | undefined {
  const result = parseSuggestionEntry(entries.get(id));
  if (!result.ok) return undefined;
  return { id, entry: result.entry, receipt: parseSuggestionReceipt(receipts.get(id)) };
}
