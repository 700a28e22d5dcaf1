import type { Pair } from './matchSequences.ts';

/** A thing and its index in the list that it stands in. */
export interface Placed<T> {
  readonly at: number;
  readonly thing: T;
}

/** The fewest pairs that must be moved so that all stand as they do after; the others keep their order. */
export function findMoved(pairs: readonly Pair[]): readonly Pair[] {
  const inOrder = pairs.toSorted((a, b) => a.after - b.after);
  const steady = new Set(longestIncreasing(inOrder));
  return inOrder.filter((pair) => !steady.has(pair));
}

/** The longest subsequence whose places before rise. */
function longestIncreasing(pairs: readonly Pair[]): readonly Pair[] {
  interface Chain {
    readonly pair: Pair;
    readonly rest: Chain | undefined;
  }
  // The chain of each length that ends earliest.
  const chains: Chain[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, chains.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((chains[middle]?.pair.before ?? 0) < pair.before) low = middle + 1;
      else high = middle;
    }
    chains[low] = { pair, rest: chains[low - 1] };
  }
  const longest: Pair[] = [];
  for (let chain = chains.at(-1); chain; chain = chain.rest) longest.push(chain.pair);
  return longest;
}

/** The list in which every placed thing stands at its index and the steady ones fill the gaps in order. */
export function placeAmong<T>(steady: readonly T[], placed: readonly Placed<T>[]): readonly T[] {
  if (placed.length === 0) return steady;
  const result: T[] = [];
  let used = 0;
  for (const { at, thing } of placed.toSorted((a, b) => a.at - b.at)) {
    const gap = at - result.length;
    if (gap < 0 || used + gap > steady.length)
      throw new RangeError(`There is no place ${at} in the list`);
    result.push(...steady.slice(used, used + gap), thing);
    used += gap;
  }
  return [...result, ...steady.slice(used)];
}
