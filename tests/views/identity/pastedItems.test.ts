import { describe, expect, it } from 'vitest';
import { toPastedItems } from '#views/identity/pastedItems.ts';

describe('toPastedItems', () => {
  it('takes each line as an entry, without its number or bullet', () => {
    expect(toPastedItems('1. UU 7/2017\r\n2)  PKPU 14\n\n• Printer\na. Kertas\n- Tinta\n')).toEqual(
      ['UU 7/2017', 'PKPU 14', 'Printer', 'Kertas', 'Tinta'],
    );
  });

  it('leaves a single line to the field', () => {
    expect(toPastedItems('UU Nomor 7 Tahun 2017')).toEqual([]);
  });
});
