import { type Scene, toItemLines } from '#core/export/scene.ts';
import { needsFallback } from '#core/layout/text/textRuns.ts';
import type { TypeFamily } from '#core/layout/text/widthTable.ts';

/** The fonts that pages are set in. */
export interface FontNeeds {
  readonly family: TypeFamily;
  /** Some characters are in no file of the family. */
  readonly isFallbackNeeded?: boolean;
}

export function toFontNeeds(scenes: readonly Scene[]): FontNeeds {
  const family = scenes[0]?.family ?? 'arial';
  const isFallbackNeeded = scenes.some(({ items }) =>
    needsFallback(items.flatMap(toItemLines), family),
  );
  return { family, isFallbackNeeded };
}
