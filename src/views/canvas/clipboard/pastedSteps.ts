import type { Edit } from '#core/edit/edit.ts';
import type { Procedure, StepText, SymbolKind } from '#core/model/procedure.ts';
import { kindSynonyms } from '#core/sheets/words.ts';

/** What a column of pasted cells holds. */
type Column = StepText | 'actor' | 'symbol' | undefined;

/** In this order when nothing says what the columns are. */
const usualColumns = ['activity', 'requirements', 'duration', 'output', 'notes'] as const;

const titles: readonly (readonly [RegExp, Column])[] = [
  [/^(kegiatan|aktivitas|uraian|langkah|activity)/i, 'activity'],
  [/^(pelaksana|aktor|actor)/i, 'actor'],
  [/^(simbol|symbol)/i, 'symbol'],
  [/^(kelengkapan|persyaratan|requirements)/i, 'requirements'],
  [/^(waktu|durasi|duration)/i, 'duration'],
  [/^(output|keluaran)/i, 'output'],
  [/^(keterangan|ket\b|notes)/i, 'notes'],
];

interface StepsOptions {
  /** The row after which they go; absent: at the end. */
  readonly after?: { readonly step: string; readonly symbol?: string | undefined } | undefined;
  /** The lane of rows that name none. */
  readonly actor: string;
  readonly newId: () => string;
}

export interface PastedSteps {
  readonly edit: Edit;
  readonly symbols: readonly string[];
}

/**
 * Lines or cells of another program as steps in the flow, one below the other. A row of titles says what
 * the columns are; a column of running numbers is left out; actors are found by name, or made.
 */
export function toPastedSteps(
  procedure: Procedure,
  rows: readonly (readonly string[])[],
  { after, actor: usualActor, newId }: StepsOptions,
): PastedSteps {
  const { columns, body } = toColumns(rows);
  const lanes = new Map(procedure.actors.map(({ id, name }) => [toKey(name), id]));
  const edits: Edit[] = [];
  const made: string[] = [];
  let last = after;
  for (const cells of body) {
    const textOf = (column: Column) => cells[columns.indexOf(column)] ?? '';
    const named = textOf('actor')
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
    for (const name of named) {
      if (lanes.has(toKey(name))) continue;
      const id = newId();
      lanes.set(toKey(name), id);
      edits.push({ type: 'addActor', actor: { id, name }, place: { at: 'end' } });
    }
    const actors =
      named.length > 0 ? named.map((name) => lanes.get(toKey(name)) ?? '') : [usualActor];
    const kinds = textOf('symbol').split('\n');
    const symbols = [...new Set(actors)].map((actor, index) => ({
      id: newId(),
      actor,
      kind: toKind(kinds[index]),
    }));
    const step = { id: newId(), activity: textOf('activity'), symbols };
    const place = last ? { after: last.step } : ({ at: 'end' } as const);
    const link = { flow: newId(), ...(last?.symbol && { after: last.symbol }) };
    edits.push({ type: 'addStep', step, place, link });
    for (const field of usualColumns.slice(1)) {
      const target = { of: 'step', step: step.id, field } as const;
      if (textOf(field)) edits.push({ type: 'setText', target, text: textOf(field) });
    }
    const symbol = symbols.at(-1)?.id;
    last = { step: step.id, symbol };
    if (symbol) made.push(symbol);
  }
  return { edit: { type: 'batch', edits }, symbols: made };
}

function toColumns(rows: readonly (readonly string[])[]) {
  const [first = [], ...others] = rows;
  const named = first.map((cell) => titles.find(([title]) => title.test(cell.trim()))?.[1]);
  if (named.includes('activity') && others.length > 0) return { columns: named, body: others };
  const isNumbered =
    rows.length > 0 && rows.every((row) => row.length > 1 && /^\d{1,4}[.)]?$/.test(row[0] ?? ''));
  const columns: readonly Column[] = isNumbered ? [undefined, ...usualColumns] : usualColumns;
  return { columns, body: rows };
}

function toKind(word: string | undefined): SymbolKind {
  return kindSynonyms[word?.trim().toLowerCase() ?? ''] ?? 'process';
}

function toKey(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
