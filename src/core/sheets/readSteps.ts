import { limits } from '#core/model/limits.ts';
import { type Actor, STEP_TEXTS, type Step, type StepSymbol } from '#core/model/procedure.ts';
import { toActorNames, toKey, toLetter } from './addresses.ts';
import { CellProblem, type FoundRow } from './foundTable.ts';
import type { SheetNotes } from './sheetNotes.ts';
import { kindSynonyms, kindWords, no, type stepTitles, yes } from './words.ts';

export type StepRow = FoundRow<keyof typeof stepTitles>;

/** A step with the rows that it was read from: one for each symbol, or one without any. */
export interface FoundStep {
  readonly step: Step;
  /** What the column No says, or the place in the order where it says nothing. */
  readonly number: string;
  readonly rows: readonly StepRow[];
  /** Somebody added it in the spreadsheet. */
  readonly isNew: boolean;
}

/** The steps in the order of their rows. Actors that nobody has heard of are added. */
export function readSteps(
  table: readonly StepRow[],
  known: readonly Actor[],
  notes: SheetNotes,
): { readonly steps: readonly FoundStep[]; readonly actors: readonly Actor[] } {
  const rows = table.filter(({ isBlank }) => !isBlank);
  const actors = openActors(known, notes);
  const ids = openIds(rows);
  const steps = toGroups(rows).map((group, index) => toStep(group, index, { actors, ids, notes }));
  return { steps, actors: actors.all };
}

interface Reading {
  readonly actors: ActorBook;
  readonly ids: IdBook;
  readonly notes: SheetNotes;
}

function toStep(rows: readonly StepRow[], index: number, reading: Reading): FoundStep {
  const { ids, notes } = reading;
  const [first] = rows;
  if (!first) throw new RangeError('A step without rows');
  const number = first.word('number')?.replace(/\.$/, '') ?? String(index + 1);
  const written = first.word('id');
  const id = written ?? ids.next(`langkah-${index + 1}`);
  if (written === undefined)
    notes.add('step-added', first.place('activity'), `is a new step, number ${number}`);
  const texts = Object.fromEntries(
    STEP_TEXTS.map((field) => [field, readText(first, field)]),
  ) as Record<(typeof STEP_TEXTS)[number], string>;
  const symbols = rows.flatMap((row, place) => readSymbol(row, `${id}${toLetter(place)}`, reading));
  const joint = readYesNo(first, 'joint');
  return {
    number,
    rows: rows.filter(hasSymbol),
    isNew: written === undefined,
    step: { id, ...texts, symbols, ...(joint !== undefined && { joint }) },
  };
}

/** Rows belong to one step while they repeat its id, or its number, or say nothing of their own. */
function toGroups(rows: readonly StepRow[]): readonly (readonly StepRow[])[] {
  const groups: StepRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.[0] && isContinued(group[0], row)) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

function isContinued(first: StepRow, row: StepRow): boolean {
  const [id, number] = [row.word('id'), row.word('number')];
  if (id !== undefined) return id === first.word('id');
  if (number !== undefined) return number === first.word('number');
  return row.word('activity') === undefined && hasSymbol(row);
}

function hasSymbol(row: StepRow): boolean {
  return row.word('symbol') !== undefined || row.word('actor') !== undefined;
}

function readSymbol(row: StepRow, newId: string, reading: Reading): readonly StepSymbol[] {
  if (!hasSymbol(row)) return [];
  const actor = row.word('actor');
  if (actor === undefined)
    throw new CellProblem(
      row.place('actor'),
      'says nobody who does it, but a symbol stands there',
      { reason: 'no-actor' },
    );
  const text = row.text('text');
  return [
    {
      id: row.word('symbolId') ?? reading.ids.next(newId),
      actor: reading.actors.find(actor, row.place('actor')),
      kind: readKind(row, reading.notes),
      ...(text !== undefined && { text: checkLength(text, row.place('text')) }),
    },
  ];
}

function readKind(row: StepRow, notes: SheetNotes): StepSymbol['kind'] {
  const word = row.word('symbol');
  if (word === undefined) {
    notes.add('symbol-assumed', row.place('symbol'), `is blank; taken as ${kindWords.process}`);
    return 'process';
  }
  const kind = Object.hasOwn(kindSynonyms, toKey(word)) ? kindSynonyms[toKey(word)] : undefined;
  if (kind) return kind;
  const choices = Object.values(kindWords).join(', ');
  throw new CellProblem(row.place('symbol'), `"${shorten(word)}" is no symbol; choose ${choices}`, {
    reason: 'unknown-kind',
    word: shorten(word),
  });
}

function readText(row: StepRow, field: (typeof STEP_TEXTS)[number]): string {
  return checkLength(row.text(field) ?? '', row.place(field));
}

function readYesNo(row: StepRow, column: 'joint'): boolean | undefined {
  const word = row.word(column);
  if (word === undefined) return undefined;
  if (toKey(word) === toKey(yes)) return true;
  if (toKey(word) === toKey(no)) return false;
  throw new CellProblem(row.place(column), `"${shorten(word)}" is neither ${yes} nor ${no}`, {
    reason: 'not-yes-no',
    word: shorten(word),
  });
}

/** The text, unless a document could not hold it. */
export function checkLength(text: string, place: string): string {
  if (text.length <= limits.maxTextLength) return text;
  throw new CellProblem(place, `is longer than ${limits.maxTextLength} characters`, {
    reason: 'too-long',
    word: `${limits.maxTextLength}`,
  });
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

interface ActorBook {
  readonly all: readonly Actor[];
  readonly find: (name: string, place: string) => string;
}

function openActors(known: readonly Actor[], notes: SheetNotes): ActorBook {
  const all = [...known];
  const idOf = new Map([...toActorNames(known)].map(([id, name]) => [toKey(name), id]));
  return {
    all,
    find(name, place) {
      const found = idOf.get(toKey(name));
      if (found !== undefined) return found;
      const taken = new Set(all.map(({ id }) => id));
      const id = toFreeId(`pelaksana-${all.length + 1}`, taken);
      all.push({ id, name: checkLength(name, place) });
      idOf.set(toKey(name), id);
      notes.add('actor-added', place, `"${shorten(name)}" is a new actor, the last column`);
      return id;
    },
  };
}

interface IdBook {
  readonly next: (wanted: string) => string;
}

/** New ids beside those that are written somewhere. */
function openIds(rows: readonly StepRow[]): IdBook {
  const taken = new Set(rows.flatMap((row) => [row.word('id') ?? '', row.word('symbolId') ?? '']));
  return {
    next(wanted) {
      const id = toFreeId(wanted, taken);
      taken.add(id);
      return id;
    },
  };
}

function toFreeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}
