import type { TextTarget } from '#core/edit/edit.ts';
import { textOf } from '#core/edit/textOf.ts';
import type { Box, Cell, PageLayout } from '#core/layout/geometry.ts';
import type {
  IdentityDate,
  IdentityList,
  Procedure,
  Step,
  StepSymbol,
  SymbolKind,
} from '#core/model/procedure.ts';
import { toTargetKey } from '#session/targetKey.ts';

/** A symbol, and what there is to say of it. */
export interface CellSymbol {
  readonly id: string;
  readonly kind: SymbolKind;
  readonly actorName: string;
  /** Where its arrows lead: the word beside each, and the number of the step. */
  readonly exits: readonly { readonly label: string; readonly stepNumber: number }[];
}

/** What a cell of the grid is about, with what there is to say of it. */
export type CellSubject =
  /** A text that a person may type in; `stepNumber` in the rows of steps. */
  | {
      readonly kind: 'text';
      readonly target: TextTarget;
      readonly text: string;
      readonly stepNumber?: number;
    }
  /** A date, written or picked as a whole. */
  | { readonly kind: 'date'; readonly field: IdentityDate; readonly date: string | null }
  /** The header over neighbouring actors; its name is theirs together. */
  | { readonly kind: 'group'; readonly actors: readonly string[]; readonly name: string }
  /** The frame of a list, where its next entry begins. */
  | { readonly kind: 'list'; readonly list: IdentityList; readonly count: number }
  /** The number at the start of a step's row, with all of the row's symbols. */
  | {
      readonly kind: 'number';
      readonly stepNumber: number;
      readonly symbols: readonly CellSymbol[];
    }
  /** Where a step's symbols of one actor stand. */
  | {
      readonly kind: 'place';
      readonly stepNumber: number;
      readonly actor: string;
      readonly actorName: string;
      readonly symbols: readonly CellSymbol[];
    }
  /** A heading that nobody edits here. */
  | { readonly kind: 'heading'; readonly text: string };

/** A cell as pointer, keyboard and screen reader meet it; its box is on its page, in pt. */
export interface GridCell extends Box {
  /** Unique in the document, and the same after each new layout. */
  readonly key: string;
  readonly subject: CellSubject;
  /** The step whose row it stands in. */
  readonly step?: string;
}

/** The cells of a page in reading order, row by row. */
export type GridRows = readonly (readonly GridCell[])[];

/** Looks up what cells only name. */
export interface GridFacts {
  readonly procedure: Procedure;
  readonly steps: ReadonlyMap<string, { readonly step: Step; readonly number: number }>;
  readonly actorNames: ReadonlyMap<string, string>;
  readonly exits: ReadonlyMap<string, CellSymbol['exits']>;
}

export function toGridFacts(procedure: Procedure): GridFacts {
  return {
    procedure,
    steps: new Map(procedure.steps.map((step, index) => [step.id, { step, number: index + 1 }])),
    actorNames: new Map(procedure.actors.map(({ id, name }) => [id, name])),
    exits: toExits(procedure),
  };
}

function toExits({ steps, flows }: Procedure): GridFacts['exits'] {
  const numbers = new Map<string, number>();
  for (const [index, step] of steps.entries())
    for (const { id } of step.symbols) numbers.set(id, index + 1);
  const exits = new Map<string, CellSymbol['exits'][number][]>();
  for (const { from, to, label = '' } of flows) {
    const exit = { label, stepNumber: numbers.get(to) ?? 0 };
    const others = exits.get(from);
    if (others) others.push(exit);
    else exits.set(from, [exit]);
  }
  return exits;
}

/** Cells whose tops differ by less than this stand in one row, in pt. */
const sameRowPt = 0.5;

/** The page's cells that mean something, as rows. Their keys join `taken`, the keys so far. */
export function toGridRows(page: PageLayout, facts: GridFacts, taken: Set<string>): GridRows {
  const cells = page.cells
    .flatMap((cell) => toGridCell(page, cell, facts, taken))
    .sort((a, b) => (Math.abs(a.y - b.y) < sameRowPt ? a.x - b.x : a.y - b.y));
  const rows: GridCell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - cell.y) < sameRowPt) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

