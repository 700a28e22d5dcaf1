import type { Sign } from './changeList.ts';
import type { WordPart } from './diffWords.ts';

/** Where a thing stands, from its index; the signs without those that don't hold. */
export function toPlace(
  signs: readonly (Sign | false | undefined)[],
  at: number,
  from?: number,
): { readonly signs: readonly Sign[]; readonly number: number; readonly was?: number } {
  return {
    signs: signs.filter((sign) => typeof sign === 'string'),
    number: at + 1,
    ...(from !== undefined && { was: from + 1 }),
  };
}

/** A text that came, went or stayed as a whole. */
export function wholly(kind: WordPart['kind'], text: string): readonly WordPart[] {
  return text === '' ? [] : [{ kind, text }];
}
