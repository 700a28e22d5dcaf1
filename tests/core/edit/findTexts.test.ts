import { describe, expect, it } from 'vitest';
import { applyEdit } from '#core/edit/applyEdit.ts';
import { findTexts, toReplaceEdit } from '#core/edit/findTexts.ts';
import { textOf } from '#core/edit/textOf.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

const start = smallProcedure();
const loose = { isCaseSensitive: false, isWholeWord: false };

function replace(text: string, insert: string, options = loose): Procedure {
  const edit = toReplaceEdit(findTexts(start, { text, ...options }), insert);
  const result = edit && applyEdit(start, edit);
  if (!result?.ok) throw new RangeError('Nothing was replaced');
  return result.procedure;
}

describe('findTexts', () => {
  it('finds in the actors, the rows, the arrows and the identity, in this order', () => {
    const texts = (text: string) =>
      findTexts(start, { text, ...loose }).map(({ target }) => textOf(start, target));

    expect(texts('surat')).toEqual([
      'Menerima surat',
      'Memeriksa surat',
      'Pengelolaan Surat Masuk',
    ]);
    expect(texts('staf')).toEqual(['Staf']);
    expect(texts('tidak')).toEqual(['Tidak']);
    expect(texts('')).toEqual([]);
  });

  it('minds case and whole words when asked to', () => {
    const count = (text: string, options: Partial<typeof loose>) =>
      findTexts(start, { text, ...loose, ...options }).length;

    expect(count('surat', { isCaseSensitive: true })).toBe(2);
    expect(count('sura', { isWholeWord: true })).toBe(0);
    expect(count('7/2017', { isWholeWord: true })).toBe(1);
    expect(count('1979', { isWholeWord: true })).toBe(1);
  });

  it('takes signs as they are', () => {
    expect(findTexts(start, { text: '.', ...loose }).map(({ target }) => target.of)).toEqual([
      'number',
    ]);
    expect(findTexts(start, { text: '(', ...loose })).toEqual([]);
    expect(findTexts(start, { text: '-/', ...loose })).toEqual([]);
  });
});

describe('toReplaceEdit', () => {
  it('replaces everywhere at once, several times in one text too', () => {
    const replaced = replace('a', 'AA');

    expect(replaced.identity.title).toBe('PengelolAAAAn SurAAt MAAsuk');
    expect(replaced.steps[0]?.activity).toBe('MenerimAA surAAt');
    expect(replaced.flows.map(({ label }) => label)).toEqual([
      undefined,
      'YAA',
      'TidAAk',
      undefined,
    ]);
  });

  it('has nothing to do where nothing was found', () => {
    expect(toReplaceEdit([], 'x')).toBeUndefined();
  });
});
