import type { Flow } from '#core/model/procedure.ts';

/** What makes two arrows the same arrow: equal keys. */
export function flowKey({ from, to, label = '' }: Omit<Flow, 'id'>): string {
  // No id holds the character, so that the parts cannot run into each other.
  return `${from}\u0000${to}\u0000${label}`;
}
