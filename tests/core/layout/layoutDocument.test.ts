import { describe, expect, it } from 'vitest';
import { type Scene, toItemLines } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { Cell, DocumentLayout, PageLayout } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { measureDocument } from '#core/layout/pageMetrics.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import type { Settings } from '#core/model/settings.ts';
import { readExamples } from '#tests/support/examples.ts';
import {
  captionTexts,
  cellTexts,
  flowchartPages,
  isWithin,
  overlaps,
  textOfCell,
} from '#tests/support/pageTexts.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe.each(readExamples())('layoutDocument of $name', ({ procedure }) => {
  const layout = layoutDocument(procedure);
  const pages = flowchartPages(layout);

  it('repeats the header, the document number and the page number on each page', () => {
    const header = ['No', 'Kegiatan', 'Pelaksana', 'Mutu Baku', 'Kelengkapan', 'Waktu', 'Output'];

    for (const page of pages) expect(cellTexts(page)).toEqual(expect.arrayContaining(header));
    for (const [index, page] of layout.pages.entries()) {
      const captions = captionTexts(page).join();
      expect(captions).toContain(`Halaman ${index + 1} dari ${layout.pages.length}`);
      expect(captions).toContain(procedure.identity.number);
    }
  });

  it('keeps the band for the signature free', () => {
    for (const { cells, symbols, offPage, footer, height } of layout.pages) {
      expect(height - footer.y).toBeGreaterThan((15 * 72) / 25.4);
      for (const box of [...cells, ...symbols, ...offPage])
        expect(box.y + box.height).toBeLessThanOrEqual(footer.y);
    }
  });

  it('shows each step once, in order, one row below the other', () => {
    const shown = pages.flatMap(({ rows }) => rows.map(({ step }) => step));

    expect(shown).toEqual(procedure.steps.map(({ id }) => id));
    for (const { rows } of pages)
      for (const [index, row] of rows.slice(1).entries())
        expect(row.y).toBeCloseTo((rows[index]?.y ?? 0) + (rows[index]?.height ?? 0), 6);
  });

  it('puts each symbol into the middle of its actor’s column and into its step’s row', () => {
    const actorOf = new Map(
      procedure.steps.flatMap(({ symbols }) => symbols.map(({ id, actor }) => [id, actor])),
    );
    for (const page of pages)
      for (const box of page.symbols) {
        const column = page.columns.find(({ actor }) => actor === actorOf.get(box.symbol));
        const row = page.rows.find(({ step }) => step === box.step);
        if (!column || !row) throw new Error(`${box.symbol} stands nowhere`);
        expect(box.x + box.width / 2).toBeCloseTo(column.x + column.width / 2, 6);
        expect(isWithin(box, { ...column, y: row.y, height: row.height })).toBe(true);
      }
  });

  it('breaks no word of an actor’s name', () => {
    for (const page of pages)
      for (const cell of page.cells) {
        if (cell.target?.of !== 'actor') continue;
        const { actor } = cell.target;
        const name = procedure.actors.find(({ id }) => id === actor)?.name ?? '';
        const parts = name.split(/ |(?<=\/)/);
        for (const { text } of cell.lines)
          for (const part of text.split(/ |(?<=\/)/)) expect(parts).toContain(part);
      }
  });

  it('shows every text whole, and a pair of pentagons at every page break', () => {
    expect(measureDocument(layout, procedure)).toEqual({ clippedTexts: 0, missingPentagons: 0 });
  });

  it('has the identity on one page', () => {
    expect(layout.pages.filter(({ kind }) => kind === 'identity').length).toBe(1);
  });

  it('leaves no row alone on a page', () => {
    expect(Math.min(...pages.map(({ rows }) => rows.length))).toBeGreaterThan(2);
  });

  it('is the same for an equal procedure', () => {
    expect(layoutDocument(structuredClone(procedure))).toEqual(layout);
  });
});

