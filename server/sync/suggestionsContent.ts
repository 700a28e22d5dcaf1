import type * as Y from 'yjs';
import { checkEntry } from '#core/suggestions/checkEntry.ts';
import { addEntry } from '#core/suggestions/foldSuggestions.ts';
import type { Suggestions } from '#core/suggestions/suggestion.ts';
import type { SuggestionEntry } from '#core/suggestions/suggestionEntry.ts';
import { SuggestionsDocument } from '#document/suggestionsDocument.ts';
import { readSuggestionsUpdate } from '#document/suggestionsUpdate.ts';
import { canEdit, canSuggest } from '#protocol/roles.ts';
import type { SyncUser } from './admission.ts';
import type { RoomGuard, Verdict, Writer } from './roomGuard.ts';
import type { WritingPace } from './writingPace.ts';

export interface SuggestionsParts {
  readonly pace: WritingPace;
  readonly now: () => Date;
}

/**
 * What people suggest. Each write is read before it is applied: it may add entries of its own author and
 * nothing else. What is taken gets a receipt, with the number, time and name that count.
 */
export class SuggestionsContent implements RoomGuard {
  readonly kind = 'suggestions';
  readonly mayWrite = canSuggest;
  readonly #doc: Y.Doc;
  readonly #document: SuggestionsDocument;
  readonly #parts: SuggestionsParts;

  constructor(doc: Y.Doc, parts: SuggestionsParts) {
    this.#doc = doc;
    this.#document = new SuggestionsDocument(doc);
    this.#parts = parts;
  }

  read(): Suggestions {
    return this.#document.read();
  }

  review(update: Uint8Array, writer: Writer): Verdict {
    const read = readSuggestionsUpdate(this.#doc, update);
    if (read.kind === 'tooEarly') return read;
    if (read.kind === 'forbidden') return { kind: 'refuse', reason: 'bad-entry' };
    if (read.entries.size === 0) return { kind: 'take' };
    const reason = this.#findFault(read.entries, writer);
    if (reason) return { kind: 'refuse', reason };
    if (!this.#parts.pace.hasRoomFor(writer.user.id)) return { kind: 'tooFast' };
    return { kind: 'take', conclude: () => this.#conclude(read.entries, writer.user) };
  }

  close(): void {
    this.#document.close();
  }

  /** The first rejection: each entry is checked against those before it. */
  #findFault(
    entries: ReadonlyMap<string, SuggestionEntry>,
    { user, role }: Writer,
  ): string | undefined {
    const rights = { id: user.id, maySuggest: canSuggest(role), maySettle: canEdit(role) };
    let suggestions = this.read();
    for (const [id, entry] of entries) {
      const rejection = checkEntry(suggestions, entry, rights);
      if (rejection) return rejection.code;
      suggestions = addEntry(suggestions, { id, entry, receipt: undefined });
    }
    return undefined;
  }

  #conclude(entries: ReadonlyMap<string, SuggestionEntry>, user: SyncUser): void {
    for (const { edit } of entries.values())
      this.#parts.pace.count(user.id, edit.type === 'add' ? newSuggestionCost : 1);
    this.#document.addReceipts(entries.keys(), this.#parts.now().toISOString(), () => user.name);
  }
}

/** A new suggestion weighs as much as so many replies. */
export const newSuggestionCost = 3;
