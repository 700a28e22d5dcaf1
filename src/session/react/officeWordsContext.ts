import { createContext } from 'react';
import type { Words } from '#core/words/collectWords.ts';

/** Fetches what the office has used before; nothing when it cannot be had. It is asked often. */
export const OfficeWordsContext = createContext<() => Promise<Words | undefined>>(
  async () => undefined,
);
