import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
import type { Scene } from '#core/export/scene.ts';
import { toScenes } from '#core/export/toScene.ts';
import { toSvg } from '#core/export/toSvg.ts';
import { layoutDocument } from '#core/layout/layoutDocument.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import type { PaperName } from '#core/model/settings.ts';
import type { ExportFormat } from '#protocol/api.ts';
import { HttpProblem } from './problem.ts';

export interface ExportRequest {
  readonly format: ExportFormat;
  /** Instead of the document's own. */
  readonly paper: PaperName | undefined;
  /** Of svg and png, from 1. */
  readonly page: number;
}

export interface ExportedFile {
  readonly content: string | Uint8Array;
  readonly contentType: string;
  readonly extension: string;
}

/** The procedure as a file to take home. */
export async function exportFile(
  procedure: Procedure,
  request: ExportRequest,
): Promise<ExportedFile> {
  const { title } = procedure.identity;
  switch (request.format) {
    case 'json':
      return {
        content: `${JSON.stringify(toProcedureFile(procedure), null, 2)}\n`,
        contentType: 'application/json; charset=utf-8',
        extension: 'sop.json',
      };
    case 'bpmn':
      return {
        content: await exportBpmn(procedure),
        contentType: 'application/xml; charset=utf-8',
        extension: 'bpmn',
      };
    case 'svg':
      return {
        content: toSvg(getPage(procedure, request), { title }),
        contentType: 'image/svg+xml',
        extension: 'svg',
      };
    case 'pdf':
    case 'png':
      throw new HttpProblem('unexpected', 'not yet');
  }
}

function layOut(procedure: Procedure, paper: PaperName | undefined): readonly Scene[] {
  return toScenes(layoutDocument(procedure, paper && { paper }), procedure);
}

function getPage(procedure: Procedure, { paper, page }: ExportRequest): Scene {
  const scenes = layOut(procedure, paper);
  const scene = scenes[page - 1];
  if (!scene)
    throw new HttpProblem('unknown-page', `The document has ${scenes.length} pages, not ${page}.`);
  return scene;
}
