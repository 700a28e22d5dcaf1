import { describe, expect, it } from 'vitest';
import { needsFallback, toTextRuns } from '#core/layout/text/textRuns.ts';

describe('toTextRuns', () => {
  it('leaves a plain line whole', () => {
    expect(toTextRuns('Memeriksa berkas – 100%', 'times', 'bold')).toEqual([
      {
        ...{ text: 'Memeriksa berkas – 100%', drawable: 'Memeriksa berkas – 100%' },
        ...{ font: 'family', isRightToLeft: false },
      },
    ]);
  });

  it('takes another font for what the family lacks, and a sign for what no font has', () => {
    expect(cut('Tanda ☑ 選挙 selesai')).toEqual([
      'family: Tanda ',
      'fallback: ☑',
      'family:  ',
      'fallback: \ufffd\ufffd',
      'family:  selesai',
    ]);
  });

  it('keeps words that run to the left together, with the spaces between them', () => {
    expect(cut('Surat مرحبا بالعالم (asli)')).toEqual([
      'family: Surat ',
      'fallback, to the left: مرحبا بالعالم',
      'family:  (asli)',
    ]);
  });

  it('draws no sign for joiners and variation selectors', () => {
    expect(cut('Ya\ufe0f')).toEqual(['family: Ya']);
  });
});

describe('needsFallback', () => {
  it('says whether the other font has to be loaded', () => {
    const line = (text: string) => [{ text, weight: 'regular' }] as const;

    expect(needsFallback(line('Ya'), 'bookman')).toBe(false);
    expect(needsFallback(line('Ya ☑'), 'bookman')).toBe(true);
  });
});

function cut(text: string): readonly string[] {
  return toTextRuns(text, 'arial', 'regular').map(
    ({ drawable, font, isRightToLeft }) =>
      `${font}${isRightToLeft ? ', to the left' : ''}: ${drawable}`,
  );
}
