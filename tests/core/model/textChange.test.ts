import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeText, toTextChange } from '#core/model/textChange.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁'), maxLength: 12 });

describe('toTextChange', () => {
  it.each([
    ['surat', 'surat masuk', { at: 5, remove: 0, insert: ' masuk' }],
    ['surat masuk', 'surat', { at: 5, remove: 6, insert: '' }],
    ['surat masuk', 'surat keluar', { at: 6, remove: 5, insert: 'keluar' }],
    ['aa', 'aaa', { at: 2, remove: 0, insert: 'a' }],
    ['sama', 'sama', { at: 4, remove: 0, insert: '' }],
    ['😀', '😁', { at: 0, remove: 2, insert: '😁' }],
    ['😀', '🐀', { at: 0, remove: 2, insert: '🐀' }],
  ])('turns %j into %j by the smallest change', (before, after, change) => {
    expect(toTextChange(before, after)).toEqual(change);
  });

  it('finds where a doubled letter was typed by the caret', () => {
    expect(toTextChange('aa', 'aaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' });
    expect(toTextChange('aa', 'aaa', 3)).toEqual({ at: 2, remove: 0, insert: 'a' });
  });

  it('turns one text into the other, wherever the caret is', () => {
    fc.assert(
      fc.property(text, text, fc.nat(12), (from, to, caret) => {
        const change = toTextChange(from, to, Math.min(caret, to.length));

        expect(changeText(from, change)).toBe(to);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts no character in half', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { at, remove, insert } = toTextChange(from, to);

        for (const part of [from.slice(0, at), from.slice(at + remove), insert])
          expect(part).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 500 },
    );
  });
});
