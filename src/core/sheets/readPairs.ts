import { isIsoDate } from '#core/model/dates.ts';
import { parseDateText } from '#core/model/dateText.ts';
import { emptyProcedure } from '#core/model/empty.ts';
import { IDENTITY_DATES, IDENTITY_LISTS, type Identity } from '#core/model/procedure.ts';
import { settingsSchema } from '#core/model/schema.ts';
import type { Settings } from '#core/model/settings.ts';
import { toKey } from './addresses.ts';
import { CellProblem, type FoundRow } from './foundTable.ts';
import { checkLength, shorten } from './readSteps.ts';
import { fromSerial } from './sheet.ts';
import {
  dateWords,
  identityWords,
  listWords,
  no,
  type pairTitles,
  settingWords,
  yes,
} from './words.ts';

export type PairRow = FoundRow<keyof typeof pairTitles>;

/** The identity; what has no row is blank. */
export function readIdentity(rows: readonly PairRow[]): Identity {
  const own = (word: string) => rows.filter((row) => toKey(row.word('key') ?? '') === toKey(word));
  const text = (word: string) => readTexts(own(word))[0] ?? '';
  const lists = IDENTITY_LISTS.map((name) => [name, readTexts(own(listWords[name]))] as const);
  const dates = IDENTITY_DATES.map((name) => [name, readDate(own(dateWords[name]))] as const);
  return {
    ...emptyProcedure().identity,
    title: text(identityWords.title),
    number: text(identityWords.number),
    ...Object.fromEntries(lists),
    ...Object.fromEntries(dates),
    approver: {
      position: text(identityWords.position),
      name: text(identityWords.name),
      nip: text(identityWords.nip),
    },
  };
}

function readTexts(rows: readonly PairRow[]): readonly string[] {
  return rows.flatMap((row) => {
    const text = row.text('value');
    return text === undefined ? [] : [checkLength(text, row.place('value'))];
  });
}

function readDate(rows: readonly PairRow[]): string | null {
  const row = rows.find((each) => each.word('value') !== undefined);
  const value = row?.value('value');
  if (!row || value === undefined || value === '-') return null;
  const isSerial = typeof value === 'number' && value >= 1 && value < 2_958_466;
  const date = isSerial ? fromSerial(value) : parseDateText(String(value));
  if (date !== undefined && isIsoDate(date)) return date;
  throw new CellProblem(row.place('value'), `"${shorten(String(value))}" is no date`, {
    reason: 'not-date',
    word: shorten(String(value)),
  });
}

/** The settings that are said; undefined when none is. */
export function readSettings(rows: readonly PairRow[]): Settings | undefined {
  const settings: Record<string, unknown> = {};
  for (const row of rows) {
    const key = toKey(row.word('key') ?? '');
    const name = Object.entries(settingWords).find(([, word]) => toKey(word) === key)?.[0];
    const value = row.value('value');
    if (name === undefined || value === undefined || value === '') continue;
    settings[name] = toSetting(name, value);
    const parsed = settingsSchema.safeParse({ [name]: settings[name] });
    if (!parsed.success)
      throw new CellProblem(row.place('value'), `"${shorten(String(value))}" cannot be set here`, {
        reason: 'not-settable',
        word: shorten(String(value)),
      });
  }
  if (Object.keys(settings).length === 0) return undefined;
  return settingsSchema.parse(settings) as Settings;
}

/** Words as the format writes them; a number may have been typed as text. */
function toSetting(name: string, value: string | number): string | number | boolean {
  if (name === 'tableNote') return String(value);
  if (typeof value === 'number') return value;
  const word = toKey(value);
  if (word === toKey(yes)) return true;
  if (word === toKey(no)) return false;
  return /^\d+([.,]\d+)?$/.test(word) ? Number(word.replace(',', '.')) : word;
}
