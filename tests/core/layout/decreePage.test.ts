import { describe, expect, it } from 'vitest';
import type { PageLayout } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Identity } from '#core/model/procedure.ts';
import { cellTexts, isWithin } from '#tests/support/pageTexts.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('layDecree', () => {
  it('is a decision of whoever approves the SOP, upright on one page', () => {
    const [page, ...more] = decree({});

    expect(more).toEqual([]);
    expect(page && page.height > page.width).toBe(true);
    expect(page && cellTexts(page)).toEqual(
      expect.arrayContaining([
        'KEPUTUSAN SEKRETARIS',
        'PENETAPAN STANDAR OPERASIONAL PROSEDUR PENGELOLAAN SURAT MASUK',
        'Menimbang',
        'Mengingat',
        'UU 7/2017;',
        'MEMUTUSKAN:',
        'KETIGA',
        'pada tanggal 1 Juli 2026',
        'Sari',
      ]),
    );
  });

  it('leaves blanks to be filled in by hand for what is not known', () => {
    const approver = { position: '', name: '', nip: '' };
    const dates = { effectiveOn: null, createdOn: null };
    const [page] = decree({ ...dates, number: '', legalBasis: [], approver });

    const texts = page ? cellTexts(page) : [];
    expect(texts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^KEPUTUSAN \.{10,}$/),
        expect.stringMatching(/^NOMOR \.{10,} TAHUN \.{4,}$/),
        expect.stringMatching(/^\.{20,};$/),
        expect.stringMatching(/^Ditetapkan di \.{10,}$/),
        expect.stringMatching(/^pada tanggal \.{10,}$/),
      ]),
    );
  });

  it('runs over where the legal basis is long, and keeps the signature together', () => {
    const legalBasis = Array.from({ length: 70 }, (_, index) => `Peraturan Nomor ${index + 1}`);
    const pages = decree({ legalBasis });

    expect(pages.length).toBeGreaterThan(1);
    const texts = pages.flatMap(cellTexts);
    expect(texts.filter((text) => text.startsWith('Peraturan'))).toEqual(
      legalBasis.map((text) => `${text};`),
    );
    const last = pages.at(-1);
    expect(last && cellTexts(last)).toEqual(
      expect.arrayContaining(['pada tanggal 1 Juli 2026', 'SEKRETARIS,', 'Sari']),
    );
  });

  it('shows even the longest texts within its pages', () => {
    const title = 'Pengelolaan surat masuk '.repeat(800);

    for (const { cells, width, footer } of decree({ title }))
      expect(
        cells.filter((cell) => !isWithin(cell, { x: 0, y: 0, width, height: footer.y })),
      ).toEqual([]);
  });
});

function decree(change: Partial<Identity>): readonly PageLayout[] {
  const procedure = smallProcedure();
  const identity = { ...procedure.identity, ...change };
  const { pages } = layoutDocument({ ...procedure, identity, settings: { decreePage: true } });
  return pages.filter(({ kind }) => kind === 'decree');
}
