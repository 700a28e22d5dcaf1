import type { Edit, Place, TextTarget } from '#core/edit/edit.ts';
import { newId } from '#core/edit/newId.ts';
import { toPastedRows } from '#core/import/pastedCells.ts';
import type { IdentityDate, IdentityList, Procedure, Step } from '#core/model/procedure.ts';
import type { Selected, Session } from '#session/session.ts';
import { toTargetKey } from '#session/targetKey.ts';
import type { GridCell } from './gridCell.ts';
import { type Direction, findNeighbour, findRowEnd, findText, type PlacedCell } from './moves.ts';
import { toPasteEdit } from './pastedRows.ts';
import type { Editing, TableState } from './tableState.ts';

interface CommandParts {
  readonly session: Session;
  readonly state: TableState;
  /** The cells as they are drawn now. */
  readonly cells: () => readonly PlacedCell[];
  /** The name of the first actor, when there is none yet. */
  readonly newActorName: (number: number) => string;
  readonly onRejected: () => void;
}

/** Everything that a person can do in the table, whichever way they ask for it. */
export class TableCommands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** The keyboard came to a cell: its step or symbol is now the selected one. */
  enter(cell: GridCell): void {
    const { panel } = this.#parts.state.get();
    this.#parts.state.set({
      activeKey: cell.key,
      focusKey: null,
      panel: panel?.key === cell.key ? panel : null,
    });
    const selected = toSelected(cell);
    if (selected && !isSelected(this.#parts.session, selected)) this.select(selected);
  }

  /** The cell that has the keyboard, or had it last. */
  activeCell(): GridCell | undefined {
    return this.#active()?.cell;
  }

  select(selected: Selected | null): void {
    this.#parts.session.select(selected ? [selected] : []);
  }

  /** Selects what was pointed at in a cell, else what the cell stands for. */
  selectIn(cell: GridCell, pointed: Selected | undefined): void {
    const row: Selected | undefined =
      cell.step === undefined ? undefined : { kind: 'step', id: cell.step };
    const selected = pointed ?? row;
    if (selected) this.select(selected);
  }

  /** Types in a symbol or in an arrow's label. */
  editShape({ kind, id }: Selected): void {
    const target = toShapeTarget(kind, id);
    if (!target) return;
    const subject = { kind: 'text', target } as const;
    this.#parts.state.set({
      editing: { subject, key: toTargetKey(target), caret: 'all' },
      panel: null,
    });
  }

  move(direction: Direction): void {
    const from = this.#active();
    const to = from && findNeighbour(this.#parts.cells(), from, direction);
    if (to) this.#focus(to.cell.key);
  }

  moveToRowEnd(end: 'first' | 'last'): void {
    const from = this.#active();
    const to = from && findRowEnd(this.#parts.cells(), from, end);
    if (to) this.#focus(to.cell.key);
  }

  moveToEnd(end: 'first' | 'last'): void {
    const cells = this.#parts.cells();
    const to = end === 'first' ? cells[0] : cells.at(-1);
    if (to) this.#focus(to.cell.key);
  }

  /** Types in a cell; in the frame of a list, in a new entry. */
  edit(cell: GridCell, caret: Editing['caret']): void {
    const { key, subject } = cell;
    if (subject.kind === 'text')
      this.#open({ key, caret, subject: { kind: 'text', target: subject.target } });
    else if (subject.kind === 'date' || subject.kind === 'group')
      this.#open({ key, caret: 'all', subject });
    else if (subject.kind === 'list') this.#addItem(subject.list, subject.count);
  }

  setDate(field: IdentityDate, date: string | null): void {
    this.#apply({ type: 'setDate', field, date });
  }

  renameGroup(actors: readonly string[], group: string): void {
    this.#apply({ type: 'groupActors', actors, group });
  }

  /** Goes back from typing to the cells, to the cell below when there is one. */
  finish(next: 'stay' | 'below'): void {
    const { editing } = this.#parts.state.get();
    if (!editing) return;
    const { activeKey } = this.#parts.state.get();
    this.#parts.state.set({ editing: null, focusKey: activeKey });
    if (next === 'below') this.move('down');
  }

  /** The keyboard went elsewhere by itself. */
  leave(key: string): void {
    if (this.#parts.state.get().editing?.key === key) this.#parts.state.set({ editing: null });
  }

  /** Types on in the text before or after; after the very last one in a new step. */
  editNext(direction: 1 | -1): void {
    const key = this.#parts.state.get().editing?.key ?? this.#parts.state.get().activeKey;
    const next = key && findText(this.#parts.cells(), key, direction);
    if (next) this.edit(next.cell, 'all');
    else if (direction > 0) this.addStep();
    else this.finish('stay');
  }

  /** Empties the text of the active cell. */
  clear(): void {
    const subject = this.#active()?.cell.subject;
    if (subject?.kind === 'text' && subject.text !== '')
      this.#apply({ type: 'setText', target: subject.target, text: '' });
  }

  /** Puts copied text into the active cell; cells of a spreadsheet from there to the right and down. */
  paste(text: string): void {
    const subject = this.#active()?.cell.subject;
    if (subject?.kind !== 'text') return;
    const { target } = subject;
    const rows = toPastedRows(text);
    const isTable = rows.length > 1 || rows.some((row) => row.length > 1);
    this.#apply(
      target.of === 'step' && isTable
        ? toPasteEdit(this.#procedure(), rows, { ...target, newId: toId })
        : { type: 'setText', target, text: text.trim() },
    );
  }

  /** A step below another, or at the end; typing starts in it. */
  addStep(below?: string): void {
    const { steps } = this.#procedure();
    this.#addStepAt(below ?? steps.at(-1)?.id, steps);
  }

  addStepAbove(step: string): void {
    const { steps } = this.#procedure();
    const index = steps.findIndex(({ id }) => id === step);
    const previous = steps[index - 1];
    if (previous) this.#addStepAt(previous.id, steps);
    else this.#makeStep({ before: step }, steps[index]);
  }

  /** What comes below the active cell: the next entry of its list, else the next step. */
  addBelow(): void {
    const cell = this.#active()?.cell;
    const target = cell?.subject.kind === 'text' ? cell.subject.target : undefined;
    if (target?.of === 'item') this.#addItem(target.list, target.index + 1);
    else this.addStep(cell?.step);
  }

  duplicateStep(step: string): void {
    const original = this.#procedure().steps.find(({ id }) => id === step);
    if (!original) return;
    const id = toId();
    const symbols = original.symbols.map(toId);
    if (this.#apply({ type: 'duplicateStep', step, id, symbols }))
      this.select({ kind: 'step', id });
  }

  /** One row up or down. */
  moveStep(step: string, by: 1 | -1): void {
    const { steps } = this.#procedure();
    const neighbour = steps[steps.findIndex(({ id }) => id === step) + by];
    if (!neighbour) return;
    this.placeStep(step, by < 0 ? { before: neighbour.id } : { after: neighbour.id });
  }

  /** Beside another step, with everything in its row. */
  placeStep(step: string, place: Place): void {
    if (!this.#apply({ type: 'moveStep', step, place })) return;
    const { steps } = this.#procedure();
    const index = steps.findIndex(({ id }) => id === step);
    const name = steps[index]?.activity ?? '';
    this.#parts.state.set({
      moved: { kind: 'step', name, number: index + 1, count: steps.length },
    });
  }

  moveActiveStep(by: 1 | -1): void {
    const step = this.#active()?.cell.step;
    if (step !== undefined) this.moveStep(step, by);
  }

  removeStep(step: string): void {
    if (this.#apply({ type: 'removeStep', step })) this.select(null);
  }

  #addStepAt(after: string | undefined, steps: readonly Step[]): void {
    const neighbour = steps.find(({ id }) => id === after);
    this.#makeStep(after === undefined ? { at: 'end' } : { after }, neighbour);
  }

  /** A new step beside a neighbour whose actor carries it out too. */
  #makeStep(
    place: { readonly at: 'end' } | { readonly after: string } | { readonly before: string },
    neighbour: Step | undefined,
  ): void {
    const { actors, steps } = this.#procedure();
    const actor = neighbour?.symbols.at(-1)?.actor ?? actors[0]?.id;
    const step = toId();
    const kind = steps.length === 0 ? 'terminator' : 'process';
    const made = actor ?? toId();
    const edits: Edit[] = [
      {
        type: 'addStep',
        step: { id: step, symbols: [{ id: toId(), actor: made, kind }] },
        place,
        link: { flow: toId() },
      },
    ];
    if (actor === undefined)
      edits.unshift({
        type: 'addActor',
        actor: { id: made, name: this.#parts.newActorName(1) },
        place: { at: 'end' },
      });
    if (this.#apply({ type: 'batch', edits }))
      this.#editTarget({ of: 'step', step, field: 'activity' });
  }

  #addItem(list: IdentityList, index: number): void {
    if (this.#apply({ type: 'addItem', list, index, text: '' }))
      this.#editTarget({ of: 'item', list, index });
  }

  #editTarget(target: TextTarget): void {
    this.#open({ key: toTargetKey(target), caret: 'all', subject: { kind: 'text', target } });
    if (target.of === 'step') this.select({ kind: 'step', id: target.step });
  }

  #open(editing: Editing): void {
    this.#parts.state.set({ activeKey: editing.key, editing });
  }

  #focus(key: string): void {
    this.#parts.state.set({ activeKey: key, focusKey: key });
  }

  #active(): PlacedCell | undefined {
    const { activeKey } = this.#parts.state.get();
    return this.#parts.cells().find(({ cell }) => cell.key === activeKey);
  }

  #apply(edit: Edit): boolean {
    const { ok } = this.#parts.session.apply(edit);
    if (!ok) this.#parts.onRejected();
    return ok;
  }

  #procedure(): Procedure {
    return this.#parts.session.procedure.get();
  }
}

/** What a cell stands for in the other views. */
function toSelected({ subject, step }: GridCell): Selected | undefined {
  if (subject.kind === 'place' && subject.symbols.length > 0) {
    const [symbol] = subject.symbols;
    return symbol && { kind: 'symbol', id: symbol.id };
  }
  if (step !== undefined) return { kind: 'step', id: step };
  if (subject.kind === 'text' && subject.target.of === 'actor')
    return { kind: 'actor', id: subject.target.actor };
  return undefined;
}

function toShapeTarget(kind: Selected['kind'], id: string): TextTarget | undefined {
  if (kind === 'symbol') return { of: 'symbol', symbol: id };
  return kind === 'flow' ? { of: 'label', flow: id } : undefined;
}

function isSelected({ selection }: Session, { kind, id }: Selected): boolean {
  return selection.get().some((selected) => selected.kind === kind && selected.id === id);
}

function toId(): string {
  return newId(Math.random);
}
