import { describe, expect, it } from 'vitest';
import type { TextTarget } from '#core/edit/edit.ts';
import { collectWords, mergeWords } from '#core/words/collectWords.ts';
import { toNextNumber } from '#core/words/nextNumber.ts';
import { suggestFor } from '#core/words/suggestFor.ts';
import { suggestDurations, suggestWords } from '#core/words/suggestWords.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('collectWords', () => {
  it('takes the documents of a cell one by one, without their numbers', () => {
    const [first, ...rest] = smallProcedure().steps;
    if (!first) throw new RangeError('no step');
    const steps = [{ ...first, requirements: '1. Formulir PPID-B\n2. KTP, Surat kuasa' }, ...rest];

    expect(collectWords({ ...smallProcedure(), steps }).documents).toEqual(
      expect.arrayContaining(['Formulir PPID-B', 'KTP', 'Surat kuasa']),
    );
  });

  it('puts first what several procedures use', () => {
    const mine = collectWords(smallProcedure());
    const other = { ...mine, actors: ['PPID', 'Staf'] };

    expect(mergeWords([other, mine], 2).actors).toEqual(['Staf', 'PPID']);
  });
});

describe('suggestWords', () => {
  it('offers what begins with the letters, then what has them at the start of a word', () => {
    const known = ['Kepala Subbagian', 'Subbagian Hukum', 'Staf', 'subbagian'];

    expect(suggestWords('subbagian', known, 5)).toEqual(['Subbagian Hukum', 'Kepala Subbagian']);
    expect(suggestWords('s', known, 5)).toEqual([]);
  });
});

describe('suggestDurations', () => {
  it('offers the units of a bare number', () => {
    expect(suggestDurations('2').slice(0, 4)).toEqual([
      '2 menit',
      '2 jam',
      '2 hari kerja',
      '2 hari',
    ]);
  });

  it('completes a unit or its short form, and goes on after another one', () => {
    expect(suggestDurations('3 hr')).toEqual(['3 hari', '3 hari kerja']);
    expect(suggestDurations('1 jam 30')[0]).toBe('1 jam 30 menit');
    expect(suggestDurations('1,5 j')).toEqual(['1,5 jam']);
  });

  it('leaves alone what is complete or no time', () => {
    expect(suggestDurations('30 menit')).toEqual([]);
    expect(suggestDurations('segera')).toEqual([]);
  });
});

describe('toNextNumber', () => {
  it('counts on within the year, in the pattern of the office', () => {
    const numbers = ['12/OT.02/2026', '7/OT.02/2026', '31/OT.02/2025', '4/PL.01/2026'];

    expect(toNextNumber(numbers, 2026)).toBe('13/OT.02/2026');
    expect(toNextNumber(numbers, 2027)).toBe('1/OT.02/2027');
  });

  it('keeps leading noughts, and gives none without a pattern', () => {
    expect(toNextNumber(['001/ORT.06-SOP/2026'], 2026)).toBe('002/ORT.06-SOP/2026');
    expect(toNextNumber(['SOP lama', ''], 2026)).toBeUndefined();
  });
});

describe('suggestFor', () => {
  const words = collectWords(smallProcedure());

  it('completes the document at the caret, and leaves the others of the cell', () => {
    const text = '1. Surat, lem, Berkas';
    const target = { of: 'step', step: 'check', field: 'output' } as const;

    expect(suggestFor(target, text, text.indexOf('lem') + 3, words)).toEqual({
      start: 10,
      end: 13,
      options: ['Lembar disposisi'],
    });
  });

  it('offers what fits the field', () => {
    const offered = (target: TextTarget, text: string) =>
      suggestFor(target, text, text.length, words)?.options;

    expect(offered({ of: 'actor', actor: 'new' }, 'kas')).toEqual(['Kasubag']);
    expect(offered({ of: 'item', list: 'legalBasis', index: 3 }, 'pkpu')).toEqual(['PKPU 14/2020']);
    expect(offered({ of: 'item', list: 'relatedProcedures', index: 0 }, 'surat')).toEqual([
      'Pengelolaan Surat Masuk',
    ]);
    expect(offered({ of: 'step', step: 'check', field: 'activity' }, 'Memeriksa')).toBeUndefined();
  });
});