describe('layoutDocument: the identity', () => {
  it('prints labels, dates and lists as offices do', () => {
    const [page] = layoutDocument(smallProcedure()).pages;

    const texts = page ? cellTexts(page) : [];

    expect(texts.slice(0, 14)).toEqual([
      'Komisi Pemilihan Umum',
      'Kota Bogor',
      'NOMOR SOP',
      '12/OT.02/2026',
      'TANGGAL PEMBUATAN',
      '2 Juni 2026',
      'TANGGAL REVISI',
      '-',
      'TANGGAL EFEKTIF',
      '1 Juli 2026',
      'DISAHKAN OLEH',
      'Sekretaris',
      'Sari',
      'NIP 1979',
    ]);
    expect(texts.slice(14, 16)).toEqual(['NAMA SOP', 'Pengelolaan Surat Masuk']);
  });

  it('numbers the entries of a list, but not a single one', () => {
    const [scene] = toScenes(layoutDocument(smallProcedure()), smallProcedure());

    expect(printedLines(scene)).toEqual(
      expect.arrayContaining([
        'DASAR HUKUM KUALIFIKASI PELAKSANA',
        '1. UU 7/2017 SMA',
        '2. PKPU 14/2020',
        '3. PermenPANRB 35/2012',
        'KETERKAITAN PERALATAN/PERLENGKAPAN',
        '- 1. Komputer',
        '2. Lembar disposisi',
        'PERINGATAN PENCATATAN DAN PENDATAAN',
        '- Buku agenda',
      ]),
    );
  });

  it('says of each text and date which one a person edits there', () => {
    const cells = layoutDocument(smallProcedure()).pages[0]?.cells ?? [];
    const find = (text: string) => cells.find((cell) => textOfCell(cell) === text);

    expect(find('PKPU 14/2020')?.target).toEqual({ of: 'item', list: 'legalBasis', index: 1 });
    expect(find('Sari')?.target).toEqual({ of: 'approver', field: 'name' });
    expect(find('1 Juli 2026')?.date).toBe('effectiveOn');
    expect(find('PERINGATAN -')?.list).toBe('warnings');
  });

  it('lets a long list run over to further pages', () => {
    const legalBasis = Array.from({ length: 45 }, (_, index) => `Peraturan Nomor ${index + 1}`);
    const procedure = withIdentity({ legalBasis });

    const { pages } = layoutDocument(procedure);

    const identity = pages.filter(({ kind }) => kind === 'identity');
    expect(identity.length).toBeGreaterThan(1);
    expect(identity.flatMap(cellTexts).filter((text) => legalBasis.includes(text))).toEqual(
      legalBasis,
    );
    expect(identity[1] && cellTexts(identity[1]).join()).toContain('DASAR HUKUM (lanjutan)');
  });

  it('stands on one page with the flowchart when the document asks for it and it fits', () => {
    const settings = { startsOnIdentityPage: true, orientation: 'portrait' } as const;
    const procedure = { ...smallProcedure(), settings };

    const { pages } = layoutDocument(procedure);

    expect(pages.map(({ kind }) => kind)).toEqual(['flowchart']);
    expect(pages[0] && cellTexts(pages[0])).toEqual(
      expect.arrayContaining(['NOMOR SOP', 'Kegiatan', 'Menerima surat', 'Mengarsipkan']),
    );
  });

  it('is alone on its page when not even two rows fit below it', () => {
    const legalBasis = Array.from({ length: 18 }, (_, index) => `Peraturan Nomor ${index + 1}`);
    const procedure = {
      ...withIdentity({ legalBasis }),
      settings: { startsOnIdentityPage: true },
    };

    expect(layoutDocument(procedure).pages.map(({ kind }) => kind)).toEqual([
      'identity',
      'flowchart',
    ]);
  });

  it('gives the logo its place above the letterhead', () => {
    const logo = 'data:image/png;base64,iVBORw0KGgo=';

    const [page] = layoutDocument(withIdentity({ logo })).pages;

    const unit = page?.cells.find((cell) => textOfCell(cell) === 'Komisi Pemilihan Umum');
    const picture = page?.pictures?.[0];
    expect(picture?.href).toBe(logo);
    expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThan(unit?.y ?? 0);
  });
});

