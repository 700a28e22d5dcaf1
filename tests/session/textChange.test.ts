import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeText } from '#core/model/textChange.ts';
import { mapCaret, mapChange, rebaseBefore } from '#session/textChange.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁'), maxLength: 12 });

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
