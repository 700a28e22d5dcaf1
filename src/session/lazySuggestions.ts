import type { Store } from './session.ts';
import type { SuggestionsSession } from './suggestionsSession.ts';

/** The suggestions about a procedure, opened when somebody first looks: most who open an SOP read it. */
export class LazySuggestions implements Store<SuggestionsSession | undefined> {
  readonly #open: () => Promise<SuggestionsSession>;
  readonly #listeners = new Set<() => void>();
  #session: SuggestionsSession | undefined;
  #isOpening = false;
  #isClosed = false;

  constructor(open: () => Promise<SuggestionsSession>) {
    this.#open = open;
  }

  readonly get = (): SuggestionsSession | undefined => this.#session;

  /** The first call opens them. What could not be loaded is tried again by the next. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#session && !this.#isOpening) void this.#load();
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#isClosed = true;
    this.#session?.close();
    this.#session = undefined;
  }

  async #load(): Promise<void> {
    this.#isOpening = true;
    try {
      const session = await this.#open();
      if (this.#isClosed) session.close();
      else this.#session = session;
    } catch {
      // Without a network a part of the program may be missing; the next to look tries again.
    } finally {
      this.#isOpening = false;
    }
    for (const listener of [...this.#listeners]) listener();
  }
}
