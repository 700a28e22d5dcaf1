import { equalFlat } from 'lib0/object';
import type * as Y from 'yjs';
import { newId } from '#core/edit/newId.ts';
import type { SuggestionWriter } from '#core/suggestions/checkEntry.ts';
import type { FiledEntry } from '#core/suggestions/foldSuggestions.ts';
import type { SuggestionEdit } from '#core/suggestions/suggestionEntry.ts';
import { canEdit, canSuggest, type Role } from '#protocol/roles.ts';
import { toSuggestionsCopyName } from './deviceCopies.ts';
import { clearDeviceCopy, type DeviceCopy, openDeviceCopy } from './deviceCopy.ts';
import { openRefusedEntries, type RefusedEntries, type TextStorage } from './refusedEntries.ts';
import type { ConnectionState } from './session.ts';
import { openSuggestionsLink, type SuggestionsLink } from './suggestionsLink.ts';
import type {
  RefusedEntry,
  SuggestionOptions,
  SuggestionOutcome,
  SuggestionsSession,
  SuggestionsView,
} from './suggestionsSession.ts';
import { ValueStore } from './valueStore.ts';

export interface OpenSuggestionsOptions {
  readonly procedureId: string;
  /** As the page knows it; the server says when it changes. */
  readonly role: Role;
  readonly user: { readonly id: string; readonly name: string };
  /** Where the server is: `https://sop.kpu.go.id`. */
  readonly baseUrl: string;
  /** By default the browser's. */
  readonly WebSocket?: typeof WebSocket;
  /** By default the browser's IndexedDB; undefined keeps nothing. */
  readonly openCopy?: (name: string, doc: Y.Doc) => DeviceCopy | undefined;
  readonly clearCopy?: (name: string) => Promise<void>;
  /** By default the browser's `localStorage`. */
  readonly storage?: TextStorage;
  readonly random?: () => number;
  /** The time in ms. */
  readonly now?: () => number;
}

/** Opens the suggestions about a procedure. They connect, and go on connecting, until `close`. */
export function openSuggestions(options: OpenSuggestionsOptions): SuggestionsSession {
  return new OnlineSuggestions(options);
}

class OnlineSuggestions implements SuggestionsSession {
  readonly view: ValueStore<SuggestionsView>;
  readonly #options: OpenSuggestionsOptions;
  readonly #kept: RefusedEntries;
  #link: SuggestionsLink;
  /** What was mine in a document that the server refused, until the next one is there. */
  #rescued: readonly FiledEntry[] = [];
  /** What was handed in a second time. */
  readonly #tried = new Set<string>();
  #writer: SuggestionWriter;
  #isStartingAgain = false;
  #isClosed = false;

  constructor(options: OpenSuggestionsOptions) {
    this.#options = options;
    const { user, procedureId, storage } = options;
    this.#kept = openRefusedEntries(user.id, procedureId, storage);
    this.#link = this.#openLink(options.role);
    this.#writer = toWriter(user.id, options.role);
    this.view = new ValueStore(this.#look(this.#kept.read()));
  }

  apply(edit: SuggestionEdit, options: SuggestionOptions = {}): SuggestionOutcome {
    const { user, now = Date.now, random = Math.random } = this.#options;
    const { isAnonymous = false, division = '' } = options;
    const id = newId(random);
    const entry = {
      by: isAnonymous ? null : user.id,
      name: isAnonymous ? '' : user.name,
      division,
      at: new Date(now()).toISOString(),
      edit,
    };
    const result = this.#link.document.apply(id, entry, this.#writer);
    return result.ok ? { ok: true, id } : result;
  }

  retryRefused(id: string): void {
    const refused = this.view.get().refused.find((each) => each.id === id);
    if (!refused) return;
    const result = this.#link.document.apply(id, refused.entry, this.#writer);
    if (result.ok) this.dropRefused(id);
    else this.#keepRefused([{ ...refused, code: result.rejection.code }]);
  }

  dropRefused(id: string): void {
    this.#setRefused(this.view.get().refused.filter((each) => each.id !== id));
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#link.close();
  }

  #openLink(role: Role): SuggestionsLink {
    const { openCopy = openDeviceCopy, random = Math.random, ...options } = this.#options;
    return openSuggestionsLink({
      ...options,
      WebSocket: options.WebSocket ?? WebSocket,
      openCopy,
      random,
      role,
      onChange: () => this.#follow(),
    });
  }

  #follow(): void {
    if (this.#isClosed || this.#isStartingAgain) return;
    const { state, role } = this.#link.server;
    const writer = toWriter(this.#options.user.id, role.get());
    if (!equalFlat(writer, this.#writer)) this.#writer = writer;
    if (isRefusedWrite(state.get())) void this.#startAgain();
    else if (state.get().status === 'online' && this.#rescued.length > 0) this.#handIn();
    this.view.set(this.#look(this.view.get().refused));
  }

  #look(refused: readonly RefusedEntry[]): SuggestionsView {
    const { document, server } = this.#link;
    return {
      suggestions: document.read(),
      writer: this.#writer,
      connection: server.state.get(),
      unsentCount: document.unsentCount,
      refused,
    };
  }

  /** The server refused what this document holds: a fresh one, and what was mine is looked at again. */
  async #startAgain(): Promise<void> {
    this.#isStartingAgain = true;
    const { user, procedureId, clearCopy = clearDeviceCopy } = this.#options;
    // A copy that cannot be emptied is refused again, and what is mine goes to the list then.
    await clearCopy(toSuggestionsCopyName(user.id, procedureId)).catch(() => undefined);
    this.#isStartingAgain = false;
    if (this.#isClosed) return;
    const { document, server } = this.#link;
    this.#rescued = document.listWrittenBy(user.id);
    this.#link.close();
    this.#link = this.#openLink(server.role.get());
    this.#follow();
  }

  /** Whatever the server has after all is fine. The rest goes in once more, if it may. */
  #handIn(): void {
    const refused: RefusedEntry[] = [];
    const rescued = this.#rescued;
    this.#rescued = [];
    for (const { id, entry } of rescued) {
      if (this.#link.document.has(id)) continue;
      const result = this.#tried.has(id)
        ? refusedTwice
        : this.#link.document.apply(id, entry, this.#writer);
      this.#tried.add(id);
      if (!result.ok) refused.push({ id, entry, code: result.rejection.code });
    }
    this.#keepRefused(refused);
  }

  #keepRefused(more: readonly RefusedEntry[]): void {
    const ids = new Set(more.map(({ id }) => id));
    const others = this.view.get().refused.filter(({ id }) => !ids.has(id));
    this.#setRefused([...others, ...more]);
  }

  #setRefused(refused: readonly RefusedEntry[]): void {
    this.#kept.write(refused);
    this.view.set(this.#look(refused));
  }
}

const refusedTwice = { ok: false, rejection: { code: 'bad-entry' } } as const;

function toWriter(id: string, role: Role): SuggestionWriter {
  return { id, maySuggest: canSuggest(role), maySettle: canEdit(role) };
}

function isRefusedWrite(state: ConnectionState): boolean {
  return state.status === 'refused' && state.reason === 'refused-write';
}
