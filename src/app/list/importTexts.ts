import type { TFunction } from 'i18next';
import { ApiProblem, type Imported } from '#app/api.ts';
import { IMPORT_CODES } from '#core/bpmn/importReport.ts';
import { FILE_REASONS } from '#core/model/fileProblem.ts';
import { SHEET_CODES } from '#core/sheets/sheetNotes.ts';

type Texts = TFunction<'importing'>;

/** Why a file cannot be read, and where; undefined where the server did not say so by a reason that is known. */
export function toFileProblemText(problem: unknown, t: Texts): string | undefined {
  if (!(problem instanceof ApiProblem)) return undefined;
  const reason = FILE_REASONS.find((each) => each === problem.reason);
  if (!reason || problem.place === undefined) return undefined;
  const text = t(`problem.${reason}`, { word: problem.word ?? '' });
  return problem.place === 'file'
    ? text
    : t('at', { place: toPlaceText(problem.place, t), problem: text });
}

/** What was simplified or assumed; the server's own words where the code is not known here. */
export function toNoteText({ code, message }: Imported['report'][number], t: Texts): string {
  const known = [...IMPORT_CODES, ...SHEET_CODES].find((each) => each === code);
  return known ? t(`note.${known}`) : message;
}

/** `file` and `line 4, column 7` in the person's words; other places are names in the file. */
export function toPlaceText(place: string, t: Texts): string {
  if (place === 'file') return t('place.file');
  const [, line, column] = /^line (\d+)(?:, column (\d+))?$/.exec(place) ?? [];
  if (line === undefined) return place;
  return column === undefined ? t('place.line', { line }) : t('place.column', { line, column });
}
