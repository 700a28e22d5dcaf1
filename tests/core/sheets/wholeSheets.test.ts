import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Procedure } from '#core/model/procedure.ts';
import { type DataSheet, type FoundSheet, toFoundSheet } from '#core/sheets/sheet.ts';
import { readWholeSheets, toWholeSheets } from '#core/sheets/wholeSheets.ts';
import { sheetNames, stepTitles } from '#core/sheets/words.ts';
import { arbitraryProcedure } from '#tests/support/arbitraryProcedure.ts';
import { readExamples } from '#tests/support/examples.ts';
import { smallProcedure } from '#tests/support/smallProcedure.ts';
import { wildProcedure } from '#tests/support/wildProcedure.ts';

const whole = (procedure: Procedure) => ({ ok: true, procedure, report: [] });

function read(sheets: readonly DataSheet[]) {
  return readWholeSheets(sheets.map(toFoundSheet));
}

function restOf(sheets: readonly DataSheet[]) {
  return sheets.find(({ name }) => name === sheetNames.rest)?.rows;
}

describe('toWholeSheets', () => {
  it.each(readExamples())('keeps all of $name in cells', ({ procedure }) => {
    const sheets = toWholeSheets(procedure);

    expect(restOf(sheets)).toEqual([]);
    expect(read(sheets)).toEqual(whole(procedure));
  });

  it('keeps any procedure as offices write them in cells', () => {
    fc.assert(
      fc.property(arbitraryProcedure({ steps: { most: 40 } }), (procedure) => {
        const sheets = toWholeSheets(procedure);

        expect(restOf(sheets)).toEqual([]);
        expect(read(sheets)).toEqual(whole(procedure));
      }),
      { numRuns: 40 },
    );
  });

  it('loses nothing of the oddest procedure', () => {
    fc.assert(
      fc.property(wildProcedure, (wild) => {
        const procedure = withoutLooseChannels(wild);

        expect(read(toWholeSheets(procedure))).toEqual(whole(procedure));
      }),
      { numRuns: 200 },
    );
  });
});

/** A file may not name a channel beside an actor that it has not. */
function withoutLooseChannels(procedure: Procedure): Procedure {
  const actors = new Set<unknown>([null, undefined, ...procedure.actors.map(({ id }) => id)]);
  const flows = procedure.flows.map(({ route, ...flow }) =>
    route && actors.has(route.channel) ? { ...flow, route } : flow,
  );
  return { ...procedure, flows };
}

type StepTitle = keyof typeof stepTitles;
type Cells = Partial<Record<StepTitle, string | number>>;
const columns = Object.keys(stepTitles);

/** The sheets of the small procedure after a clerk changed the steps. */
function edit(change: (rows: (string | number | undefined)[][]) => void): readonly FoundSheet[] {
  return toWholeSheets(smallProcedure()).map((sheet) => {
    const found = toFoundSheet(sheet);
    if (sheet.name !== sheetNames.steps) return found;
    const rows = found.rows.map((row) => [...row]);
    change(rows);
    return { ...found, rows };
  });
}

function toCells(cells: Cells): (string | number | undefined)[] {
  return columns.map((column) => cells[column as StepTitle]);
}

function set(rows: (string | number | undefined)[][], row: number, cells: Cells): void {
  for (const [column, value] of Object.entries(cells)) {
    const target = rows[row];
    if (target) target[columns.indexOf(column)] = value;
  }
}

