import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import { importBpmn } from '#core/bpmn/importBpmn.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { parseProcedureFile } from '#core/model/parse.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';

describe('importBpmn after exportBpmn', () => {
  it.each(readExamples())(
    'gives back the example $name exactly, with an empty report',
    async ({ procedure }) => {
      const result = await importBpmn(await exportBpmn(procedure));

      expect(result).toEqual({ ok: true, procedure, report: [] });
    },
  );

  it('gives back an empty procedure', async () => {
    const procedure = emptyProcedure();

    expect(await importBpmn(await exportBpmn(procedure))).toEqual({
      ok: true,
      procedure,
      report: [],
    });
  });

  it('gives back any procedure exactly, whatever its texts, ids and settings', async () => {
    await fc.assert(
      fc.asyncProperty(wildProcedure, async (wild) => {
        const parsed = parseProcedureFile(toProcedureFile(wild));
        if (!parsed.ok) return fc.pre(false);
        const { procedure } = parsed;

        const result = await importBpmn(await exportBpmn(procedure));

        expect(result).toStrictEqual({ ok: true, procedure, report: [] });
      }),
      { numRuns: 150 },
    );
  });
});

describe('importBpmn of a file that another tool has changed', () => {
  const open = async (change: (xml: string) => string) => {
    const xml = await exportBpmn(readExample('permohonan-informasi-publik'));
    const changed = change(xml);
    expect(changed).not.toBe(xml);
    const result = await importBpmn(changed);
    if (!result.ok) throw new Error(result.problem.message);
    return result.procedure;
  };

  it('takes a new task name as the activity and keeps the quality standard', async () => {
    const procedure = await open((xml) =>
      xml.replace('name="Meneruskan permohonan kepada PPID"', 'name="Mengirim berkas"'),
    );

    const step = procedure.steps.find(({ id }) => id === 's6');
    expect(step).toMatchObject({ activity: 'Mengirim berkas', duration: '1 hari kerja' });
  });

  it('takes a new flow name as the label', async () => {
    const procedure = await open((xml) => xml.replace('name="Tidak"', 'name="Belum"'));

    expect(procedure.flows.filter(({ label }) => label === 'Belum')).toHaveLength(1);
  });

  it('puts a new task after the one that leads to it', async () => {
    const procedure = await open((xml) =>
      xml
        .replace(
          '</bpmn:process>',
          `<bpmn:task id="New" name="Menyalin berkas" />
           <bpmn:sequenceFlow id="ToNew" sourceRef="Symbol_s6a" targetRef="New" /></bpmn:process>`,
        )
        .replace(
          '<bpmn:flowNodeRef>Symbol_s6a</bpmn:flowNodeRef>',
          '<bpmn:flowNodeRef>Symbol_s6a</bpmn:flowNodeRef><bpmn:flowNodeRef>New</bpmn:flowNodeRef>',
        ),
    );

    expect(procedure.steps.slice(5, 8).map(({ activity }) => activity)).toEqual([
      'Meneruskan permohonan kepada PPID',
      'Menyalin berkas',
      'Memeriksa penguasaan dan klasifikasi informasi',
    ]);
    expect(procedure.flows.find(({ to }) => to === 'New')).toMatchObject({ from: 's6a' });
  });
});
