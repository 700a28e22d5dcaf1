import type { ImportResult } from '#core/bpmn/importBpmn.ts';
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
    return fail(`is larger than ${limits.maxFileBytes / 1024 / 1024} MB`);
  try {
    const sheets = readWorkbook(bytes, new Set<string>(Object.values(sheetNames)));
    if (!sheets) return fail('cannot be unpacked: it is damaged or too large');
    if (!hasSteps(sheets))
      return fail(`has no sheet "${sheetNames.steps}": it was not written by Alur`);
    return readWholeSheets(sheets);
  } catch (error) {
    if (error instanceof BrokenXml) return fail(`is damaged: ${error.message}`);
    if (error instanceof CellProblem) return fail(error.message, error.place);
    throw error;
  }
}

function fail(message: string, place = 'file'): ImportResult {
  return { ok: false, problem: { place, message } };
}