describe('readWholeSheets', () => {
  it('takes over what a clerk changed', () => {
    const before = smallProcedure();

    const result = readWholeSheets(
      edit((rows) => set(rows, 1, { activity: 'Mencatat surat', duration: 3 })),
    );

    const [first, ...others] = before.steps;
    expect(result).toEqual(
      whole({
        ...before,
        steps: first ? [{ ...first, activity: 'Mencatat surat', duration: '3' }, ...others] : [],
      }),
    );
  });

  it('adds a row that a clerk put between others, and says what it assumed', () => {
    const result = readWholeSheets(
      edit((rows) => {
        set(rows, 2, { next: '3a; 1' });
        rows.splice(
          3,
          0,
          toCells({ number: '3a', activity: 'Memberi paraf', actor: 'Kasubag TU' }),
        );
      }),
    );

    if (!result.ok) throw new Error(result.problem.message);
    const { steps, actors, flows } = result.procedure;
    expect(steps.map(({ activity }) => activity)).toEqual([
      'Menerima surat',
      'Memeriksa surat',
      'Memberi paraf',
      'Menandatangani',
      'Mengarsipkan',
    ]);
    expect(actors.at(-1)).toEqual({ id: 'pelaksana-4', name: 'Kasubag TU' });
    expect(steps[2]?.symbols).toEqual([
      { id: 'langkah-3a', actor: 'pelaksana-4', kind: 'process' },
    ]);
    expect(flows.map(({ from, to, label = '' }) => `${from} ${label}> ${to}`)).toEqual([
      's1 > s2',
      's2 Tidak> s1',
      's3 > s4',
      's2 Ya> langkah-3a',
      'langkah-3a > s3',
    ]);
    expect(flows[1]).toEqual(smallProcedure().flows[2]);
    expect(result.report).toEqual([
      { code: 'step-added', place: 'Data!C4', message: 'is a new step, number 3a' },
      {
        code: 'actor-added',
        place: 'Data!D4',
        message: '"Kasubag TU" is a new actor, the last column',
      },
      { code: 'symbol-assumed', place: 'Data!E4', message: 'is blank; taken as Proses' },
      {
        code: 'flow-assumed',
        place: 'Data!F4',
        message: 'is blank; taken as the row below, 3',
      },
    ]);
  });

  it('keeps an arrow that got another label, and takes "3,1" for two steps', () => {
    const result = readWholeSheets(edit((rows) => set(rows, 2, { next: 3.1, label: 'Y; T' })));

    if (!result.ok) throw new Error(result.problem.message);
    const before = smallProcedure();
    expect(result.procedure.flows).toEqual([
      before.flows[0],
      { ...before.flows[1], label: 'Y' },
      { ...before.flows[2], label: 'T' },
      before.flows[3],
    ]);
    expect(result.report.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'numbers-split Data!F3',
    ]);
  });

  it('finds columns that were moved, and rows without a number', () => {
    const result = readWholeSheets(
      edit((rows) => {
        for (const row of rows) row.unshift(row.pop(), undefined);
        for (const row of rows.slice(1)) row[2] = undefined;
      }),
    );

    expect(result).toEqual(whole(smallProcedure()));
  });

  it.each<[string, Cells, string, string]>([
    [
      'a strange symbol',
      { symbol: 'segitiga' },
      'Data!E3',
      '"segitiga" is no symbol; choose Terminator, Proses, Keputusan',
    ],
    ['a step that is not there', { next: '3; 9' }, 'Data!F3', 'there is no step "9"'],
    ['itself as next step', { next: 2 }, 'Data!F3', '"2" is the step itself'],
    [
      'nobody who does it',
      { actor: ' ' },
      'Data!D3',
      'says nobody who does it, but a symbol stands there',
    ],
    [
      'too long a text',
      { notes: 'x'.repeat(20_001) },
      'Data!K3',
      'is longer than 20000 characters',
    ],
    ['neither yes nor no', { joint: 'kadang' }, 'Data!M3', '"kadang" is neither Ya nor Tidak'],
    ['the number of another step', { number: 1 }, 'Data!A3', "number 1 is already another step's"],
  ])('names the cell with %s', (_, cells, place, message) => {
    const result = readWholeSheets(edit((rows) => set(rows, 2, cells)));

    expect(result).toMatchObject({ ok: false, problem: { place, message } });
  });

  it('says which titles it misses', () => {
    const result = readWholeSheets(edit((rows) => rows.splice(0, 1)));

    expect(result).toMatchObject({
      ok: false,
      problem: {
        place: 'Data!A1',
        message: 'has no row of titles with "Kegiatan", "Pelaksana", "Simbol", "Berikutnya"',
      },
    });
  });

  it('says when a change lost what has no cell of its own', () => {
    const [first, ...others] = smallProcedure().flows;
    const odd = { ...smallProcedure(), flows: first ? [{ ...first, label: '' }, ...others] : [] };
    const sheets = toWholeSheets(odd).map(toFoundSheet);
    const changed = sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => (cell === 'Mengarsipkan' ? 'Arsip' : cell))),
    }));

    expect(readWholeSheets(sheets)).toEqual(whole(odd));
    expect(readWholeSheets(changed)).toMatchObject({
      ok: true,
      report: [{ code: 'details-lost', place: 'Data' }],
    });
  });
});
