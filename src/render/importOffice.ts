import type { ImportResult } from '#core/bpmn/importBpmn.ts';
import { importDocx } from './docx/embeddedProcedure.ts';
import { importXlsx } from './xlsx/importXlsx.ts';
import { isWorkbook } from './xlsx/readWorkbook.ts';

/** Reads an office file that Alur wrote, by what is in it; `isZip` says whether bytes may be one. */
export function importOffice(bytes: Uint8Array): ImportResult {
  return isWorkbook(bytes) ? importXlsx(bytes) : importDocx(bytes);
}
