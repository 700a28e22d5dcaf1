import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestion, SuggestionTarget } from './suggestion.ts';
import { locateTarget } from './targets.ts';

/** Everything that is suggested about one place, to be marked there once. */
export interface Pin {
  /** Unique among the pins, and the same for the same place. */
  readonly key: string;
  /** Where it stands now: a symbol or arrow that is gone is marked at its step. */
  readonly target: Exclude<SuggestionTarget, { of: 'whole' }>;
  /** By number. */
  readonly suggestions: readonly Suggestion[];
}

/** The places that suggestions are about; what is about the whole or about a step that is gone has none. */
export function toPins(list: readonly Suggestion[], procedure: Procedure): readonly Pin[] {
  const pins = new Map<string, Pin>();
  for (const suggestion of list) {
    const target = toPlace(suggestion, procedure);
    if (!target) continue;
    const key = toKey(target);
    const suggestions = [...(pins.get(key)?.suggestions ?? []), suggestion];
    pins.set(key, { key, target, suggestions });
  }
  return [...pins.values()];
}

/** What a pin shows: "3", or "3+" where several stand at one place. */
export function toPinText([first, second]: Pin['suggestions']): string {
  return second ? `${first?.number}+` : `${first?.number ?? ''}`;
}

/** The one that a press on a pin shows: the first, and when it is read already, the one after it. */
export function findNext(suggestions: Pin['suggestions'], picked: string | null): string {
  const at = suggestions.findIndex(({ id }) => id === picked);
  return suggestions[(at + 1) % suggestions.length]?.id ?? '';
}

function toPlace(suggestion: Suggestion, procedure: Procedure): Pin['target'] | undefined {
  const { target } = suggestion;
  const found = locateTarget(procedure, suggestion);
  if (target.of === 'whole' || found.state === 'removed') return undefined;
  return found.state === 'stepOnly' ? { of: 'step', step: found.step } : target;
}

function toKey(target: Pin['target']): string {
  switch (target.of) {
    case 'step':
      return `step:${target.step}`;
    case 'cell':
      return `cell:${target.field}:${target.step}`;
    case 'symbol':
      return `symbol:${target.symbol}`;
    case 'flow':
      return `flow:${target.flow}`;
    case 'identity':
      return `identity:${target.field}`;
  }
}
