import { useCallback, useEffect, useState } from 'react';

export type Load<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: unknown };

/**
 * Loads a value when the component appears and whenever `load` changes (keep it stable with
 * `useCallback` or at module level). `reload` asks again and keeps the old value on screen meanwhile.
 */
export function useLoad<T>(load: () => Promise<T>): readonly [Load<T>, () => void] {
  const [state, setState] = useState<Load<T>>({ status: 'loading' });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again.
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setState({ status: 'ready', value }),
      (problem: unknown) => isCurrent && setState({ status: 'failed', problem }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, round]);

  return [state, useCallback(() => setRound((last) => last + 1), [])];
}
