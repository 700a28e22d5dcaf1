import type { Actor, Flow, RouteHint, Side } from '#core/model/procedure.ts';
import { toLetter } from './addresses.ts';
import { CellProblem, type FoundRow } from './foundTable.ts';
import { type FoundStep, type StepRow, shorten } from './readSteps.ts';
import type { SheetNotes } from './sheetNotes.ts';
import { firstChannel, type flowTitles, sideWords } from './words.ts';

type FlowRow = FoundRow<keyof typeof flowTitles>;

interface FlowTables {
  readonly steps: readonly FoundStep[];
  readonly actors: readonly Actor[];
  /** Ids, order and routes of the arrows as they were written; none in a sheet by hand. */
  readonly known: readonly FlowRow[];
}

type Arrow = Pick<Flow, 'from' | 'to' | 'label'>;

/** The arrows that the rows' next steps say, in their known order, new ones last. */
export function readFlows(tables: FlowTables, notes: SheetNotes): readonly Flow[] {
  const { steps } = tables;
  const find = openAddresses(steps);
  const arrows = steps.flatMap((found, index) =>
    found.rows.flatMap((row, place) => {
      const from = found.step.symbols[place];
      if (!from) return [];
      const targets = readTargets(row, find, notes);
      if (targets.length > 0) return toArrows(row, from.id, targets, notes);
      return assumeNext(steps, index, place, notes);
    }),
  );
  noteUnreached(steps, arrows, notes);
  return toFlows(arrows, tables);
}

interface Target {
  readonly symbol: string;
  /** As it was written. */
  readonly word: string;
}

type FindSymbol = (word: string, place: string) => string | undefined;

function readTargets(row: StepRow, find: FindSymbol, notes: SheetNotes): readonly Target[] {
  const word = row.word('next');
  if (word === undefined) return [];
  const place = row.place('next');
  const whole = find(word, place);
  if (whole !== undefined) return [{ symbol: whole, word }];
  // Where the comma is the decimal sign, a typed "3,5" becomes the number three and a half.
  const isNumber = typeof row.value('next') === 'number';
  const words = word.split(isNumber ? /[.,]/ : /[;,\n]/).flatMap((each) => each.trim() || []);
  if (isNumber && words.length > 1)
    notes.add('numbers-split', place, `is the number ${word}; taken as ${words.join(' and ')}`);
  return words.map((each) => {
    const symbol = find(each, place);
    if (symbol === undefined)
      throw new CellProblem(place, `there is no step "${shorten(each)}"`, {
        reason: 'unknown-step',
        word: shorten(each),
      });
    return { symbol, word: each };
  });
}

function toArrows(
  row: StepRow,
  from: string,
  targets: readonly Target[],
  notes: SheetNotes,
): readonly Arrow[] {
  const labels = readLabels(row, targets.length, notes);
  const seen = new Set<string>();
  return targets.flatMap(({ symbol: to, word }, index) => {
    if (to === from)
      throw new CellProblem(row.place('next'), `"${shorten(word)}" is the step itself`, {
        reason: 'self-flow',
        word: shorten(word),
      });
    const label = labels[index];
    const arrow = { from, to, ...(label && { label }) };
    const key = toArrowKey(arrow);
    if (seen.has(key))
      notes.add('flow-doubled', row.place('next'), `names "${shorten(word)}" twice`);
    if (seen.has(key)) return [];
    seen.add(key);
    return [arrow];
  });
}

function readLabels(row: StepRow, count: number, notes: SheetNotes): readonly string[] {
  const text = row.text('label');
  if (text === undefined) return [];
  if (count === 1) return [text];
  const labels = text.split(/; ?/);
  if (labels.length > count)
    notes.add('label-lost', row.place('label'), `has ${labels.length} labels for ${count} arrows`);
  return labels.slice(0, count);
}

/** A new row that says nothing of its next step leads to the row below. */
function assumeNext(
  steps: readonly FoundStep[],
  index: number,
  place: number,
  notes: SheetNotes,
): readonly Arrow[] {
  const found = steps[index];
  const from = found?.step.symbols[place];
  const next = steps[index + 1];
  const to = next?.step.symbols[0];
  if (!found?.isNew || !from || !next || !to) return [];
  if (from.kind === 'terminator' && index > 0) return [];
  const row = found.rows[place];
  if (row)
    notes.add(
      'flow-assumed',
      row.place('next'),
      `is blank; taken as the row below, ${next.number}`,
    );
  return [{ from: from.id, to: to.id }];
}