describe('layoutDocument: finishing', () => {
  const print = (settings: Settings, procedure = smallProcedure()) =>
    layoutDocument({ ...procedure, settings });

  it('puts cover and decree before the identity; they count as pages, but bear no number', () => {
    const { pages } = print({ cover: true, decreePage: true });

    expect(pages.map(({ kind }) => kind)).toEqual(['cover', 'decree', 'identity', 'flowchart']);
    expect(pages.map((page) => captionTexts(page).at(-1))).toEqual([
      undefined,
      undefined,
      'Halaman 3 dari 4',
      'Halaman 4 dari 4',
    ]);
  });

  it('is as large as the paper, turned as the document asks', () => {
    const [page] = print({ paper: 'f4', orientation: 'portrait' }).pages;

    expect([page?.width, page?.height]).toEqual([609.45, 935.43]);
  });

  it('keeps to the margin and the footer band', () => {
    const pages = print({ marginMm: 20, footerBandMm: 30 }).pages;

    const [margin, band] = [(20 * 72) / 25.4, (30 * 72) / 25.4];
    for (const { cells, width, height, footer } of pages) {
      expect(footer.y).toBeCloseTo(height - margin - band);
      expect(Math.min(...cells.map(({ x }) => x))).toBeCloseTo(margin);
      expect(Math.max(...cells.map((cell) => cell.x + cell.width))).toBeCloseTo(width - margin);
    }
  });

  it('sets the table in the size that the document asks for, and symbols as large', () => {
    const sizeOf = (settings: Settings) => {
      const page = flowchartPages(print(settings))[0];
      const activity = page?.cells.find((cell) => textOfCell(cell) === 'Menerima surat');
      const box = page?.symbols.find(({ kind }) => kind === 'process');
      return [activity?.lines[0]?.size, box?.width];
    };

    const [usual, large] = [sizeOf({}), sizeOf({ typeSizePt: 10, symbolScale: 1.5 })];
    expect([usual[0], large[0]]).toEqual([8, 10]);
    expect(large[1]).toBeCloseTo((usual[1] ?? 0) * 1.5);
  });

  it('leaves 60 pt free for the signature, and less only where the table begins below', () => {
    const roomOf = (settings: Settings) => {
      const cells = print(settings).pages[0]?.cells ?? [];
      const position = cells.find((cell) => textOfCell(cell) === 'Sekretaris');
      const name = cells.find((cell) => textOfCell(cell) === 'Sari');
      return Math.round((name?.y ?? 0) - (position?.y ?? 0) - (position?.height ?? 0));
    };

    expect(roomOf({})).toBeGreaterThanOrEqual(60);
    expect(roomOf({ startsOnIdentityPage: true })).toBeGreaterThanOrEqual(46);
  });
});

