import type { SuggestionTarget } from '#core/suggestions/suggestion.ts';
import type { PinBoard } from '#session/react/pinBoard.ts';
import { ValueStore } from '#session/valueStore.ts';

/** What of the suggestions is shown. */
export interface SuggestionsUi {
  readonly isOpen: boolean;
  /** The suggestion that is read. */
  readonly picked: string | null;
  /** What a new one is written about; `chosen` is whatever is chosen in the views. */
  readonly draft: SuggestionTarget | 'chosen' | null;
}

/** What the panel, the pins and the button in the header share. */
export class SuggestionsStore extends ValueStore<SuggestionsUi> {
  readonly board = new ValueStore<PinBoard>({ pins: [], picked: null, nameNumbers: String });
  /** How many are open; 0 until they are loaded. */
  readonly openCount = new ValueStore(0);

  /** What was begun and not sent, by its target as JSON. */
  readonly drafts = new Map<string, string>();

  constructor() {
    super(closed);
  }

  readonly toggle = (): void => this.set(this.get().isOpen ? closed : { ...closed, isOpen: true });

  readonly close = (): void => this.set(closed);

  readonly pick = (picked: string | null): void => this.set({ isOpen: true, picked, draft: null });

  /** Begins a new one. */
  readonly write = (draft: SuggestionTarget | 'chosen'): void =>
    this.set({ isOpen: true, picked: null, draft });

  readonly stopWriting = (): void => this.set({ ...this.get(), draft: null });
}

const closed: SuggestionsUi = { isOpen: false, picked: null, draft: null };
