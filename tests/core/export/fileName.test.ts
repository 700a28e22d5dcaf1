import { describe, expect, it } from 'vitest';
import { toFileName } from '#core/export/fileName.ts';

describe('toFileName', () => {
  it.each([
    ['Pelayanan Informasi', 'SOP Pelayanan Informasi.pdf'],
    ['SOP Pelayanan Informasi', 'SOP Pelayanan Informasi.pdf'],
    ['sop pelayanan', 'sop pelayanan.pdf'],
    ['Sopir dan kendaraan', 'SOP Sopir dan kendaraan.pdf'],
    ['', 'SOP.pdf'],
    ['  ', 'SOP.pdf'],
    ['Masuk/Keluar: "surat" <baru>?', 'SOP Masuk-Keluar- -surat- -baru.pdf'],
    ['../../etc/passwd', 'SOP etc-passwd.pdf'],
    ['baris\nkedua', 'SOP baris-kedua.pdf'],
    ['Titik di ujung. ', 'SOP Titik di ujung.pdf'],
    ['x'.repeat(500), `SOP ${'x'.repeat(120)}.pdf`],
  ])('names %j as a person would', (title, name) => {
    expect(toFileName(title, 'pdf')).toBe(name);
  });

  it('tells the pages of one document apart', () => {
    expect(toFileName('Arsip', 'svg', 2)).toBe('SOP Arsip - halaman 2.svg');
  });
});