describe('layoutDocument: the table', () => {
  it('puts a group’s header above its actors', () => {
    const { cells } = onlyTable(smallProcedure());
    const group = cells.find((cell) => textOfCell(cell) === 'Sekretariat');
    const staff = cells.find((cell) => textOfCell(cell) === 'Staf');
    const head = cells.find((cell) => textOfCell(cell) === 'Kasubag');

    expect(group?.target).toEqual({ of: 'group', actor: 'staff' });
    expect(group?.width).toBeCloseTo((staff?.width ?? 0) + (head?.width ?? 0), 6);
    expect((group?.y ?? 0) + (group?.height ?? 0)).toBeCloseTo(staff?.y ?? 0, 6);
  });

  it('numbers the columns and prints a note when the document asks for it', () => {
    const settings = { columnNumbers: true, tableNote: 'Catatan: hari kerja.' };

    const page = onlyTable({ ...smallProcedure(), settings });

    const numbers = page.cells.filter(
      ({ role, lines }) => role === 'header' && /^\d+$/.test(lines[0]?.text ?? ''),
    );
    expect(numbers.map(textOfCell)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(captionTexts(page)).toContain('Catatan: hari kerja.');
  });

  it('prints Y and T when the document asks for letters', () => {
    const page = onlyTable({ ...smallProcedure(), settings: { exitLabels: 'letters' } });

    const labels = page.connectors.flatMap(({ label }) => (label ? [label.text] : []));
    expect(labels.toSorted()).toEqual(['T', 'Y']);
  });

  it('draws extra capsules above the first and below the last box when the document asks for it', () => {
    const page = onlyTable({ ...smallProcedure(), settings: { terminatorStyle: 'extra' } });

    const inRow = (step: string) =>
      page.symbols
        .filter((box) => box.step === step)
        .toSorted((a, b) => a.y - b.y)
        .map(({ kind }) => kind);
    expect(inRow('receive')).toEqual(['terminator', 'process']);
    expect(inRow('file')).toEqual(['process', 'terminator']);
    expect(page.connectors.length).toBe(smallProcedure().flows.length + 2);
  });

  it('stacks a capsule above the box that it starts, whatever their order', () => {
    const page = onlyTable(
      withSymbols(
        [
          { id: 'box', actor: 'staff', kind: 'process' },
          { id: 'capsule', actor: 'staff', kind: 'terminator' },
        ],
        [{ id: 'f', from: 'capsule', to: 'box' }],
      ),
    );

    const box = page.symbols.find(({ symbol }) => symbol === 'box');
    const capsule = page.symbols.find(({ symbol }) => symbol === 'capsule');
    expect((capsule?.y ?? 0) + (capsule?.height ?? 0)).toBeLessThan(box?.y ?? 0);
    expect(page.connectors.map(({ points }) => points.length)).toEqual([2]);
  });

  it('joins the boxes of a step done together with plain lines', () => {
    const procedure = withSymbols([
      { id: 'a', actor: 'staff', kind: 'process' },
      { id: 'b', actor: 'head', kind: 'process' },
      { id: 'c', actor: 'secretary', kind: 'process' },
    ]);
    const joint = {
      ...procedure,
      steps: procedure.steps.map((step) => ({ ...step, joint: true })),
    };

    const { joints, symbols } = onlyTable(joint);

    const [a, b, c] = symbols;
    if (!a || !b || !c) throw new Error('a symbol is missing');
    const y = a.y + a.height / 2;
    expect(joints.map(({ points }) => points)).toEqual([
      [
        [a.x + a.width, y],
        [b.x, y],
      ],
      [
        [b.x + b.width, y],
        [c.x, y],
      ],
    ]);
  });

  it('makes a decision larger for its question', () => {
    const question = 'Dikuasai dan terbuka?';
    const page = onlyTable(
      withSymbols([
        { id: 'plain', actor: 'staff', kind: 'decision' },
        { id: 'asks', actor: 'head', kind: 'decision', text: question },
      ]),
    );

    const plain = page.symbols.find(({ symbol }) => symbol === 'plain');
    const asks = page.symbols.find(({ symbol }) => symbol === 'asks');
    expect(asks?.lines.map(({ text }) => text).join(' ')).toBe(question);
    expect(asks?.width).toBeGreaterThan(plain?.width ?? 0);
  });

  it('shows the header and a blank row without steps and actors', () => {
    const { pages } = layoutDocument(emptyProcedure('Baru'));

    const [page] = pages.slice(-1);
    expect(pages.length).toBe(2);
    expect(page && cellTexts(page)).toEqual(expect.arrayContaining(['No', 'Pelaksana']));
    expect(page?.cells.some(({ role }) => role === 'text')).toBe(true);
  });

  it('goes on with a row that is higher than a page, and says so', () => {
    const activity = 'Menyusun daftar pemilih dan memetakan tempat pemungutan suara. '.repeat(80);
    const procedure = withStep({ activity });

    const layout = layoutDocument(procedure);

    const pages = flowchartPages(layout);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(({ rows }) => rows.some(({ step }) => step === 'check'))).toBe(true);
    expect(pages.slice(1).every((page) => cellTexts(page).join().includes('(lanjutan)'))).toBe(
      true,
    );
    expect(layout.warnings).toContainEqual({ code: 'split-row', step: 'check' });
    expect(measureDocument(layout, procedure)).toEqual({ clippedTexts: 0, missingPentagons: 0 });
  });
});

