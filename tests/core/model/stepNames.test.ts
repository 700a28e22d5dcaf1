import { describe, expect, it } from 'vitest';
import { listSymbolNames } from '#core/model/stepNames.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('listSymbolNames', () => {
  it('numbers rows, names actors and adds a question to its activity', () => {
    const start = smallProcedure();
    const steps = start.steps.map((step) =>
      step.id === 'check'
        ? { ...step, symbols: step.symbols.map((symbol) => ({ ...symbol, text: 'Lengkap?' })) }
        : step.id === 'sign'
          ? { ...step, symbols: [] }
          : step,
    );

    expect(listSymbolNames({ ...start, steps }).slice(1, 3)).toEqual([
      {
        step: 'check',
        symbol: 's2',
        kind: 'decision',
        number: 2,
        text: 'Memeriksa surat · Lengkap?',
        actor: 'Kasubag',
      },
      { step: 'sign', number: 3, text: 'Menandatangani', actor: '' },
    ]);
  });
});
