import { vi } from 'vitest';

/** Checks again and again until the expectations inside hold; fails with the last one that did not. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 5 });
}
