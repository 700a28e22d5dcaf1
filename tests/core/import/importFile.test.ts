import { describe, expect, it } from 'vitest';
import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import { importFile } from '#core/import/importFile.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';

describe('importFile', () => {
  const procedure = smallProcedure();

  it('knows a .sop.json and BPMN by their content, whatever they are called', async () => {
    const json = `\ufeff ${JSON.stringify(toProcedureFile(procedure))}`;
    const xml = await exportBpmn(procedure);

    expect(await importFile('surat.txt', json)).toEqual({ ok: true, procedure, report: [] });
    expect(await importFile('surat.sop.json', xml)).toEqual({ ok: true, procedure, report: [] });
  });

  it('gives a foreign model without a name that of its file', async () => {
    const xml =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"/></definitions>';

    const result = await importFile('unduhan/Pelayanan Tamu.bpmn', xml);

    expect(result).toMatchObject({ procedure: { identity: { title: 'Pelayanan Tamu' } } });
  });

  it.each([
    ['a picture', '\u0089PNG', 'file', 'is no .sop.json, BPMN, Word or Excel file'],
    ['nothing', '', 'line 1, column 1', 'is not valid JSON'],
    ['half a .sop.json', '{"format": "alur', 'line 1, column 12', 'is not valid JSON'],
  ])('refuses %s', async (_, text, place, message) => {
    expect(await importFile('x', text)).toMatchObject({ ok: false, problem: { place, message } });
  });
});
