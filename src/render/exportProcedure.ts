import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import { toFileName } from '#core/export/fileName.ts';
import type { Scene } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import type { LayoutWarning } from '#core/layout/geometry.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { PaperName } from '#core/model/settings.ts';
import { toWholeSheets } from '#core/sheets/wholeSheets.ts';
import type { ExportedFile } from './exportedFile.ts';
import { toFontNeeds } from './fontNeeds.ts';
import type { PdfProfile } from './pdf/standards.ts';
import { drawPictures, type RenderTools } from './renderTools.ts';
import { type PictureChoice, writePicture } from './writePicture.ts';

export const EXPORT_FORMATS = ['pdf', 'docx', 'xlsx', 'svg', 'png', 'bpmn', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportChoice extends PictureChoice {
  /** Instead of the document's own. */
  readonly paper?: PaperName | undefined;
  /** Of pdf: what else it shall be. */
  readonly profile?: PdfProfile | undefined;
}

interface Written {
  readonly ok: true;
  readonly file: ExportedFile;
  readonly pageCount: number;
  /** What did not fit as it should. */
  readonly warnings: readonly LayoutWarning[];
}

export type ExportResult = Written | { readonly ok: false; readonly pageCount: number };

/**
 * The procedure as a file to take home; not ok when it has no such page. The writers of the formats are
 * loaded when they are needed.
 */
export async function exportProcedure(
  procedure: Procedure,
  format: ExportFormat,
  tools: RenderTools,
  choice: ExportChoice = {},
): Promise<ExportResult> {
  const { title } = procedure.identity;
  switch (format) {
    case 'json': {
      const json = `${JSON.stringify(toProcedureFile(procedure), null, 2)}\n`;
      return toWhole(json, 'application/json', toFileName(title, 'sop.json'));
    }
    case 'bpmn': {
      const xml = await exportBpmn(procedure);
      return toWhole(xml, 'application/xml', toFileName(title, 'bpmn'));
    }
    case 'pdf': {
      const { scenes, warnings } = toPages(procedure, choice.paper);
      const bytes = await toPdf(procedure, scenes, { ...tools, profile: choice.profile });
      return toWhole(bytes, 'application/pdf', toFileName(title, 'pdf'), {
        pageCount: scenes.length,
        warnings,
      });
    }
    case 'docx': {
      const { scenes, warnings } = toPages(procedure, choice.paper);
      const bytes = await toDocx(procedure, scenes, tools);
      return toWhole(bytes, docxType, toFileName(title, 'docx'), {
        pageCount: scenes.length,
        warnings,
      });
    }
    case 'xlsx': {
      const { scenes, warnings } = toPages(procedure, choice.paper);
      const bytes = await toXlsx(procedure, scenes, tools);
      return toWhole(bytes, xlsxType, toFileName(title, 'xlsx'), {
        pageCount: scenes.length,
        warnings,
      });
    }
    case 'svg':
    case 'png': {
      const { scenes, warnings } = toPages(procedure, choice.paper);
      const file = await writePicture({ scenes, title, format }, tools, choice);
      return file
        ? { ok: true, file, pageCount: scenes.length, warnings }
        : { ok: false, pageCount: scenes.length };
    }
  }
}

interface Pages {
  readonly scenes: readonly Scene[];
  readonly warnings: readonly LayoutWarning[];
}

/** The printed pages as scenes. */
function toPages(procedure: Procedure, paper: PaperName | undefined): Pages {
  const layout = layoutDocument(procedure, paper && { paper });
  return { scenes: toScenes(layout, procedure), warnings: layout.warnings ?? [] };
}

async function toPdf(
  procedure: Procedure,
  scenes: readonly Scene[],
  { profile, ...tools }: RenderTools & Pick<ExportChoice, 'profile'>,
): Promise<Uint8Array> {
  const [{ renderPdf }, fonts, drawPicture] = await Promise.all([
    import('./renderPdf.ts'),
    tools.readFonts(toFontNeeds(scenes)),
    drawPictures(scenes, tools),
  ]);
  const { onPage } = tools;
  return renderPdf(scenes, {
    ...toProperties(procedure),
    ...{ fonts, drawPicture, profile },
    ...(onPage && { onPage }),
  });
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function toDocx(
  procedure: Procedure,
  scenes: readonly Scene[],
  tools: RenderTools,
): Promise<Uint8Array> {
  const [{ renderDocx }, drawPicture] = await Promise.all([
    import('./docx/renderDocx.ts'),
    drawPictures(scenes, tools),
  ]);
  return renderDocx(scenes, { ...toProperties(procedure), procedure, drawPicture });
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function toXlsx(
  procedure: Procedure,
  scenes: readonly Scene[],
  tools: RenderTools,
): Promise<Uint8Array> {
  const [{ renderXlsx }, drawPicture] = await Promise.all([
    import('./xlsx/renderXlsx.ts'),
    drawPictures(scenes, tools),
  ]);
  const data = toWholeSheets(procedure);
  return renderXlsx(scenes, { ...toProperties(procedure), data, drawPicture });
}

/** What the file says about itself. */
function toProperties({ identity: { title, createdOn } }: Procedure) {
  const createdAt = createdOn === null ? undefined : new Date(`${createdOn}T00:00:00Z`);
  return { title: title || 'SOP', ...(createdAt && { createdAt }) };
}

function toWhole(
  content: string | Uint8Array,
  mimeType: string,
  fileName: string,
  { pageCount = 1, warnings = [] }: Partial<Pick<Written, 'pageCount' | 'warnings'>> = {},
): Written {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { ok: true, file: { bytes, mimeType, fileName }, pageCount, warnings };
}
