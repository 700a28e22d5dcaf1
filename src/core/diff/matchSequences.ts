/** Places of one thing before and after. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Beyond so many differences the middle counts as wholly different: time and memory grow with their square. */
const MOST_DIFFERENCES = 1000;

/**
 * The longest common subsequence of two lists, as pairs of indices in order (Myers' algorithm). Lists
 * that have more than 1,000 differences between their common beginning and end, not counting entries that
 * only one of them has, are paired only there.
 */
export function matchSequences(before: readonly string[], after: readonly string[]): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = matchMiddle(
    before.slice(start, before.length - tail),
    after.slice(start, after.length - tail),
  );
  return [
    ...countPairs(start, 0, 0),
    ...middle.map((pair) => ({ before: pair.before + start, after: pair.after + start })),
    ...countPairs(tail, before.length - tail, after.length - tail),
  ];
}

function countPairs(count: number, before: number, after: number): readonly Pair[] {
  return Array.from({ length: count }, (_, index) => ({
    before: before + index,
    after: after + index,
  }));
}

function matchMiddle(before: readonly string[], after: readonly string[]): readonly Pair[] {
  // What stands on one side only is in no pair, and searching past it costs the most.
  const [mine, theirs] = [findKnown(before, after), findKnown(after, before)];
  const rounds = findWay(mine.items, theirs.items);
  return (rounds ? walkBack(rounds, mine.items.length, theirs.items.length) : []).map((pair) => ({
    before: mine.places[pair.before] ?? 0,
    after: theirs.places[pair.after] ?? 0,
  }));
}

interface Known {
  readonly items: readonly string[];
  /** The place of each in the whole list. */
  readonly places: readonly number[];
}

/** The entries that the other list has too. */
function findKnown(list: readonly string[], other: readonly string[]): Known {
  const others = new Set(other);
  const places = [...list.keys()].filter((index) => others.has(list[index] ?? ''));
  return { items: places.map((index) => list[index] ?? ''), places };
}

/**
 * For every number of differences how far along `before` each diagonal gets with so many; diagonal k
 * (place in `before` less place in `after`) of round d stands at index k + d + 1. Undefined when there
 * are too many differences.
 */
function findWay(before: readonly string[], after: readonly string[]): Int32Array[] | undefined {
  const most = Math.min(before.length + after.length, MOST_DIFFERENCES);
  const rounds: Int32Array[] = [];
  for (let count = 0; count <= most; count += 1) {
    const last = rounds.at(-1);
    const reached = new Int32Array(2 * count + 3).fill(-1);
    rounds.push(reached);
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let at = last ? startOf(last, count, diagonal) : 0;
      while (
        at < before.length &&
        at - diagonal < after.length &&
        before[at] === after[at - diagonal]
      )
        at += 1;
      reached[diagonal + count + 1] = at;
      if (at >= before.length && at - diagonal >= after.length) return rounds;
    }
  }
  return undefined;
}

/** Where round `count` begins on a diagonal: one removal or one addition after the round before. */
function startOf(last: Int32Array, count: number, diagonal: number): number {
  const [removed, added] = neighbours(last, count, diagonal);
  return isAddition(removed, added, count, diagonal) ? added : removed + 1;
}

/** How far the diagonals on both sides got in the round before. */
function neighbours(last: Int32Array, count: number, diagonal: number): readonly [number, number] {
  return [last[diagonal - 1 + count] ?? -1, last[diagonal + 1 + count] ?? -1];
}

function isAddition(removed: number, added: number, count: number, diagonal: number): boolean {
  return diagonal === -count || (diagonal !== count && removed < added);
}

function walkBack(rounds: readonly Int32Array[], beforeEnd: number, afterEnd: number): Pair[] {
  const pairs: Pair[] = [];
  let at = beforeEnd;
  let diagonal = beforeEnd - afterEnd;
  for (let count = rounds.length - 1; count >= 0; count -= 1) {
    const last = rounds[count - 1];
    const start = last ? startOf(last, count, diagonal) : 0;
    for (; at > start; at -= 1) pairs.push({ before: at - 1, after: at - 1 - diagonal });
    if (!last) break;
    const [removed, added] = neighbours(last, count, diagonal);
    const wasAdded = isAddition(removed, added, count, diagonal);
    at = wasAdded ? added : removed;
    diagonal += wasAdded ? 1 : -1;
  }
  return pairs.reverse();
}
