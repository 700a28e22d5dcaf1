import { describe, expect, it } from 'vitest';
import { parseFileName } from '#app/editor/fileName.ts';
import { toContentDisposition, toFileName } from '#server/http/contentDisposition.ts';

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

describe('toContentDisposition', () => {
  it.each([
    'SOP Pelayanan.pdf',
    'SOP Évaluasi “mutu” 100%.pdf',
    "SOP Jum'at (pagi)*.pdf",
    'SOP 選挙.pdf',
  ])('is read back as %s', (name) => {
    expect(parseFileName(toContentDisposition(name))).toBe(name);
  });

  it('is plain ASCII, for old programs too', () => {
    expect(toContentDisposition('SOP Évaluasi “mutu”.pdf')).toBe(
      'attachment; filename="SOP Evaluasi _mutu_.pdf"; ' +
        "filename*=UTF-8''SOP%20%C3%89valuasi%20%E2%80%9Cmutu%E2%80%9D.pdf",
    );
  });
});
