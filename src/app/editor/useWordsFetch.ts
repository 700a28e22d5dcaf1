import { useMemo } from 'react';
import type { Words } from '#core/words/collectWords.ts';

/** Asks for the office's words once an open editor, and again when they could not be had. */
export function useWordsFetch(): () => Promise<Words | undefined> {
  return useMemo(() => {
    let asked: Promise<Words | undefined> | undefined;
    return () => {
      asked ??= import('./fetchWords.ts')
        .then((file) => file.fetchWords())
        .catch(() => {
          asked = undefined;
          return undefined;
        });
      return asked;
    };
  }, []);
}
