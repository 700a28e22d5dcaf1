import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeText,
  mapCaret,
  mapChange,
  rebaseBefore,
  toTextChange,
} from '#session/textChange.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁'), maxLength: 12 });

describe('toTextChange', () => {
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

describe('mapChange', () => {
  it('keeps both words, whoever comes first', () => {
    fc.assert(
      fc.property(text, fc.nat(12), fc.nat(12), (base, a, b) => {
        const mine = { at: Math.min(a, base.length), remove: 0, insert: 'SAYA' };
        const theirs = { at: Math.min(b, base.length), remove: 0, insert: 'DIA' };
        const merged = changeText(changeText(base, theirs), mapChange(mine, theirs));

        expect(merged).toContain('SAYA');
        expect(merged).toContain('DIA');
        expect(merged.replace('SAYA', '').replace('DIA', '')).toBe(base);
      }),
    );
  });
});

describe('mapCaret', () => {
  it('stays beside its letter', () => {
    expect(mapCaret(3, { at: 0, remove: 0, insert: 'xy' })).toBe(5);
    expect(mapCaret(3, { at: 3, remove: 0, insert: 'xy' })).toBe(3);
    expect(mapCaret(3, { at: 1, remove: 4, insert: 'z' })).toBe(2);
  });
});

describe('rebaseBefore', () => {
  it('brings what others typed into the text as it was before my words', () => {
    const shown = 'Memeriksa berkas masuk';

    expect(rebaseBefore('Memeriksa masuk', shown, { at: 0, remove: 0, insert: 'Ikut ' })).toBe(
      'Ikut Memeriksa masuk',
    );
    expect(rebaseBefore('Memeriksa masuk', shown, { at: 22, remove: 0, insert: ' hari ini' })).toBe(
      'Memeriksa masuk hari ini',
    );
  });
});
