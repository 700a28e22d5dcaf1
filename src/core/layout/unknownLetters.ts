import type { LayoutWarning, PageLayout } from './geometry.ts';
import { findUnknown } from './text/textRuns.ts';
import type { TypeFamily } from './text/widthTable.ts';

/** More would fill the message. */
const MOST_NAMED = 12;

/** Says which letters of the pages no shipped font has, each once, in reading order. */
export function toLetterWarnings(
  pages: readonly PageLayout[],
  family: TypeFamily,
): readonly LayoutWarning[] {
  const unknown = new Set<string>();
  for (const { cells, symbols, connectors, captions } of pages) {
    const labels = connectors.flatMap(({ label }) => label ?? []);
    for (const { lines } of [...cells, ...symbols, ...labels, { lines: captions }])
      for (const { text, weight } of lines)
        for (const letter of findUnknown(text, family, weight)) unknown.add(letter);
  }
  if (unknown.size === 0) return [];
  return [{ code: 'unknown-letters', letters: [...unknown].slice(0, MOST_NAMED) }];
}
