import { addTo } from './addTo.ts';
import { matchSequences, type Pair } from './matchSequences.ts';

/** What a thing without a known id is recognised by. */
export interface Content {
  /** Equal keys mean the same thing; the most telling one first. An empty key means nothing. */
  readonly keys: readonly string[];
  /** Distinct words, for what was rewritten in part. */
  readonly words: readonly string[];
}

/** How many similar things are looked at for each one. */
const MOST_CANDIDATES = 8;
const MOST_WORDS = 40;

/**
 * Pairs things that say the same: first those with equal keys, in the order in which they stand, then
 * those whose words agree best, up to the least similarity (0 to 1, Dice's coefficient).
 */
export function matchByContent(
  before: readonly Content[],
  after: readonly Content[],
  leastSimilarity: number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  const left = { before: new Set(before.keys()), after: new Set(after.keys()) };
  const take = (found: readonly Pair[]) => {
    for (const pair of found) {
      if (!left.before.delete(pair.before)) continue;
      left.after.delete(pair.after);
      pairs.push(pair);
    }
  };
  const levels = Math.max(0, ...[...before, ...after].map(({ keys }) => keys.length));
  for (let level = 0; level < levels; level += 1) {
    const [keysBefore, keysAfter] = [toKeys(before, level), toKeys(after, level)];
    if (level === 0) take(matchSequences(keysBefore, keysAfter).filter(isTelling(keysBefore)));
    take(matchEqual(keysBefore, keysAfter, left));
  }
  take(matchSimilar(before, after, { ...left, least: leastSimilarity }));
  return pairs;
}

/** The first 40 distinct words of a text, in small letters. */
export function toWords(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))].slice(0, MOST_WORDS);
}

interface Left {
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
}

function toKeys(contents: readonly Content[], level: number): readonly string[] {
  return contents.map(({ keys }) => keys[level] ?? '');
}

function isTelling(keys: readonly string[]): (pair: Pair) => boolean {
  return ({ before }) => keys[before] !== '';
}

/** The first of a key with the first of that key, the second with the second. */
function matchEqual(before: readonly string[], after: readonly string[], left: Left): Pair[] {
  const waiting = new Map<string, number[]>();
  for (const index of left.after) {
    const key = after[index] ?? '';
    if (key !== '') addTo(waiting, key, index);
  }
  return [...left.before].flatMap((index) => {
    const found = waiting.get(before[index] ?? '')?.shift();
    return found === undefined ? [] : [{ before: index, after: found }];
  });
}

interface Candidate extends Pair {
  readonly similarity: number;
}

/** The most similar pairs first; among equals the ones that stand closest. */
function matchSimilar(
  before: readonly Content[],
  after: readonly Content[],
  { before: leftBefore, after: leftAfter, least }: Left & { readonly least: number },
): readonly Pair[] {
  const postings = new Map<string, number[]>();
  for (const index of leftAfter)
    for (const word of wordsOf(after[index])) addTo(postings, word, index);
  const search = { postings, counts: after.map(({ words }) => words.length), least };
  const candidates = [...leftBefore].flatMap((index) =>
    findCandidates(index, wordsOf(before[index]), search),
  );
  candidates.sort(byRank);
  const taken = new Set<number>();
  return candidates.filter((pair) => {
    if (taken.has(pair.after) || taken.has(-1 - pair.before)) return false;
    taken.add(pair.after).add(-1 - pair.before);
    return true;
  });
}

interface Search {
  /** Where each word stands. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** How many words each of the others has. */
  readonly counts: readonly number[];
  readonly least: number;
}

function findCandidates(
  index: number,
  words: readonly string[],
  { postings, counts, least }: Search,
): readonly Candidate[] {
  const common = new Uint8Array(counts.length);
  for (const word of words)
    for (const other of postings.get(word) ?? []) common[other] = (common[other] ?? 0) + 1;
  const candidates: Candidate[] = [];
  // Nearly all of them fall here, so that nothing is made for those.
  for (let other = 0; other < common.length; other += 1) {
    const similarity = (2 * (common[other] ?? 0)) / (words.length + (counts[other] ?? 0));
    if (!(similarity >= least)) continue;
    const candidate = { before: index, after: other, similarity };
    const last = candidates[MOST_CANDIDATES - 1];
    if (last && byRank(candidate, last) >= 0) continue;
    candidates.push(candidate);
    candidates.sort(byRank).splice(MOST_CANDIDATES);
  }
  return candidates;
}

function wordsOf(content: Content | undefined): readonly string[] {
  return content?.words ?? [];
}

function byRank(a: Candidate, b: Candidate): number {
  const distance = Math.abs(a.before - a.after) - Math.abs(b.before - b.after);
  return b.similarity - a.similarity || distance;
}
