import { describe, expect, it } from 'vitest';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Identity } from '#core/model/procedure.ts';
import { cellTexts, isWithin } from '#tests/support/pageTexts.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('layCover', () => {
  it('names office, SOP, number and year, with the address at the foot', () => {
    const unit = ['Komisi Pemilihan Umum', 'Jl. Pemuda 5, Bogor', 'Kota Bogor'];

    expect(cellTexts(cover({ unit })).filter(Boolean)).toEqual([
      'Komisi Pemilihan Umum',
      'Kota Bogor',
      'STANDAR OPERASIONAL PROSEDUR',
      'Pengelolaan Surat Masuk',
      'Nomor: 12/OT.02/2026',
      'TAHUN 2026',
      'Jl. Pemuda 5, Bogor',
    ]);
  });

  it('takes the year from the number where no date is known', () => {
    const undated = { effectiveOn: null, createdOn: null };

    expect(cellTexts(cover({ ...undated, number: '7/ORT.06-SOP/2024' }))).toContain('TAHUN 2024');
    expect(cellTexts(cover({ ...undated, number: '' })).join()).not.toMatch(/TAHUN|Nomor/);
  });

  it('sets a long name in lines of about the same length', () => {
    const title = 'Pelayanan Permohonan Informasi Publik di Lingkungan Komisi Pemilihan Umum Kota';
    const name = cover({ title }).cells.find(({ target }) => target?.of === 'title');

    const widths = name?.lines.map(({ width }) => width) ?? [];
    expect(widths.length).toBeGreaterThan(1);
    expect(Math.min(...widths)).toBeGreaterThan(0.6 * Math.max(...widths));
  });

  it('keeps the logo above the letterhead', () => {
    const page = cover({ logo: 'data:image/png;base64,iVBORw0KGgo=' });

    const [picture] = page.pictures ?? [];
    const office = page.cells.find(({ lines }) => lines[0]?.text === 'Komisi Pemilihan Umum');
    expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThan(office?.y ?? 0);
  });

  it('fits on its page, however long its texts are', () => {
    const page = cover({ title: 'Pelayanan '.repeat(400), unit: Array(60).fill('Subbagian Umum') });

    const area = { x: 0, y: 0, width: page.width, height: page.footer.y };
    expect(page.cells.filter((cell) => !isWithin(cell, area))).toEqual([]);
    expect(cellTexts(page)).toEqual(expect.arrayContaining(['Subbagian Umum', 'TAHUN 2026']));
  });
});

function cover(change: Partial<Identity>) {
  const procedure = smallProcedure();
  const identity = { ...procedure.identity, ...change };
  const [page] = layoutDocument({ ...procedure, identity, settings: { cover: true } }).pages;
  if (page?.kind !== 'cover') throw new Error('No cover');
  return page;
}