function toGridCell(
  page: PageLayout,
  cell: Cell,
  facts: GridFacts,
  taken: Set<string>,
): readonly GridCell[] {
  const subject = toSubject(page, cell, facts);
  if (!subject) return [];
  const { x, y, width, height, step } = cell;
  const key = toFreeKey(toKey(subject, cell), taken);
  return [{ key, subject, x, y, width, height, ...(step !== undefined && { step }) }];
}

function toSubject(page: PageLayout, cell: Cell, facts: GridFacts): CellSubject | undefined {
  const found = cell.step === undefined ? undefined : facts.steps.get(cell.step);
  const { target } = cell;
  if (target?.of === 'step' && found) {
    const text = found.step[target.field];
    return { kind: 'text', target, text, stepNumber: found.number };
  }
  if (target?.of === 'group') return toGroup(facts.procedure, target.actor);
  if (target) return { kind: 'text', target, text: textOf(facts.procedure, target) ?? '' };
  if (cell.date)
    return { kind: 'date', field: cell.date, date: facts.procedure.identity[cell.date] };
  if (cell.list)
    return { kind: 'list', list: cell.list, count: facts.procedure.identity[cell.list].length };
  if (cell.role === 'header' || (cell.role === 'page' && cell.lines.length > 0))
    return { kind: 'heading', text: cell.lines.map((line) => line.text).join(' ') };
  if (cell.role === 'number' && found) {
    const symbols = found.step.symbols.map((symbol) => toCellSymbol(symbol, facts));
    return { kind: 'number', stepNumber: found.number, symbols };
  }
  return cell.role === 'actor' && found ? toPlace(page, cell, found, facts) : undefined;
}

function toCellSymbol({ id, kind, actor }: StepSymbol, facts: GridFacts): CellSymbol {
  const actorName = facts.actorNames.get(actor) ?? '';
  return { id, kind, actorName, exits: facts.exits.get(id) ?? [] };
}

/** The actors that stand under one header: neighbours of one group, from the first of them on. */
function toGroup({ actors }: Procedure, first: string): CellSubject | undefined {
  const start = actors.findIndex(({ id }) => id === first);
  const name = actors[start]?.group?.trim() ?? '';
  const rest = actors.slice(start);
  const end = rest.findIndex(({ group }) => (group?.trim() ?? '') !== name);
  const members = end < 0 ? rest : rest.slice(0, end);
  return start < 0 ? undefined : { kind: 'group', actors: members.map(({ id }) => id), name };
}

function toPlace(
  page: PageLayout,
  cell: Cell,
  { step, number }: { readonly step: Step; readonly number: number },
  facts: GridFacts,
): CellSubject | undefined {
  const centre = cell.x + cell.width / 2;
  const actor = page.columns.find(({ x, width }) => centre >= x && centre <= x + width)?.actor;
  if (actor === undefined) return undefined;
  return {
    kind: 'place',
    stepNumber: number,
    actor,
    actorName: facts.actorNames.get(actor) ?? '',
    symbols: step.symbols
      .filter((symbol) => symbol.actor === actor)
      .map((symbol) => toCellSymbol(symbol, facts)),
  };
}

function toKey(subject: CellSubject, { step = '', x, y }: Cell): string {
  switch (subject.kind) {
    case 'text':
      return toTargetKey(subject.target);
    case 'date':
      return `date:${subject.field}`;
    case 'group':
      return `group:${subject.actors[0]}`;
    case 'list':
      return `list:${subject.list}`;
    case 'number':
      return `number:${step}`;
    case 'place':
      return `place:${step}:${subject.actor}`;
    case 'heading':
      return `heading:${x}:${y}`;
  }
}

/** The repeated head of a later page, or a row that runs over, has a key of its own. */
function toFreeKey(key: string, taken: Set<string>): string {
  let free = key;
  for (let copy = 2; taken.has(free); copy += 1) free = `${key}#${copy}`;
  taken.add(free);
  return free;
}
