import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { toWholeSheets } from '#core/sheets/wholeSheets.ts';
import { importOffice } from '#render/importOffice.ts';
import { renderXlsx } from '#render/xlsx/renderXlsx.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';

function render(procedure: Procedure): Promise<Uint8Array> {
  const scenes = toScenes(layoutDocument(procedure), procedure);
  return renderXlsx(scenes, { title: 'SOP', data: toWholeSheets(procedure) });
}

describe('importXlsx', () => {
  it.each(readExamples())('gives back $name as it was', async ({ procedure }) => {
    expect(importOffice(await render(procedure))).toEqual({ ok: true, procedure, report: [] });
  });

  it('gives back any procedure as it was', async () => {
    const most = { steps: { most: 20 }, actors: { most: 8 } };
    await fc.assert(
      fc.asyncProperty(arbitraryProcedure(most), async (procedure) => {
        expect(importOffice(await render(procedure))).toEqual({ ok: true, procedure, report: [] });
      }),
      { numRuns: 12 },
    );
  });

  it('gives back the oddest texts as they were', async () => {
    await fc.assert(
      fc.asyncProperty(wildProcedure, async (wild) => {
        const procedure = { ...wild, flows: wild.flows.map(({ route: _, ...flow }) => flow) };
        const bytes = await renderXlsx([], { title: '', data: toWholeSheets(procedure) });

        expect(importOffice(bytes)).toEqual({ ok: true, procedure, report: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('takes over what a clerk changed and added, and says what it assumed', async () => {
    const bytes = await edit(smallProcedure(), (sheet) => {
      sheet.getCell('C3').value = 'Memeriksa dan mencatat surat';
      sheet.getCell('F4').value = 5;
      sheet.getRow(5).values = [4, 'file', 'Mengarsipkan', 'Staf', 'Terminator'];
      sheet.getRow(6).values = [5, null, 'Memberi tahu pengirim', 'Staf', 'Proses', 4, 'Selesai'];
    });

    const result = importOffice(bytes);

    if (!result.ok) throw new Error(`${result.problem.place} ${result.problem.message}`);
    const { steps, flows } = result.procedure;
    expect(steps.map(({ activity }) => activity)).toEqual([
      'Menerima surat',
      'Memeriksa dan mencatat surat',
      'Menandatangani',
      'Mengarsipkan',
      'Memberi tahu pengirim',
    ]);
    const [added] = steps[4]?.symbols ?? [];
    const [filed] = steps[3]?.symbols ?? [];
    expect(flows.map(({ from, to, label }) => [from, to, label])).toEqual([
      ['s1', 's2', undefined],
      ['s2', 's3', 'Ya'],
      ['s2', 's1', 'Tidak'],
      ['s3', added?.id, undefined],
      [added?.id, filed?.id, 'Selesai'],
    ]);
    expect(result.report).toEqual([
      { code: 'step-added', place: 'Data!C6', message: 'is a new step, number 5' },
    ]);
  });

  it('reads a date that was picked and one that was typed', async () => {
    const bytes = await edit(
      smallProcedure(),
      (sheet) =>
        sheet.eachRow((row) => {
          if (row.getCell(1).value === 'Tanggal revisi')
            row.getCell(2).value = new Date('2026-07-03T00:00:00Z');
          if (row.getCell(1).value === 'Tanggal efektif') row.getCell(2).value = '5 Agustus 2026';
        }),
      'Data identitas',
    );

    expect(importOffice(bytes)).toMatchObject({
      ok: true,
      procedure: { identity: { revisedOn: '2026-07-03', effectiveOn: '2026-08-05' } },
    });
  });

  it('takes a formula for the value that it showed', async () => {
    const bytes = await edit(smallProcedure(), (sheet) => {
      sheet.getCell('A3').value = { formula: 'A2+1', result: 2 };
    });

    expect(importOffice(bytes)).toEqual({ ok: true, procedure: smallProcedure(), report: [] });
  });

  it.each<[string, ExcelJS.CellValue, string, string, string]>([
    [
      'E7',
      'segitiga',
      'Data!E7',
      '"segitiga" is no symbol; choose Terminator, Proses, Keputusan',
      'unknown-kind',
    ],
    ['F3', '7', 'Data!F3', 'there is no step "7"', 'unknown-step'],
    ['C3', { error: '#REF!' }, 'Data!C3', 'holds the error #REF!', 'cell-error'],
  ])('names the cell that it cannot take: %s', async (reference, value, place, message, reason) => {
    const bytes = await edit(smallProcedure(), (sheet) => {
      if (reference === 'E7') sheet.getRow(7).values = [9, null, 'Langkah', 'Staf'];
      sheet.getCell(reference).value = value;
    });

    expect(importOffice(bytes)).toMatchObject({ ok: false, problem: { place, message, reason } });
  });
});

describe('importXlsx with a hostile file', () => {
  const workbook = (sheets: string) =>
    `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`;
  const fail = (message: string) => ({ ok: false, problem: { place: 'file', message } });

  it('refuses what unpacks to too much', () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8(workbook('')),
      'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024),
    });

    expect(importOffice(bomb)).toMatchObject(
      fail('cannot be unpacked: it is damaged or too large'),
    );
  });

  it('is not misled by a size that is a lie', () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8(workbook('')),
      'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024),
    });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const size = 200 * 1024 * 1024;
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === size) view.setUint32(at, 1000, true);

    expect(importOffice(bomb)).toMatchObject(
      fail('cannot be unpacked: it is damaged or too large'),
    );
  });

  it('refuses another workbook', () => {
    const other = zipSync({
      'xl/workbook.xml': strToU8(workbook('<sheet name="Sheet1" r:id="a"/>')),
    });

    expect(importOffice(other)).toMatchObject(
      fail('has no sheet "Data": it was not written by Alur'),
    );
  });

  it('refuses a file that is too large', () => {
    const large = zipSync(
      { 'xl/workbook.xml': strToU8(workbook('')), noise: new Uint8Array(5 * 1024 * 1024) },
      { level: 0 },
    );

    expect(importOffice(large)).toMatchObject(fail('is larger than 5 MB'));
  });

  it('refuses garbage, whatever is cut off or overwritten', async () => {
    const bytes = await render(smallProcedure());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        const broken = bytes.slice(0, at % 2 === 0 ? bytes.length : at);
        broken[at % broken.length] = value;

        expect(typeof importOffice(broken).ok).toBe('boolean');
      }),
      { numRuns: 100 },
    );
  });

  it('says that XML is broken, and follows no entity', async () => {
    const change = async (text: string, by: string) => {
      const files = unzipSync(await render(smallProcedure()));
      const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
      return zipSync({ ...files, 'xl/sharedStrings.xml': strToU8(strings.replace(text, by)) });
    };

    expect(importOffice(await change('</sst>', '<'))).toMatchObject({
      ok: false,
      problem: { place: 'file', message: expect.stringMatching(/^is damaged: /) },
    });
    const entity = await change(
      '<sst',
      '<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst',
    );
    expect(importOffice(entity)).toMatchObject({ ok: true, procedure: smallProcedure() });
  });
});

/** The file after somebody opened it, changed a sheet and saved it. */
async function edit(
  procedure: Procedure,
  change: (sheet: ExcelJS.Worksheet) => void,
  name = 'Data',
): Promise<Uint8Array> {
  const bytes = await render(procedure);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  change(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
