import { toFileName } from '#core/export/fileName.ts';
import { toProcedureFile } from '#core/model/file.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { saveFile } from './saveFile.ts';

/** Hands the procedure as a `.sop.json` to the browser's downloads; it needs no server. */
export function saveProcedure(procedure: Procedure): void {
  const text = JSON.stringify(toProcedureFile(procedure), null, 2);
  const file = new Blob([text], { type: 'application/json' });
  saveFile(file, toFileName(procedure.identity.title, 'sop.json'));
}
