import { describe, expect, it } from 'vitest';
import { toPastedRows } from '#core/import/pastedCells.ts';

describe('toPastedRows', () => {
  it('reads what a spreadsheet copies, quotes and line ends in cells included', () => {
    expect(toPastedRows('Menerima\t5 menit\r\n"Memeriksa\n""berkas"""\t\r\n')).toEqual([
      ['Menerima', '5 menit'],
      ['Memeriksa\n"berkas"'],
    ]);
  });

  it('leaves a plain text as it is', () => {
    expect(toPastedRows('2 hari kerja')).toEqual([['2 hari kerja']]);
    expect(toPastedRows('')).toEqual([['']]);
  });
});
