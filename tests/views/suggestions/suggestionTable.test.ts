import { describe, expect, it } from 'vitest';
import { toCopiedTable } from '#views/suggestions/suggestionTable.ts';

describe('toCopiedTable', () => {
  it('keeps each suggestion on one line of text, and its lines and signs in HTML', () => {
    const table = toCopiedTable('Saran', ['No', 'Saran'], [['1', 'Waktu < 5 menit\nTono: setuju']]);

    expect(table.text).toBe('Saran\nNo\tSaran\n1\tWaktu < 5 menit Tono: setuju\n');
    expect(table.html).toContain('<td>Waktu &lt; 5 menit<br>Tono: setuju</td>');
  });
});
