import { createContext, use, useSyncExternalStore } from 'react';
import type { TextMatch } from '#core/edit/findTexts.ts';
import { ValueStore } from '#session/valueStore.ts';

/** What is looked for, as the views mark it. */
export interface FoundTexts {
  readonly matches: readonly TextMatch[];
  /** The one that was gone to: a view that shows its text brings it into view. */
  readonly current: TextMatch | undefined;
}

export const nothingFound: FoundTexts = { matches: [], current: undefined };

/** Where a search says what it found. */
export function openFoundTexts(): ValueStore<FoundTexts> {
  return new ValueStore(nothingFound);
}

export const FoundContext = createContext<ValueStore<FoundTexts> | undefined>(undefined);

const never = () => () => undefined;

/** What is found at the moment; nothing outside a `FoundContext`. */
export function useFoundTexts(): FoundTexts {
  const store = use(FoundContext);
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.get() ?? nothingFound);
}
