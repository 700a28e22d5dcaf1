import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import { toFileName } from '#core/export/fileName.ts';
import type { Scene } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { toPageSettings } from '#core/layout/settings.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { PaperName } from '#core/model/settings.ts';
import { renderDocx } from './docx/renderDocx.ts';
import { findFonts, readFont } from './fonts.ts';
import { renderPdf } from './renderPdf.ts';
import { renderPicture, renderPng } from './renderPng.ts';

export const EXPORT_FORMATS = ['pdf', 'docx', 'svg', 'png', 'bpmn', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportChoice {
  /** Instead of the document's own. */
  readonly paper?: PaperName | undefined;
  /** Of svg and png, from 1; the first when absent. */
  readonly page?: number | undefined;
}

export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** What a person would call it: `SOP Pelayanan Informasi.pdf`. */
  readonly fileName: string;
}

export type ExportResult =
  | { readonly ok: true; readonly file: ExportedFile; readonly pageCount: number }
  | { readonly ok: false; readonly pageCount: number };

/** Pixels a pt: 144 dpi, sharp on a screen and good enough on paper. */
const PNG_SCALE = 2;

/** The procedure as a file to take home; not ok when it has no such page. */
export async function exportProcedure(
  procedure: Procedure,
  format: ExportFormat,
  { paper, page = 1 }: ExportChoice = {},
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
      const scenes = toPages(procedure, paper);
      const bytes = await toPdf(procedure, scenes);
      return toWhole(bytes, 'application/pdf', toFileName(title, 'pdf'), scenes.length);
    }
    case 'docx': {
      const scenes = toPages(procedure, paper);
      const bytes = toDocx(procedure, scenes);
      return toWhole(bytes, docxType, toFileName(title, 'docx'), scenes.length);
    }
    case 'svg':
    case 'png':
      return toPage(procedure, format, toPages(procedure, paper), page);
  }
}

/** The printed pages as scenes. */
function toPages(procedure: Procedure, paper: PaperName | undefined): readonly Scene[] {
  return toScenes(layoutDocument(procedure, paper && { paper }), procedure);
}

function toPdf(procedure: Procedure, scenes: readonly Scene[]): Promise<Uint8Array> {
  const fonts = findFonts(toPageSettings(procedure.settings).typeFamily);
  return renderPdf(scenes, {
    ...toProperties(procedure),
    fonts: { regular: readFont(fonts.regular), bold: readFont(fonts.bold) },
  });
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function toDocx(procedure: Procedure, scenes: readonly Scene[]): Uint8Array {
  return renderDocx(scenes, { ...toProperties(procedure), procedure, drawPicture: renderPicture });
}

/** What the file says about itself. */
function toProperties({ identity: { title, createdOn } }: Procedure) {
  const createdAt = createdOn === null ? undefined : new Date(`${createdOn}T00:00:00Z`);
  return { title: title || 'SOP', ...(createdAt && { createdAt }) };
}

function toPage(
  procedure: Procedure,
  format: 'svg' | 'png',
  scenes: readonly Scene[],
  page: number,
): ExportResult {
  const pageCount = scenes.length;
  const scene = scenes[page - 1];
  if (!scene) return { ok: false, pageCount };
  const { title } = procedure.identity;
  const fileName = toFileName(title, format, pageCount > 1 ? page : undefined);
  if (format === 'png')
    return toWhole(renderPng(scene, { scale: PNG_SCALE }), 'image/png', fileName, pageCount);
  return toWhole(toSvg(scene, { title }), 'image/svg+xml', fileName, pageCount);
}

function toWhole(
  content: string | Uint8Array,
  mimeType: string,
  fileName: string,
  pageCount = 1,
): ExportResult {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { ok: true, file: { bytes, mimeType, fileName }, pageCount };
}