function noteUnreached(
  steps: readonly FoundStep[],
  arrows: readonly Arrow[],
  notes: SheetNotes,
): void {
  const reached = new Set(arrows.map(({ to }) => to));
  for (const { step, isNew, rows, number } of steps.slice(1)) {
    const [row] = rows;
    if (isNew && row && !step.symbols.some(({ id }) => reached.has(id)))
      notes.add('step-unreached', row.place('number'), `no step leads to ${number}`);
  }
}

/** Finds a symbol by "5", "5b", its own id or the id of its step. */
function openAddresses(steps: readonly FoundStep[]): FindSymbol {
  const byAddress = new Map<string, string | undefined>();
  const byId = new Map<string, string>();
  for (const { step, number, rows } of steps) {
    const first = step.symbols[0]?.id;
    const key = number.toLowerCase();
    const place = rows[0]?.place('number') ?? '';
    if (byAddress.has(key))
      throw new CellProblem(place, `number ${shorten(number)} is already another step's`, {
        reason: 'doubled-number',
        word: shorten(number),
      });
    byAddress.set(key, first);
    step.symbols.forEach(({ id }, index) => {
      byId.set(id, id);
      if (step.symbols.length > 1) byAddress.set(`${key}${toLetter(index)}`, id);
    });
    if (first !== undefined && !byId.has(step.id)) byId.set(step.id, first);
  }
  return (word, place) => {
    const key = word.toLowerCase();
    const found = byAddress.get(key) ?? byId.get(word);
    if (found === undefined && byAddress.has(key))
      throw new CellProblem(place, `step ${shorten(word)} has no symbol to lead to`, {
        reason: 'no-symbol',
        word: shorten(word),
      });
    return found;
  };
}

/** Arrows with the ids and routes that they had; one with another label keeps its own as well. */
function toFlows(arrows: readonly Arrow[], { known, actors }: FlowTables): readonly Flow[] {
  const rows = known.filter(({ isBlank }) => !isBlank);
  const left = new Map(arrows.map((arrow) => [toArrowKey(arrow), arrow]));
  const matched = rows.map((row) => {
    const key = toArrowKey({
      from: row.word('from') ?? '',
      to: row.word('to') ?? '',
      label: row.text('label') ?? '',
    });
    const arrow = left.get(key);
    if (arrow) left.delete(key);
    return { row, arrow };
  });
  const relabelled = matched.map(({ row, arrow }) => {
    const similar = arrow ?? [...left.values()].find((each) => isBetween(each, row));
    if (similar && !arrow) left.delete(toArrowKey(similar));
    return { row, arrow: similar };
  });
  const ids = new Set(rows.map((row) => row.word('id') ?? ''));
  return [
    ...relabelled.flatMap(({ row, arrow }) =>
      arrow ? [{ id: row.word('id') ?? toNewId(ids), ...arrow, ...readRoute(row, actors) }] : [],
    ),
    ...[...left.values()].map((arrow) => ({ id: toNewId(ids), ...arrow })),
  ];
}

function isBetween({ from, to }: Arrow, row: FlowRow): boolean {
  return row.word('from') === from && row.word('to') === to;
}

function readRoute(row: FlowRow, actors: readonly Actor[]): Pick<Flow, 'route'> {
  const [exit, entry] = [toSide(row.word('exit')), toSide(row.word('entry'))];
  const channel = row.word('channel');
  const labelAt = Number(row.word('labelAt') ?? Number.NaN);
  const route: RouteHint = {
    ...(exit && { exit }),
    ...(entry && { entry }),
    ...(channel === firstChannel
      ? { channel: null }
      : actors.some(({ id }) => id === channel) && channel !== undefined && { channel }),
    ...(labelAt >= 0 && labelAt <= 1 && { labelAt }),
  };
  return Object.keys(route).length > 0 ? { route } : {};
}

function toSide(word: string | undefined): Side | undefined {
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  return sides.find((side) => sideWords[side] === word);
}

function toArrowKey({ from, to, label = '' }: Arrow): string {
  return JSON.stringify([from, to, label]);
}

function toNewId(taken: Set<string>): string {
  let count = taken.size + 1;
  while (taken.has(`panah-${count}`)) count += 1;
  taken.add(`panah-${count}`);
  return `panah-${count}`;
}
