import type { TextLine } from '#core/layout/geometry.ts';

/** How many of a symbol's lines, from the end, are its own text and no longer the step's activity. */
export function countQuestionLines(lines: readonly TextLine[], question: string): number {
  const wanted = toLetters(question).length;
  let count = 0;
  let letters = 0;
  while (letters < wanted && count < lines.length) {
    count += 1;
    letters += toLetters(lines.at(-count)?.text ?? '').length;
  }
  return count;
}

function toLetters(text: string): string {
  return text.replace(/[\s-]/g, '');
}
