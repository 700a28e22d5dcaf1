import { describe, expect, it } from 'vitest';
import { parseDateText } from '#core/model/dateText.ts';

describe('parseDateText', () => {
  it.each([
    ['2 Juni 2026', '2026-06-02'],
    ['02 juni 2026', '2026-06-02'],
    ['Selasa, 2 Juni 2026', '2026-06-02'],
    ["Jum'at 5 Juni 2026", '2026-06-05'],
    ['17 Agt 2026', '2026-08-17'],
    ['9 Nopember 2026', '2026-11-09'],
    ['2/6/2026', '2026-06-02'],
    ['02-06-26', '2026-06-02'],
    ['2.6.2026', '2026-06-02'],
    ['2026-06-02', '2026-06-02'],
    ['2 June 2026', '2026-06-02'],
  ])('reads %s', (text, iso) => {
    expect(parseDateText(text)).toBe(iso);
  });

  it.each(['', 'kemarin', '31 Juni 2026', '30/2/2026', '2 Juni', '2 Juno 2026 x', '13/13/2026'])(
    'finds no date in "%s"',
    (text) => {
      expect(parseDateText(text)).toBeUndefined();
    },
  );
});
