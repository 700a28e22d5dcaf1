import { isIsoDate } from './dates.ts';

/** Beginnings of the months' names, Indonesian and English, as clerks shorten them. */
const monthStarts: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'agt', 'ags', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];

/**
 * The ISO date that a person wrote: "2 Juni 2026", "Selasa, 2 Jun 26", "02/06/2026", "2026-06-02".
 * Days come first, and two-digit years are of this century. Undefined where it is no date.
 */
export function parseDateText(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z']+,?\s+(?=\d)/, '');
  if (isIsoDate(plain)) return plain;
  const match =
    /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,})[\s./,-]+(\d{4}|\d{2})$/.exec(plain) ?? undefined;
  const [, day = '', monthText = '', year = ''] = match ?? [];
  const month = /^\d/.test(monthText) ? Number(monthText) : toMonth(monthText);
  const fullYear = year.length === 2 ? `20${year}` : year;
  const iso = `${fullYear}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : undefined;
}

/** 1 to 12; 0 where no month begins so. */
function toMonth(name: string): number {
  return monthStarts.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1;
}
