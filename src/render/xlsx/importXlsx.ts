import type { ImportResult } from '#core/bpmn/importBpmn.ts';
import type { FileReason } from '#core/model/fileProblem.ts';
import { limits } from '#core/model/limits.ts';
import { CellProblem } from '#core/sheets/foundTable.ts';
import { hasSteps, readWholeSheets } from '#core/sheets/wholeSheets.ts';
import { sheetNames } from '#core/sheets/words.ts';
import { readWorkbook } from './readWorkbook.ts';
import { BrokenXml } from './xmlReader.ts';

/**
 * Reads the data sheets of an Excel file that Alur wrote, with what a clerk changed there since; the
 * report says what had to be assumed. Untouched, they give exactly the procedure that was written.
 */
export function importXlsx(bytes: Uint8Array): ImportResult {
  if (bytes.length > limits.maxFileBytes)
    return fail(`is larger than ${maxFileMb} MB`, 'too-large', `${maxFileMb}`);
  try {
    const sheets = readWorkbook(bytes, new Set<string>(Object.values(sheetNames)));
    if (!sheets) return fail('cannot be unpacked: it is damaged or too large', 'damaged');
    if (!hasSteps(sheets))
      return fail(`has no sheet "${sheetNames.steps}": it was not written by Alur`, 'not-ours');
    return readWholeSheets(sheets);
  } catch (error) {
    if (error instanceof BrokenXml) return fail(`is damaged: ${error.message}`, 'damaged');
    if (error instanceof CellProblem) return { ok: false, problem: error.toFileProblem() };
    throw error;
  }
}

const maxFileMb = limits.maxFileBytes / 1024 / 1024;

function fail(message: string, reason: FileReason, word?: string): ImportResult {
  return { ok: false, problem: { place: 'file', message, reason, ...(word && { word }) } };
}
