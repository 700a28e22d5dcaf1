import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '#core/diff/diffWords.ts';

describe('diffWords', () => {
  it('keeps the words that stay and marks those that come and go', () => {
    const parts = diffWords('Memeriksa berkas permohonan', 'Memeriksa kelengkapan permohonan');

    expect(parts.filter(({ kind }) => kind === 'removed').map(({ text }) => text.trim())).toEqual([
      'berkas',
    ]);
    expect(parts.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual([
      'kelengkapan',
    ]);
  });

  it('loses no letter of either text', () => {
    const arbitraryText = fc
      .array(fc.constantFrom('surat', 'masuk', ' ', '\n', 'dan', ',', '2'), { maxLength: 30 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (before, after) => {
        const parts = diffWords(before, after);
        const join = (left: string) =>
          parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('');

        expect(join('added')).toBe(before);
        expect(join('removed')).toBe(after);
      }),
    );
  });
});
