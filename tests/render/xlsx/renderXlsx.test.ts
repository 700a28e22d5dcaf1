import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { PaperName } from '#core/model/settings.ts';
import { toWholeSheets } from '#core/sheets/wholeSheets.ts';
import { renderXlsx } from '#render/xlsx/renderXlsx.ts';
import { readExample } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { readParts, type XmlElement } from '#tests/support/wordFile.ts';

const example = readExample('penggantian-antarwaktu-dprd');

async function render(procedure: Procedure) {
  const scenes = toScenes(layoutDocument(procedure), procedure);
  const drawPicture = () => new Uint8Array([1]);
  return renderXlsx(scenes, { title: 'SOP', data: toWholeSheets(procedure), drawPicture });
}

/** The elements of one name anywhere below. */
function findAll(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (!element) return [];
  const below = element.children.flatMap((child) => findAll(child, name));
  return element.name === name ? [element, ...below] : below;
}

async function readBook(procedure: Procedure) {
  const parts = readParts(await render(procedure));
  const workbook = parts.get('xl/workbook.xml');
  const strings = findAll(parts.get('xl/sharedStrings.xml'), 'si').map(({ text }) => text);
  const names = findAll(workbook, 'sheet').map(({ attributes }) => attributes.name ?? '');
  const sheet = (name: string) => parts.get(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`);
  const cell = (name: string, reference: string) => {
    const found = findAll(sheet(name), 'c').find(({ attributes }) => attributes.r === reference);
    const value = findAll(found, 'v')[0]?.text ?? '';
    return found?.attributes.t === 's' ? strings[Number(value)] : Number(value);
  };
  return { parts, workbook, names, sheet, cell };
}

describe('renderXlsx', () => {
  it('has the pages as sheets, then the data', async () => {
    const { names, workbook } = await readBook(example);

    expect(names).toEqual([
      'Identitas',
      'Flowchart',
      'Data',
      'Pelaksana',
      'Data identitas',
      'Pengaturan',
      'Panah',
      'Lainnya',
    ]);
    const hidden = findAll(workbook, 'sheet').filter(
      ({ attributes }) => attributes.state === 'hidden',
    );
    expect(hidden.map(({ attributes }) => attributes.name)).toEqual(['Panah', 'Lainnya']);
  });

  it('gives rows of data the height of their wrapped texts', async () => {
    const small = smallProcedure();
    const steps = small.steps.map((step, index) =>
      index === 1
        ? { ...step, activity: 'Meneliti kelengkapan berkas permohonan '.repeat(8).trim() }
        : { ...step, activity: 'Mulai' },
    );
    const { sheet } = await readBook({ ...small, steps });

    const heights = findAll(sheet('Data'), 'row').map(({ attributes }) => Number(attributes.ht));
    const [, short = 0, long = 0] = heights;
    expect(short).toBeGreaterThan(12);
    // 312 letters in a column of 44 digits.
    expect(long).toBeGreaterThan(7 * 12);
    expect(long).toBeLessThan(11 * 12);
  });

  it('gives columns of data the width of their longest word, up to a point', async () => {
    const widthOf = async (notes: string) => {
      const small = smallProcedure();
      const steps = small.steps.map((step, index) => (index === 1 ? { ...step, notes } : step));
      const { sheet, cell } = await readBook({ ...small, steps });
      const place = [...'ABCDEFGHIJKLMNOP'].findIndex(
        (column) => cell('Data', `${column}1`) === 'Keterangan',
      );
      return Number(findAll(sheet('Data'), 'col')[place]?.attributes.width);
    };

    const usual = await widthOf('Catatan');
    const long = await widthOf('Lewat surat/surel/telepon/faksimile/loket');
    const huge = await widthOf('x'.repeat(5000));

    expect(usual).toBeLessThan(long);
    expect(long).toBeLessThan(huge);
    expect(huge).toBeLessThan(50);
  });

  it('keeps the numbers of lists on one line', async () => {
    const { parts, sheet } = await readBook(example);

    const styles = findAll(findAll(parts.get('xl/styles.xml'), 'cellXfs')[0], 'xf').map(
      (xf) => findAll(xf, 'alignment')[0]?.attributes.wrapText,
    );
    const strings = findAll(parts.get('xl/sharedStrings.xml'), 'si').map(({ text }) => text);
    const wraps = findAll(sheet('Identitas'), 'c').flatMap((cell) => {
      const text = strings[Number(findAll(cell, 'v')[0]?.text)];
      return text === '2.' ? [styles[Number(cell.attributes.s)]] : [];
    });
    expect(wraps.length).toBeGreaterThan(2);
    expect(wraps.filter((wrap) => wrap === '1' || wrap === 'true')).toEqual([]);
  });

  it('merges the header, repeats it on each page and breaks pages where the PDF does', async () => {
    const { sheet, workbook, cell } = await readBook(example);

    const flowchart = sheet('Flowchart');
    const merged = findAll(flowchart, 'mergeCell').map(({ attributes }) => attributes.ref);
    expect(merged.toSorted()).toEqual(['A1:A2', 'B1:B2', 'C1:I1', 'J1:L1', 'M1:M2']);
    const defined = findAll(workbook, 'definedName').map(({ text }) => text);
    expect(defined).toContain("'Flowchart'!$1:$2");
    expect(defined).toContain("'Flowchart'!$A$1:$M$17");
    const [first] = layoutDocument(example).pages.filter(({ kind }) => kind === 'flowchart');
    const headRows = 2;
    expect(findAll(flowchart, 'brk').map(({ attributes }) => attributes.id)).toEqual([
      String(headRows + (first?.rows.length ?? 0)),
    ]);
    expect([cell('Flowchart', 'A1'), cell('Flowchart', 'A3'), cell('Flowchart', 'A17')]).toEqual([
      'No',
      1,
      15,
    ]);
    expect(String(cell('Flowchart', 'B3')).split(/\s+/).join(' ')).toBe(example.steps[0]?.activity);
  });

  it.each<[PaperName, string]>([
    ['a4', '9'],
    ['a3', '8'],
    ['f4', '14'],
    ['letter', '1'],
    ['legal', '5'],
  ])('prints %s at its own size, pages counted on', async (paper, code) => {
    const { sheet } = await readBook({ ...example, settings: { paper } });

    expect(findAll(sheet('Flowchart'), 'pageSetup')[0]?.attributes).toMatchObject({
      paperSize: code,
      orientation: 'landscape',
      scale: '100',
      firstPageNumber: '2',
    });
  });

  it('quantises rows to 0.75 pt, as Excel does', async () => {
    const { sheet } = await readBook(example);

    const heights = findAll(sheet('Flowchart'), 'row').map(({ attributes }) =>
      Number(attributes.ht),
    );
    expect(heights.filter((height) => !Number.isInteger(height / 0.75))).toEqual([]);
  });

  it('draws named symbols and connectors glued to them, anchored to cells', async () => {
    const { parts, sheet } = await readBook(smallProcedure());

    expect(sheet('Flowchart')?.children.at(-1)?.name).toBe('drawing');
    const drawing = parts.get('xl/drawings/drawing1.xml');
    const anchors = findAll(drawing, 'xdr:twoCellAnchor');
    expect(anchors.every(({ attributes }) => attributes.editAs === 'twoCell')).toBe(true);
    const presets = findAll(drawing, 'a:prstGeom').map(({ attributes }) => attributes.prst);
    expect(presets.filter((preset) => preset?.startsWith('flowChart'))).toEqual([
      'flowChartTerminator',
      'flowChartDecision',
      'flowChartProcess',
      'flowChartTerminator',
    ]);
    const shapes = findAll(drawing, 'xdr:cNvPr').map(({ attributes }) => attributes);
    expect(shapes.find(({ name }) => name === 'Langkah 2')?.descr).toMatch(
      /^Langkah 2, Kasubag, keputusan: Memeriksa surat/,
    );
    const connectors = findAll(drawing, 'xdr:cxnSp');
    expect(connectors.length).toBe(4);
    const ids = new Map(shapes.map(({ id, name }) => [id, name]));
    const ends = connectors.map((connector) =>
      ['a:stCxn', 'a:endCxn'].map((end) =>
        ids.get(findAll(connector, end)[0]?.attributes.id ?? ''),
      ),
    );
    expect(ends).toContainEqual(['Langkah 1', 'Langkah 2']);
    expect(ends).toContainEqual(['Langkah 3', 'Langkah 4']);
  });

  it('splits a row that is higher than Excel can have', async () => {
    const [first, ...others] = smallProcedure().steps;
    const activity = Array.from({ length: 400 }, (_, index) => `kalimat ${index}`).join(' ');
    const high: Procedure = {
      ...smallProcedure(),
      steps: first ? [{ ...first, activity }, ...others] : [],
      settings: { paper: 'a3', orientation: 'portrait' },
    };
    const cells = toScenes(layoutDocument(high), high).flatMap(({ items }) => items);
    expect(cells.some((item) => item.kind === 'cell' && item.height > 409.5)).toBe(true);

    const { sheet } = await readBook(high);

    const heights = findAll(sheet('Flowchart'), 'row').map(({ attributes }) =>
      Number(attributes.ht),
    );
    expect(Math.max(...heights)).toBeLessThanOrEqual(409.5);
  });

  it('keeps hostile texts as text', async () => {
    const hostile = '=HYPERLINK("http://x","<b>&amp;") ]]> _x000D_ \u007f';
    const before = smallProcedure();
    const [first, ...others] = before.steps;
    const { cell, sheet, parts } = await readBook({
      ...before,
      identity: { ...before.identity, title: 'A & B &P &D 5" <t>', number: '&12&"x"' },
      actors: before.actors.map((actor) => ({ ...actor, name: `${actor.name} <&>` })),
      steps: first ? [{ ...first, activity: hostile }, ...others] : [],
    });

    expect(cell('Data', 'C2')).toBe('=HYPERLINK("http://x","<b>&amp;") ]]> _x005F_x000D_ _x007F_');
    expect(findAll(sheet('Data'), 'f')).toEqual([]);
    expect(findAll(sheet('Flowchart'), 'oddHeader')[0]?.text).toContain(
      '&&12&&"x" · A && B &&P &&D',
    );
    expect(parts.has('xl/drawings/drawing1.xml')).toBe(true);
  });

  it('has a logo as picture in its cell', async () => {
    const logo = 'data:image/png;base64,iVBORw0KGgo=';
    const bytes = await render({ ...example, identity: { ...example.identity, logo } });

    const files = unzipSync(bytes);
    expect(files['xl/media/picture1.png']).toEqual(new Uint8Array([1]));
    expect(strFromU8(files['xl/drawings/drawing1.xml'] ?? new Uint8Array())).toContain(
      '<a:blip r:embed="rId1"/>',
    );
  });

  it('gives the same bytes for the same procedure', async () => {
    expect(await render(example)).toEqual(await render(example));
  });
});
