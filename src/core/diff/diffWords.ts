import { matchSequences, type Pair } from './matchSequences.ts';

/** A piece of a text that stayed, went or came. */
export interface WordPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A word with what is inside it (PPID-B, 10.000), white space, or one other sign. */
const token = /\s+|[^\s\p{P}]+(?:[-.,:'’&][^\s\p{P}]+)*|\S/gu;

/** Share of the longer text that has to stay; below it word by word is harder to read than whole. */
const LEAST_KEPT = 0.25;

/**
 * What changed between two texts, word by word. The parts without the added ones are `before`, those
 * without the removed ones `after`; a removed part stands before the added one that replaces it. Texts
 * with little in common are one removed and one added part.
 */
export function diffWords(before: string, after: string): readonly WordPart[] {
  if (before === after) return toParts([{ kind: 'same', text: before }]);
  const wordsBefore = before.match(token) ?? [];
  const wordsAfter = after.match(token) ?? [];
  const pairs = matchSequences(wordsBefore, wordsAfter);
  const kept = pairs.reduce((sum, pair) => sum + (wordsBefore[pair.before] ?? '').trim().length, 0);
  const isReplaced = kept < LEAST_KEPT * Math.max(before.trim().length, after.trim().length);
  return toParts(joinRuns(wordsBefore, wordsAfter, isReplaced ? [] : pairs));
}

/** The words as runs: between every two kept runs the removed words, then the added ones. */
function joinRuns(
  before: readonly string[],
  after: readonly string[],
  pairs: readonly Pair[],
): readonly WordPart[] {
  const parts: WordPart[] = [];
  let [atBefore, atAfter] = [0, 0];
  const addChange = (toBefore: number, toAfter: number) => {
    parts.push({ kind: 'removed', text: before.slice(atBefore, toBefore).join('') });
    parts.push({ kind: 'added', text: after.slice(atAfter, toAfter).join('') });
  };
  for (const pair of withoutLoneSpaces(before, after, pairs)) {
    if (pair.before > atBefore || pair.after > atAfter) addChange(pair.before, pair.after);
    parts.push({ kind: 'same', text: before[pair.before] ?? '' });
    [atBefore, atAfter] = [pair.before + 1, pair.after + 1];
  }
  addChange(before.length, after.length);
  return parts;
}

/** Pairs without the white space that stands alone between two replaced words. */
function withoutLoneSpaces(
  before: readonly string[],
  after: readonly string[],
  pairs: readonly Pair[],
): readonly Pair[] {
  const isReplaced = (from: Pair, to: Pair) =>
    to.before > from.before + 1 && to.after > from.after + 1;
  const ends = { before: before.length, after: after.length };
  return pairs.filter((pair, index) => {
    if ((before[pair.before] ?? '').trim() !== '') return true;
    const previous = pairs[index - 1] ?? { before: -1, after: -1 };
    return !(isReplaced(previous, pair) && isReplaced(pair, pairs[index + 1] ?? ends));
  });
}

/** The parts without empty ones, neighbours of one kind joined. */
function toParts(parts: readonly WordPart[]): readonly WordPart[] {
  const joined: WordPart[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    const last = joined.at(-1);
    if (last?.kind === part.kind) joined.splice(-1, 1, { ...last, text: last.text + part.text });
    else joined.push(part);
  }
  return joined;
}
