import { changeText, type TextChange, toTextChange } from '#core/model/textChange.ts';

/** Where a caret stands after somebody else's change: it stays beside the letters it stood at. */
export function mapCaret(caret: number, { at, remove, insert }: TextChange): number {
  if (caret <= at) return caret;
  return caret >= at + remove ? caret + insert.length - remove : at + insert.length;
}

/** The same change after somebody else's, made to the same text. */
export function mapChange(mine: TextChange, theirs: TextChange): TextChange {
  const at = mapCaret(mine.at, theirs);
  const end = mapCaret(mine.at + mine.remove, theirs);
  return { at, remove: end - at, insert: mine.insert };
}

/**
 * Brings somebody else's change into `before`, the text without what was typed here, so that
 * Escape takes back only my words. `shown` is `before` with my words. Where both changed the
 * same letters, everything stays.
 */
export function rebaseBefore(before: string, shown: string, theirs: TextChange): string {
  const mine = toTextChange(before, shown);
  if (theirs.at + theirs.remove <= mine.at) return changeText(before, theirs);
  const mineEnd = mine.at + mine.insert.length;
  if (theirs.at >= mineEnd)
    return changeText(before, { ...theirs, at: theirs.at + mine.remove - mine.insert.length });
  return changeText(shown, theirs);
}
