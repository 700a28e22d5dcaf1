import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import {
  checkEntry,
  type SuggestionRejection,
  type SuggestionWriter,
} from '#core/suggestions/checkEntry.ts';
import {
  buildSuggestion,
  type FiledEntry,
  fileEntries,
  foldRules,
  orderEntries,
  type SuggestionFile,
} from '#core/suggestions/foldSuggestions.ts';
import type { Suggestion, SuggestionRules, Suggestions } from '#core/suggestions/suggestion.ts';
import { parseSuggestionEntry, type SuggestionEntry } from '#core/suggestions/suggestionEntry.ts';
import type { Random } from './orderKeys.ts';
import { readFiledEntry, type SuggestionsShape, suggestionsShapeOf } from './suggestionsShape.ts';

export type SuggestionResult =
  | { readonly ok: true; readonly suggestions: Suggestions }
  | { readonly ok: false; readonly rejection: SuggestionRejection };

/**
 * The suggestions about a procedure, in a Y.Doc of their own. It only ever grows: an entry is written
 * once and never changed, and what the entries make together is read from all of them.
 */
export class SuggestionsDocument {
  readonly doc: Y.Doc;
  readonly #shape: SuggestionsShape;
  readonly #random: Random;
  readonly #filed = new Map<string, FiledEntry>();
  readonly #stale: Set<string>;
  readonly #listeners = new Set<() => void>();
  #built = new Map<string, Built>();
  #suggestions: Suggestions = { list: [], rules: { allowsAnonymous: false } };
  #unsent = 0;
  #lastSeq = 0;

  constructor(doc: Y.Doc, random: Random = Math.random) {
    this.doc = doc;
    this.#random = random;
    this.#shape = suggestionsShapeOf(doc);
    this.#stale = new Set(this.#shape.entries.keys());
    this.#shape.entries.observe(this.#onChange);
    this.#shape.receipts.observe(this.#onChange);
  }

  /** The same object until it changes; unchanged suggestions keep their identity. */
  read(): Suggestions {
    if (this.#stale.size > 0) this.#refresh();
    return this.#suggestions;
  }

  /** How many entries the server has not taken yet. */
  get unsentCount(): number {
    this.read();
    return this.#unsent;
  }

  has(id: string): boolean {
    return this.#shape.entries.has(id);
  }

  /**
   * What this account wrote, in order. Of anonymous suggestions those that were not sent yet are its own:
   * whose the others are nobody knows.
   */
  listWrittenBy(account: string): readonly FiledEntry[] {
    this.read();
    return orderEntries(
      [...this.#filed.values()].filter(
        ({ entry, receipt }) =>
          entry.by === account || (entry.by === null && receipt === undefined),
      ),
    );
  }

  /**
   * Writes an entry, or says why it is impossible. `id` is a new one (`#core/edit/newId.ts`); that of an
   * entry that adds is the suggestion's.
   */
  apply(
    id: string,
    entry: SuggestionEntry,
    writer: SuggestionWriter,
    origin: unknown = this,
  ): SuggestionResult {
    const rejection = this.#check(id, entry, writer);
    if (rejection) return { ok: false, rejection };
    const write = () => this.doc.transact(() => this.#shape.entries.set(id, entry), origin);
    if (entry.by === null) this.#underNoName(write);
    else write();
    return { ok: true, suggestions: this.read() };
  }

  /** What a client of Yjs writes carries its number, by which anonymous entries could be told apart. */
  #underNoName(write: () => void): void {
    const own = this.doc.clientID;
    this.doc.clientID = Math.floor(this.#random() * 2 ** 32);
    write();
    this.doc.clientID = own;
  }

  /**
   * Writes what the server says of entries that it has taken: the time, and the names of accounts by
   * their ids. Only the server does this; from anybody else nothing of it would be taken.
   */
  addReceipts(ids: Iterable<string>, at: string, nameOf: (account: string) => string): void {
    this.read();
    let seq = this.#lastSeq;
    this.doc.transact(() => {
      for (const id of ids) {
        const filed = this.#filed.get(id);
        if (!filed || filed.receipt) continue;
        const { by } = filed.entry;
        seq += 1;
        this.#shape.receipts.set(id, { seq, at, name: by === null ? '' : nameOf(by) });
      }
    }, this);
  }

  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#shape.entries.unobserve(this.#onChange);
    this.#shape.receipts.unobserve(this.#onChange);
    this.#listeners.clear();
  }

  #check(
    id: string,
    entry: SuggestionEntry,
    writer: SuggestionWriter,
  ): SuggestionRejection | undefined {
    const parsed = parseSuggestionEntry(entry);
    if (!parsed.ok) {
      const { place, message } = parsed.problem;
      return { code: 'bad-entry', message: `${place} ${message}` };
    }
    if (this.has(id)) return { code: 'bad-entry', message: `The id "${id}" is taken.` };
    return checkEntry(this.read(), entry, writer);
  }

  readonly #onChange = ({ keysChanged }: Y.YMapEvent<unknown>): void => {
    for (const id of keysChanged) this.#stale.add(id);
    for (const listener of [...this.#listeners]) listener();
  };

  #refresh(): void {
    for (const id of this.#stale) {
      const filed = readFiledEntry(this.#shape, id);
      if (filed) this.#filed.set(id, filed);
      else this.#filed.delete(id);
    }
    this.#stale.clear();
    const ordered = orderEntries([...this.#filed.values()]);
    const sent = ordered.filter(({ receipt }) => receipt !== undefined);
    this.#unsent = ordered.length - sent.length;
    this.#lastSeq = sent.at(-1)?.receipt?.seq ?? 0;
    this.#suggestions = {
      list: this.#buildAll(fileEntries(ordered)),
      rules: keepEqual<SuggestionRules>(this.#suggestions.rules, foldRules(ordered)),
    };
  }

  #buildAll(files: readonly SuggestionFile[]): readonly Suggestion[] {
    const built = new Map(
      files.map((file, index) => [file.first.id, this.#build(file, index + 1)]),
    );
    this.#built = built;
    return [...built.values()].map(({ suggestion }) => suggestion);
  }

  #build(file: SuggestionFile, number: number): Built {
    const before = this.#built.get(file.first.id);
    const isSame =
      before?.suggestion.number === number &&
      before.file.first === file.first &&
      before.file.others.length === file.others.length &&
      before.file.others.every((filed, index) => filed === file.others[index]);
    return isSame ? before : { file, suggestion: buildSuggestion(file, number) };
  }
}

interface Built {
  readonly file: SuggestionFile;
  readonly suggestion: Suggestion;
}

function keepEqual<T>(before: T, after: T): T {
  return equalityDeep(before, after) ? before : after;
}
