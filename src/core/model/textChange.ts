/** One replacement inside a text; offsets in UTF-16 code units, as in a `spliceText` edit. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The shortest replacement that turns `from` into `to`. Where several fit ("aa" to "aaa"), it is the
 * one that ends at `caret`, the place in `to` where somebody just typed. No character is cut in half.
 */
export function toTextChange(from: string, to: string, caret = to.length): TextChange {
  const shorter = Math.min(from.length, to.length);
  const tailLimit = Math.min(shorter, to.length - caret);
  let tail = 0;
  while (tail < tailLimit && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  let start = 0;
  while (start < shorter - tail && from[start] === to[start]) start += 1;
  while (start < shorter - tail && tail < shorter && from.at(-1 - tail) === to.at(-1 - tail))
    tail += 1;
  if (isHighSurrogate(from[start - 1])) start -= 1;
  if (tail > 0 && isLowSurrogate(from.at(-tail))) tail -= 1;
  return {
    at: start,
    remove: from.length - start - tail,
    insert: to.slice(start, to.length - tail),
  };
}

export function changeText(text: string, { at, remove, insert }: TextChange): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

function isHighSurrogate(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\ud800' && unit <= '\udbff';
}

function isLowSurrogate(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\udc00' && unit <= '\udfff';
}
