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

  it.each([
    ['5 menit', '10 menit', '[5]{10} menit'],
    ['Model PPID-B, rangkap 2', 'Model PPID-C, rangkap 2', 'Model [PPID-B]{PPID-C}, rangkap 2'],
    ['biaya 10.000', 'biaya 12.000', 'biaya [10.000]{12.000}'],
    ['surat dinas itu', 'surat dinas penting itu', 'surat dinas {penting }itu'],
    // What stands between two replaced words is replaced with them.
    ['periksa surat masuk', 'periksa nota dinas', 'periksa [surat masuk]{nota dinas}'],
    // With little in common, word by word would only confuse.
    ['1 hari kerja', '2 jam', '[1 hari kerja]{2 jam}'],
    ['', 'Lewat surel', '{Lewat surel}'],
    ['satu\ndua', 'satu\ntiga', 'satu\n[dua]{tiga}'],
    ['kafe\u0301 baru', 'kafe baru', '[kafe\u0301]{kafe} baru'],
  ])('shows %j to %j as %j', (before, after, shown) => {
    const text = diffWords(before, after).map(({ kind, text: part }) => {
      if (kind === 'same') return part;
      return kind === 'removed' ? `[${part}]` : `{${part}}`;
    });

    expect(text.join('')).toBe(shown);
  });

  it('takes the longest texts that a procedure may hold', () => {
    const before = 'kata '.repeat(4000);
    const after = Array.from({ length: 4000 }, (_, index) => `k${index % 7}`)
      .join(' ')
      .slice(0, 20_000);

    expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
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
