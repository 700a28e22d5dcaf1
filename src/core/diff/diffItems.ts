import type { IdentityList } from '#core/model/procedure.ts';
import { matchByContent, toWords } from './matchByContent.ts';
import { findMoved } from './order.ts';
import type { ListDiff } from './procedureDiff.ts';

/** From this share of common words on an entry counts as rewritten, not as another one. */
const LEAST_SIMILARITY = 0.5;

/** What changed in one list of texts, as the one entry of a list; none when nothing did. */
export function diffItems(
  list: IdentityList,
  before: readonly string[],
  after: readonly string[],
): readonly ListDiff[] {
  if (before.length === after.length && before.every((text, index) => text === after[index]))
    return [];
  const toContent = (text: string) => ({ keys: [`=${text}`], words: toWords(text) });
  const pairs = matchByContent(
    before.map(toContent),
    after.map(toContent),
    LEAST_SIMILARITY,
  ).toSorted((a, b) => a.after - b.after);
  const [kept, known] = [
    new Set(pairs.map((pair) => pair.before)),
    new Set(pairs.map((pair) => pair.after)),
  ];
  const diff: ListDiff = {
    list,
    removed: placesOf(before).filter(({ at }) => !kept.has(at)),
    added: placesOf(after).filter(({ at }) => !known.has(at)),
    moved: findMoved(pairs).map((pair) => ({ from: pair.before, to: pair.after })),
    changed: pairs.flatMap(({ before: from, after: to }) => {
      const [was = '', is = ''] = [before[from], after[to]];
      return was === is ? [] : [{ from, to, before: was, after: is }];
    }),
  };
  return [diff];
}

function placesOf(texts: readonly string[]): readonly { at: number; thing: string }[] {
  return texts.map((thing, at) => ({ at, thing }));
}
