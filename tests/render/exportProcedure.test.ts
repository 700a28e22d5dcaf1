import { describe, expect, it } from 'vitest';
import { emptyProcedure } from '#core/model/empty.ts';
import { EXPORT_FORMATS, exportProcedure } from '#render/exportProcedure.ts';
import { nodeTools } from '#render/node/nodeTools.ts';
import { readExample, readExamples } from '#tests/support/examples.ts';

const beginnings = {
  pdf: '%PDF-1.7',
  docx: 'PK',
  xlsx: 'PK',
  svg: '<svg',
  png: '\u0089PNG',
  bpmn: '<?xml',
  json: '{',
};

describe('exportProcedure', () => {
  it.each(EXPORT_FORMATS)('writes %s with the name that a person would choose', async (format) => {
    const result = await exportProcedure(
      readExample('permohonan-informasi-publik'),
      format,
      nodeTools,
    );

    if (!result.ok) throw new Error('no page');
    const { bytes, fileName } = result.file;
    const start = Buffer.from(bytes).toString('latin1', 0, beginnings[format].length);
    expect(start).toBe(beginnings[format]);
    expect(fileName).toMatch(
      /^SOP Pelayanan Permohonan Informasi Publik( - halaman 1)?\.(sop\.)?\w+$/,
    );
  });

  it.each(EXPORT_FORMATS)('writes %s of an empty procedure', async (format) => {
    expect(await exportProcedure(emptyProcedure(), format, nodeTools)).toMatchObject({ ok: true });
  });

  it.each(readExamples())(
    'writes $name as PDF and PNG pages of one size',
    async ({ procedure }) => {
      const pdf = await exportProcedure(procedure, 'pdf', nodeTools, { paper: 'f4' });
      const png = await exportProcedure(procedure, 'png', nodeTools, { paper: 'f4', page: 2 });

      if (!pdf.ok || !png.ok) throw new Error('no page');
      expect(pdf.pageCount).toBe(png.pageCount);
      expect(Buffer.from(pdf.file.bytes).toString('latin1')).toContain(
        '/MediaBox [0 0 935.43 609.45]',
      );
      const header = Buffer.from(png.file.bytes);
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1871, 1219]);
    },
  );

  it('says when there is no such page', async () => {
    const result = await exportProcedure(
      readExample('permohonan-informasi-publik'),
      'png',
      nodeTools,
      {
        page: 99,
      },
    );

    expect(result).toMatchObject({ ok: false });
    expect(result.pageCount).toBeGreaterThan(1);
  });
});
