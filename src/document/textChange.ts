import type * as Y from 'yjs';

/** One part of a text replaced; offsets in UTF-16 code units. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * Makes a Y.Text read `after` by the smallest change, so that what others type elsewhere in it stays.
 * `typed` is what the person really did; it is taken when it leads to the same text.
 */
export function changeText(text: Y.Text, after: string, typed?: TextChange): void {
  const before = text.toString();
  // Something else than characters in the text (only a foreign program writes that) shifts offsets.
  if (before.length !== text.length) {
    text.delete(0, text.length);
    text.insert(0, after);
    return;
  }
  const change = typed && withChange(before, typed) === after ? typed : findChange(before, after);
  if (change.remove > 0) text.delete(change.at, change.remove);
  if (change.insert !== '') text.insert(change.at, change.insert);
}

/** The smallest part whose replacement turns one text into the other; surrogate pairs stay whole. */
export function findChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1;
  return {
    at: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  };
}

function withChange(text: string, { at, remove, insert }: TextChange): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
