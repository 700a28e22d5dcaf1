import { describe, expect, it } from 'vitest';
import { layoutCanvas } from '#core/layout/layoutCanvas.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { countQuestionLines } from '#views/canvas/questionLines.ts';

/** The lines of the decision that are its question. */
function linesOf(question: string): readonly string[] {
  const start = smallProcedure();
  const steps = start.steps.map((step) =>
    step.id === 'check'
      ? { ...step, symbols: step.symbols.map((symbol) => ({ ...symbol, text: question })) }
      : step,
  );
  const box = layoutCanvas({ ...start, steps }).symbols.find(({ symbol }) => symbol === 's2');
  const lines = box?.lines ?? [];
  return lines.slice(lines.length - countQuestionLines(lines, question)).map(({ text }) => text);
}

describe('countQuestionLines', () => {
  it('tells the question from the activity above it', () => {
    expect(linesOf('Lengkap?')).toEqual(['Lengkap?']);
    expect(linesOf('Apakah seluruh berkas sudah lengkap?').join(' ')).toBe(
      'Apakah seluruh berkas sudah lengkap?',
    );
    expect(linesOf('')).toEqual([]);
  });
});
