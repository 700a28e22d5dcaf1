import { exportBpmn } from '#core/bpmn/exportBpmn.ts';
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
  readonly page: number | undefined;
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
    case 'pdf':
    case 'svg':
    case 'png':
      throw new HttpProblem('cannot-print', 'not yet');
  }
}
