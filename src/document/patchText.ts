import type * as Y from 'yjs';
import { changeText, type TextChange, toTextChange } from '#core/model/textChange.ts';

/**
 * Makes a Y.Text read `after` by the smallest change, so that what others type elsewhere in it stays.
 * `typed` is what the person really did; it is taken when it leads to the same text.
 */
export function patchText(text: Y.Text, after: string, typed?: TextChange): void {
  const before = text.toString();
  // Something else than characters in the text (only a foreign program writes that) shifts offsets.
  if (before.length !== text.length) {
    text.delete(0, text.length);
    text.insert(0, after);
    return;
  }
  const change = typed && changeText(before, typed) === after ? typed : toTextChange(before, after);
  if (change.remove > 0) text.delete(change.at, change.remove);
  if (change.insert !== '') text.insert(change.at, change.insert);
}
