import { type ImportResult, importBpmn } from '#core/bpmn/importBpmn.ts';
import { parseProcedureJson } from '#core/model/parse.ts';

/**
 * Reads a file that somebody hands us, by what is in it and not by what it is called: a `*.sop.json`
 * or BPMN 2.0. The name serves as title of a foreign model that has none.
 */
export async function importFile(name: string, text: string): Promise<ImportResult> {
  const start = text.slice(0, 1000).replace('\ufeff', '').trimStart();
  if (start.startsWith('<')) return importBpmn(text, toTitle(name));
  if (start !== '' && !/^[[{"\d]/.test(start))
    return {
      ok: false,
      problem: {
        place: 'file',
        message: 'is no .sop.json, BPMN, Word or Excel file',
        reason: 'unsupported',
      },
    };
  const parsed = parseProcedureJson(text);
  return parsed.ok ? { ...parsed, report: [] } : parsed;
}

function toTitle(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return base.replace(/\.(?:sop\.json|json|bpmn|xml)$/i, '').trim();
}
