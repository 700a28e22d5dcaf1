import { describe, expect, it } from 'vitest';
import { toScenes } from '#core/export/toScene.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { toWholeSheets } from '#core/sheets/wholeSheets.ts';
import { importDocx } from '#render/docx/embeddedProcedure.ts';
import { renderDocx } from '#render/docx/renderDocx.ts';
import { importXlsx } from '#render/xlsx/importXlsx.ts';
import { renderXlsx } from '#render/xlsx/renderXlsx.ts';
import { askingProcedure } from '#tests/support/longQuestions.ts';

const procedure = askingProcedure(8);
const scenes = toScenes(layoutDocument(procedure), procedure);

describe('a question that stands below its activity', () => {
  it('comes back from a Word file as the symbol’s text', () => {
    const bytes = renderDocx(scenes, { title: 'SOP', procedure });

    expect(importDocx(bytes)).toEqual({ ok: true, procedure, report: [] });
  });

  it('comes back from an Excel file as the symbol’s text', async () => {
    const bytes = await renderXlsx(scenes, { title: 'SOP', data: toWholeSheets(procedure) });

    expect(await importXlsx(bytes)).toEqual({ ok: true, procedure, report: [] });
  });
});
