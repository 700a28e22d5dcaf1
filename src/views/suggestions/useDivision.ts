import { useState } from 'react';

const storageKey = 'alur.division';

/** The division that somebody speaks for, as this browser remembers it; empty for none. */
export function useDivision(): readonly [string, (division: string) => void] {
  const [division, setDivision] = useState(() => readDivision());

  function choose(next: string): void {
    localStorage.setItem(storageKey, next);
    setDivision(next);
  }

  return [division, choose];
}

/** As it was written last. */
export function readDivision(): string {
  return localStorage.getItem(storageKey) ?? '';
}
