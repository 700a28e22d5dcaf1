import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Scene } from '#core/export/scene.ts';
import { toTableGrids } from '#core/export/tableGrid.ts';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { renderDocx } from '#render/docx/renderDocx.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';
import { findAll, getFirst, readParts, type XmlElement } from '#tests/support/wordFile.ts';
import { findDisorder } from '#tests/support/wordOrder.ts';

const examples = readExamples();

describe('renderDocx', () => {
  it.each(examples)('draws all of $name with native shapes, once each', ({ procedure }) => {
    const { scenes, body } = write(procedure);

    const shapes = findAll(body, 'wpc:wpc').flatMap((canvas) => findAll(canvas, 'wps:wsp'));
    const presets = shapes.map((shape) => getFirst(shape, 'wps:spPr')).flatMap(toPresets);
    const items = scenes.flatMap((scene) => scene.items);
    const count = (wanted: string) => presets.filter((preset) => preset === wanted).length;
    const drawn = (...forms: readonly string[]) =>
      items.filter((item) => item.kind === 'shape' && forms.includes(item.form)).length;
    expect(count('flowChartTerminator')).toBe(drawn('capsule'));
    expect(count('flowChartProcess')).toBe(drawn('box'));
    expect(count('flowChartDecision')).toBe(drawn('diamond'));
    expect(count('flowChartOffpageConnector')).toBe(drawn('pentagon-down', 'pentagon-up'));
    expect(findAll(body, 'pic:pic')).toEqual([]);
  });

  it.each(examples)('glues the arrows of $name to shapes of their own page', ({ procedure }) => {
    const { scenes, body } = write(procedure);

    const canvases = findAll(body, 'wpc:wpc');
    const lines = scenes.map(({ items }) => items.filter((item) => item.kind === 'polyline'));
    const ends = canvases.map((canvas) => [
      ...findAll(canvas, 'a:stCxn'),
      ...findAll(canvas, 'a:endCxn'),
    ]);
    expect(ends.flat().length).toBe(
      lines.flat().reduce((sum, { from, to }) => sum + (from ? 1 : 0) + (to ? 1 : 0), 0),
    );
    for (const [index, canvas] of canvases.entries()) {
      const symbols = findAll(canvas, 'wps:wsp').filter((shape) => !isConnector(shape));
      const ids = symbols.map((shape) => getFirst(shape, 'wps:cNvPr').attributes.id);
      for (const end of ends[index] ?? []) expect(ids).toContain(end.attributes.id);
    }
  });

  it.each(examples)('gives each shape of $name its own number, name and text', ({ procedure }) => {
    const { body } = write(procedure);

    for (const part of ['mc:Choice', 'mc:Fallback']) {
      const numbers = findAll(body, part)
        .flatMap((branch) => [...findAll(branch, 'wps:cNvPr'), ...findAll(branch, 'wp:docPr')])
        .map(({ attributes }) => attributes.id);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
    const shapes = findAll(body, 'wpc:wpc').flatMap((canvas) => findAll(canvas, 'wps:cNvPr'));
    expect(shapes.every(({ attributes }) => attributes.name && attributes.descr)).toBe(true);
    expect(shapes.map(({ attributes }) => attributes.name)).toContain('Langkah 1');
  });

  it.each(examples)('sets the tables of $name as wide and high as the page', ({ procedure }) => {
    const { scenes, body } = write(procedure);

    const tables = findAll(body, 'w:tbl');
    const grids = scenes.flatMap(toTableGrids);
    expect(tables.length).toBe(grids.length);
    for (const [index, table] of tables.entries()) {
      const grid = grids[index];
      const columns = findAll(table, 'w:gridCol').map(({ attributes }) => attributes['w:w']);
      const heights = findAll(table, 'w:trHeight');
      expect(sum(columns) / 20).toBeCloseTo(sum(grid?.columnWidths ?? []), 1);
      expect(sum(heights.map(({ attributes }) => attributes['w:val'])) / 20).toBeCloseTo(
        sum(grid?.rowHeights ?? []),
        1,
      );
      expect(new Set(heights.map(({ attributes }) => attributes['w:hRule']))).toEqual(
        new Set(['exact']),
      );
      expect(findAll(table, 'w:tblHeader').length).toBe(grid?.headerRowCount);
      // Word refuses a table whose rows do not add up.
      for (const row of findAll(table, 'w:tr'))
        expect(sum(findAll(row, 'w:tcW').map(({ attributes }) => attributes['w:w']))).toBe(
          sum(columns),
        );
    }
  });

  it('sets a long label into one text box, its lines as on the page', () => {
    const long = 'Tidak, dokumen pendukung belum lengkap atau tidak sesuai';
    const small = smallProcedure();
    const flows = small.flows.map((flow) => (flow.id === 'f3' ? { ...flow, label: long } : flow));
    const { scenes, body } = write({ ...small, flows });

    const items = scenes.flatMap((scene) => scene.items);
    const lines = items.flatMap((item) =>
      item.kind === 'polyline' && item.label?.text === long ? item.label.lines : [],
    );
    const [canvas] = findAll(body, 'wpc:wpc');
    const shapes = canvas ? findAll(canvas, 'wps:wsp') : [];
    const box = shapes.find(
      (shape) => getFirst(shape, 'wps:cNvPr').attributes.name === `Label ${long}`,
    );
    expect(lines.length).toBeGreaterThan(1);
    expect(box && findAll(box, 'w:br').length).toBe(lines.length - 1);
    expect(box?.text).toBe(lines.map(({ text }) => text).join(''));
  });

  it('writes whole paragraphs, and lists that Word counts', () => {
    const { body, parts } = write(smallProcedure());

    const paragraphs = findAll(body, 'w:p').filter(({ children }) => children.length > 0);
    const entries = paragraphs.filter((paragraph) => findAll(paragraph, 'w:numPr').length > 0);
    expect(entries.map(({ text }) => text)).toEqual([
      'UU 7/2017',
      'PKPU 14/2020',
      'PermenPANRB 35/2012',
      'Komputer',
      'Lembar disposisi',
    ]);
    const lists = entries.map((entry) => getFirst(entry, 'w:numId').attributes['w:val']);
    expect(lists).toEqual(['1', '1', '1', '2', '2']);
    expect(findAll(getPart(parts, 'word/numbering.xml'), 'w:num').length).toBe(2);
  });

  it('says how it looks in styles that a clerk can change', () => {
    const { parts } = write(smallProcedure());

    const styles = getPart(parts, 'word/styles.xml');
    const names = findAll(styles, 'w:name').map(({ attributes }) => attributes['w:val']);
    expect(names).toEqual(expect.arrayContaining(['Tabel SOP', 'Kepala Tabel', 'Identitas']));
    expect(getFirst(styles, 'w:rFonts').attributes['w:ascii']).toBe('Arial');
    expect(getFirst(styles, 'w:lang').attributes['w:val']).toBe('id-ID');
  });

  it('counts its pages with fields, and is named after its procedure', () => {
    const { parts } = write(smallProcedure());

    const header = getPart(parts, 'word/header1.xml');
    const fields = findAll(header, 'w:fldSimple').map(({ attributes }) => attributes['w:instr']);
    expect(fields).toEqual([' PAGE ', ' NUMPAGES ']);
    expect(header.text).toMatch(/^12\/OT\.02\/2026 · Pengelolaan Surat Masuk/);
    expect(getFirst(getPart(parts, 'docProps/core.xml'), 'dc:title').text).toBe(
      'Pengelolaan Surat Masuk',
    );
  });

  it('has one picture, the logo, and the draft mark as a watermark of Word', () => {
    const small = smallProcedure();
    const logo = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')}`;
    const { body, parts } = write({
      ...small,
      identity: { ...small.identity, logo },
      settings: { draftMark: true },
    });

    expect(findAll(body, 'pic:pic').length).toBe(1);
    const mark = getFirst(getPart(parts, 'word/header1.xml'), 'v:shape');
    expect(mark.attributes.id).toMatch(/^PowerPlusWaterMarkObject/);
    expect(getFirst(mark, 'v:textpath').attributes.string).toBe('DRAF');
  });

  it('keeps hostile texts as texts', () => {
    const small = smallProcedure();
    const text = '</w:t><w:p/> & "kutip" 😀 مرحبا بالعالم ]]>';
    const steps = small.steps.map((step) => ({ ...step, activity: text }));
    const { body } = write({ ...small, steps });

    const cells = findAll(body, 'w:tc').map((cell) => cell.text);
    expect(cells.filter((cell) => cell === text).length).toBe(4);
    expect(findAll(body, 'w:rtl').length).toBe(4);
  });

  it('leaves out what XML cannot hold', () => {
    const line = { x: 20, y: 20, width: 50, size: 8, weight: 'regular', anchor: 'start' } as const;
    const text = 'a\u0000\u0008b\ud800c\ufffe';
    const scene: Scene = { width: 200, height: 100, items: [{ kind: 'text', text, ...line }] };

    const document = readParts(renderDocx([scene], { title: text })).get('word/document.xml');

    expect(document && findAll(document, 'w:t').map((each) => each.text)).toEqual(['abc']);
  });

  it('writes an empty procedure', () => {
    const { body } = write(emptyProcedure());

    expect(findAll(body, 'w:tbl').length).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same pages', () => {
    const [one, other] = [write(smallProcedure()), write(smallProcedure())];

    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  it('keeps to the schema and names every part that it links to, whatever is drawn', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(wildProcedure, (procedure) => {
        const { bytes, parts } = write(procedure);
        expect([...parts.values()].flatMap(findDisorder)).toEqual([]);
        const names = Object.keys(unzipSync(bytes));
        const links = findAll(getPart(parts, 'word/_rels/document.xml.rels'), 'Relationship');
        for (const { attributes } of links)
          expect(names).toContain(`word/${attributes.Target}`.replace('word/../', ''));
      }),
      { numRuns: 12, seed: 11 },
    );
  });
});

function write(procedure: Procedure) {
  const scenes = toScenes(layoutDocument(procedure), procedure);
  const drawPicture = () => new Uint8Array([0x89]);
  const bytes = renderDocx(scenes, { title: procedure.identity.title, procedure, drawPicture });
  const parts = readParts(bytes);
  return { scenes, bytes, parts, body: getFirst(getPart(parts, 'word/document.xml'), 'w:body') };
}

function getPart(parts: ReadonlyMap<string, XmlElement>, name: string): XmlElement {
  const part = parts.get(name);
  if (!part) throw new Error(`No ${name}`);
  return part;
}

function toPresets(properties: XmlElement): readonly (string | undefined)[] {
  return findAll(properties, 'a:prstGeom').map(({ attributes }) => attributes.prst);
}

function isConnector(shape: XmlElement): boolean {
  return findAll(shape, 'wps:cNvCnPr').length > 0;
}

function sum(numbers: readonly (number | string | undefined)[]): number {
  return numbers.reduce<number>((total, each) => total + Number(each), 0);
}
