import type { TextLine } from '#core/layout/geometry.ts';

/** What the lines say when they are not wrapped. */
export function joinLines(lines: readonly TextLine[]): string {
  return lines
    .map(({ text, start }, index) => (index === 0 || start === 'inside-word' ? text : ` ${text}`))
    .join('');
}
