import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import { decodeFile } from '#core/import/decodeFile.ts';
import { importFile } from '#core/import/importFile.ts';

const folder = '../shared/bpmn';
const files = existsSync(folder)
  ? ['reference', 'tools'].flatMap((part) =>
      readdirSync(`${folder}/${part}`).map((name) => `${part}/${name}`),
    )
  : [];

describe.skipIf(files.length === 0)(
  'models of the interchange group (needs ../shared/bpmn)',
  () => {
    it.each(files)('%s becomes a procedure that can be exported and read again', async (name) => {
      const bytes = readFileSync(`${folder}/${name}`);
      const text = decodeFile(bytes, (label) => new TextDecoder(label));

      const result = await importFile(name, text);

      if (!result.ok) throw new Error(`${result.problem.place} ${result.problem.message}`);
      expect(result.procedure.identity.title).not.toBe('');
      expect(result.procedure.steps.length).toBeGreaterThan(2);
      expect(result.report.filter(({ code }) => code === 'file-damaged')).toEqual([]);
      expect(await importFile('', await exportBpmn(result.procedure))).toEqual({
        ok: true,
        procedure: result.procedure,
        report: [],
      });
    });
  },
);