describe('layoutDocument: paper', () => {
  it.each([
    { paper: 'a4', orientation: 'landscape', size: [841.89, 595.28] },
    { paper: 'f4', orientation: 'landscape', size: [935.43, 609.45] },
    { paper: 'legal', orientation: 'portrait', size: [612, 1008] },
  ] as const)('fills $paper in $orientation', ({ paper, orientation, size }) => {
    const [page] = flowchartPages(layoutDocument(smallProcedure(), { paper, orientation }));

    const right = Math.max(...(page?.cells ?? []).map(({ x, width }) => x + width));
    expect([page?.width, page?.height]).toEqual(size);
    expect(right).toBeCloseTo(size[0] - (12 * 72) / 25.4, 1);
  });

  it.each(['a4', 'f4', 'letter', 'legal', 'a3'] as const)('holds 15 actors on %s', (paper) => {
    const layout = layoutDocument(withActors(15), { paper });

    expectGoodTable(layout);
    const sizes = flowchartPages(layout).flatMap(({ cells }) =>
      cells.flatMap(({ lines }) => lines.map(({ size }) => size)),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(4.9);
  });

  it('sets smaller type when the page is too narrow, and says so', () => {
    expect(layoutDocument(withActors(9)).warnings).toEqual([
      { code: 'smaller-type', typeSizePt: expect.any(Number) },
    ]);
    expect(layoutDocument(smallProcedure()).warnings).toEqual([]);
  });

  it('names the page that is wide enough: first the same paper turned, then a larger one', () => {
    const toWarning = (actors: number) => {
      const layout = layoutDocument(withActors(actors), { orientation: 'portrait' });
      return layout.warnings?.[0];
    };

    const a4 = { paper: 'a4', orientation: 'landscape' };
    expect(toWarning(10)).toMatchObject({ code: 'smaller-type', page: a4 });
    const larger = toWarning(18);
    expect(larger).toMatchObject({ page: { paper: expect.any(String) } });
    expect(larger).not.toMatchObject({ page: a4 });
    expect(toWarning(60)).not.toHaveProperty('page');
  });

  it('prints a long note whole, and says so when it is longer than half a page', () => {
    const toNoted = (words: number) => ({
      ...smallProcedure(),
      settings: { tableNote: 'Hari adalah hari kerja. '.repeat(words).trim() },
    });
    const long = toNoted(60);
    const tooLong = toNoted(700);

    const layout = layoutDocument(long);
    expect(layout.warnings).toEqual([]);
    expect(measureDocument(layout, long).clippedTexts).toBe(0);
    const cut = layoutDocument(tooLong);
    expect(cut.warnings).toEqual([{ code: 'cut-note' }]);
    expect(measureDocument(cut, tooLong).clippedTexts).toBe(1);
  });

  it('names the letters that no shipped font has', () => {
    const { identity, ...rest } = smallProcedure();
    const layout = layoutDocument({ ...rest, identity: { ...identity, title: 'Surat 王 ก →' } });

    expect(layout.warnings).toEqual([{ code: 'unknown-letters', letters: ['王', 'ก'] }]);
  });

  it('draws even 60 actors without overlaps, and says that they are too many', () => {
    const layout = layoutDocument(withActors(60));

    expectGoodTable(layout);
    expect(layout.warnings?.[0]).toMatchObject({ code: 'smaller-type' });
  });
});

function expectGoodTable(layout: DocumentLayout): void {
  for (const { cells, symbols, columns, footer, width } of flowchartPages(layout)) {
    const bordered = cells.filter(({ border }) => border);
    expect(findOverlap(bordered)).toBeUndefined();
    expect(symbols.filter((a) => symbols.some((b) => a !== b && overlaps(a, b)))).toEqual([]);
    for (const box of [...bordered, ...symbols])
      expect(isWithin(box, { x: 0, y: 0, width: width - 30, height: footer.y })).toBe(true);
    for (const box of symbols)
      expect(columns.some((column) => isWithin(box, { ...column, y: 0, height: 1e4 }))).toBe(true);
  }
}

function findOverlap(cells: readonly Cell[]): readonly [Cell, Cell] | undefined {
  for (const [index, cell] of cells.entries())
    for (const other of cells.slice(index + 1)) if (overlaps(cell, other)) return [cell, other];
  return undefined;
}

/** What stands on a page, line by line, each from left to right. */
function printedLines(scene: Scene | undefined): readonly string[] {
  const texts = (scene?.items ?? []).flatMap(toItemLines);
  const heights = new Set(texts.map(({ y }) => Math.round(y)));
  return [...heights].map((height) =>
    texts
      .filter(({ y }) => Math.round(y) === height)
      .toSorted((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(' '),
  );
}

function onlyTable(procedure: Procedure): PageLayout {
  const pages = flowchartPages(layoutDocument(procedure));
  const [page] = pages;
  if (!page || pages.length > 1) throw new Error(`${pages.length} pages`);
  return page;
}

function withIdentity(change: Partial<Procedure['identity']>): Procedure {
  const procedure = smallProcedure();
  return { ...procedure, identity: { ...procedure.identity, ...change } };
}

function withStep(change: Partial<Step>): Procedure {
  const procedure = smallProcedure();
  const steps = procedure.steps.map((step) =>
    step.id === 'check' ? { ...step, ...change } : step,
  );
  return { ...procedure, steps };
}

/** A single step with these symbols. */
function withSymbols(symbols: readonly StepSymbol[], flows: Procedure['flows'] = []): Procedure {
  const procedure = smallProcedure();
  return {
    ...procedure,
    steps: procedure.steps.slice(0, 1).map((step) => ({ ...step, symbols })),
    flows,
  };
}

/** Actors with names as offices have them, the first three with symbols. */
function withActors(count: number): Procedure {
  const names = ['Kasubbag Teknis', 'Anggota Divisi Perencanaan, Data dan Informasi', 'Bendahara'];
  const procedure = smallProcedure();
  const more = Array.from({ length: count - 3 }, (_, index) => ({
    id: `more${index}`,
    name: names[index % names.length] ?? '',
  }));
  return { ...procedure, actors: [...procedure.actors, ...more] };
}
