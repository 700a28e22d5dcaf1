import { toProcedureFile } from '#core/model/file.ts';
import type { FileProblem } from '#core/model/fileProblem.ts';
import { type ParseResult, parseProcedureFile, parseProcedureJson } from '#core/model/parse.ts';
import type { Actor, Procedure } from '#core/model/procedure.ts';
import { CellProblem, type FoundRow, toTable } from './foundTable.ts';
import { toExactRows, toPlainSheets } from './plainSheets.ts';
import { readFlows } from './readFlows.ts';
import { type PairRow, readIdentity, readSettings } from './readPairs.ts';
import { checkLength, readSteps } from './readSteps.ts';
import { type DataSheet, type FoundSheet, toFoundSheet } from './sheet.ts';
import { type SheetNote, SheetNotes } from './sheetNotes.ts';
import { actorTitles, flowTitles, pairTitles, restKeys, sheetNames, stepTitles } from './words.ts';

export type SheetsResult =
  | { readonly ok: true; readonly procedure: Procedure; readonly report: readonly SheetNote[] }
  | { readonly ok: false; readonly problem: FileProblem };

/**
 * Sheets that give back exactly this procedure. What has no natural cell (a label that is there but
 * blank, a text with the separator in it) stands word for word in the hidden rest.
 */
export function toWholeSheets(procedure: Procedure): readonly DataSheet[] {
  const sheets = toPlainSheets(procedure);
  const read = readPlainSheets(sheets.map(toFoundSheet));
  if (read.ok && isSame(read.procedure, procedure)) return sheets;
  const exact = toExactRows(JSON.stringify(toProcedureFile(procedure)));
  return sheets.map((sheet) =>
    sheet.name === sheetNames.rest ? { ...sheet, rows: [...sheet.rows, ...exact] } : sheet,
  );
}

/** The procedure of sheets that we wrote and somebody may have changed since. */
export function readWholeSheets(sheets: readonly FoundSheet[]): SheetsResult {
  const read = readPlainSheets(sheets);
  const exact = readExact(sheets);
  if (!exact) return read;
  const untouched = readPlainSheets(toPlainSheets(exact).map(toFoundSheet));
  if (isSame(untouched, read)) return { ok: true, procedure: exact, report: [] };
  if (!read.ok) return read;
  const message = 'was changed, so what has no cell of its own is lost';
  const note: SheetNote = { code: 'details-lost', place: sheetNames.steps, message };
  return { ...read, report: [...read.report, note] };
}

/** Whether these are sheets of ours at all. */
export function hasSteps(sheets: readonly FoundSheet[]): boolean {
  return sheets.some(({ name }) => name === sheetNames.steps);
}

function readPlainSheets(sheets: readonly FoundSheet[]): SheetsResult {
  const notes = new SheetNotes();
  try {
    const parsed = parseProcedureFile(toProcedureFile(readProcedure(sheets, notes)));
    return parsed.ok ? { ...parsed, report: notes.all } : parsed;
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    return { ok: false, problem: error.toFileProblem() };
  }
}

function readProcedure(sheets: readonly FoundSheet[], notes: SheetNotes): Procedure {
  const open = <Column extends string>(
    name: string,
    titles: Readonly<Record<Column, string>>,
    needed: readonly NoInfer<Column>[],
  ) => {
    const sheet = sheets.find((each) => each.name === name);
    return sheet ? toTable(sheet, titles, needed) : [];
  };
  const pairs = (name: string) => open(name, pairTitles, ['key', 'value']);
  const known = readActors(open(sheetNames.actors, actorTitles, ['name']));
  const table = open(sheetNames.steps, stepTitles, ['activity', 'actor', 'symbol', 'next']);
  const { steps, actors } = readSteps(table, known, notes);
  const flowRows = open(sheetNames.flows, flowTitles, ['id', 'from', 'to']);
  const settings = readSettings(pairs(sheetNames.settings));
  const logo = readRest(pairs(sheetNames.rest), restKeys.logo);
  return {
    identity: {
      ...readIdentity(pairs(sheetNames.identity)),
      ...(logo !== '' && { logo }),
    },
    actors,
    steps: steps.map(({ step }) => step),
    flows: readFlows({ steps, actors, known: flowRows }, notes),
    ...(settings && { settings }),
  };
}

function readActors(rows: readonly FoundRow<keyof typeof actorTitles>[]): readonly Actor[] {
  const used = new Set(rows.map((row) => row.word('id')));
  return rows
    .filter(({ isBlank }) => !isBlank)
    .map((row, index) => {
      const group = row.text('group');
      return {
        id: row.word('id') ?? toFreeActorId(index, used),
        name: checkLength(row.text('name') ?? '', row.place('name')),
        ...(group !== undefined && { group: checkLength(group, row.place('group')) }),
      };
    });
}

function toFreeActorId(index: number, used: ReadonlySet<string | undefined>): string {
  let count = index + 1;
  while (used.has(`pelaksana-${count}`)) count += 1;
  return `pelaksana-${count}`;
}

function readRest(rows: readonly PairRow[], key: string): string {
  return rows
    .filter((row) => row.word('key') === key)
    .map((row) => row.text('value') ?? '')
    .join('');
}

function readExact(sheets: readonly FoundSheet[]): Procedure | undefined {
  const sheet = sheets.find(({ name }) => name === sheetNames.rest);
  if (!sheet) return undefined;
  const json = readRest(toTable(sheet, pairTitles, ['key', 'value']), restKeys.exact);
  const parsed: ParseResult | undefined = json === '' ? undefined : parseProcedureJson(json);
  return parsed?.ok ? parsed.procedure : undefined;
}

/** Equal in content, whatever the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)),
    )
  );
}
