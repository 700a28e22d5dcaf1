import type { Edit, Place } from '#core/edit/edit.ts';
import { type ExitProblem, toExitEdits } from '#core/edit/exitText.ts';
import { toFillEdit } from '#core/edit/fillCell.ts';
import { toKindEdits } from '#core/edit/kindEdits.ts';
import { toMergeEdit } from '#core/edit/mergeActors.ts';
import { newId } from '#core/edit/newId.ts';
import type { Procedure, RouteHint, SymbolKind } from '#core/model/procedure.ts';
import type { Selected, Session } from '#session/session.ts';
import { toTargetKey } from '#session/targetKey.ts';
import type { GridCell } from './gridCell.ts';
import type { PanelEntry, TableState } from './tableState.ts';

interface ChartParts {
  readonly session: Session;
  readonly state: TableState;
  /** What an actor is called that has no name yet; `number` is its column's. */
  readonly newActorName: (number: number) => string;
  readonly onRejected: () => void;
}

/** What a person does in the table with symbols, arrows and actors. */
export class ChartCommands {
  readonly #parts: ChartParts;

  constructor(parts: ChartParts) {
    this.#parts = parts;
  }

  /** Shows the panel of a cell; with an `entry`, the keyboard goes into it. */
  openPanel({ key, subject, step }: GridCell, entry?: PanelEntry): void {
    if (subject.kind !== 'place' || step === undefined) return;
    this.#parts.state.set({
      panel: { key, step, actor: subject.actor, ...(entry && { entry }) },
    });
  }

  /** Takes the panel away; the keyboard goes back to its cell when it was in the panel. */
  closePanel(keyboard: 'back' | 'elsewhere'): void {
    const { panel } = this.#parts.state.get();
    if (!panel) return;
    this.#parts.state.set({ panel: null, ...(keyboard === 'back' && { focusKey: panel.key }) });
  }

  /** Of the selected symbol in the cell, else of its last one; an empty cell gets a symbol. */
  setKind(step: string, actor: string, kind: SymbolKind): void {
    const procedure = this.#procedure();
    const symbol = this.findSymbol(step, actor);
    if (symbol) {
      this.#applyAll(toKindEdits(procedure, symbol, kind));
      return;
    }
    const id = newSymbolId();
    const made = { step, symbol: { id, actor, kind }, flow: newSymbolId() };
    if (this.#apply(toFillEdit(procedure, made))) this.#select({ kind: 'symbol', id });
  }

  /** The symbol of a cell that keys and buttons are about: the selected one, else the last. */
  findSymbol(step: string, actor: string) {
    const symbols = this.#procedure()
      .steps.find(({ id }) => id === step)
      ?.symbols.filter((symbol) => symbol.actor === actor);
    const selected = this.#parts.session.selection.get();
    return (
      symbols?.find(({ id }) =>
        selected.some((each) => each.kind === 'symbol' && each.id === id),
      ) ?? symbols?.at(-1)
    );
  }

  /** Whether an arrow leaves or reaches the symbol of a cell. */
  hasArrows(step: string, actor: string): boolean {
    const id = this.findSymbol(step, actor)?.id;
    return this.#procedure().flows.some(({ from, to }) => from === id || to === id);
  }

  removeSymbol(step: string, actor: string): void {
    const symbol = this.findSymbol(step, actor);
    if (symbol && this.#apply({ type: 'removeSymbol', symbol: symbol.id }))
      this.#select({ kind: 'step', id: step });
  }

  /** To the column beside; the keyboard goes along. */
  moveSymbol(step: string, actor: string, by: -1 | 1): void {
    const symbol = this.findSymbol(step, actor);
    const { actors } = this.#procedure();
    const beside = actors[actors.findIndex(({ id }) => id === actor) + by];
    if (!symbol || !beside) return;
    const key = `place:${step}:${beside.id}`;
    if (this.#apply({ type: 'moveSymbol', symbol: symbol.id, step, actor: beside.id }))
      this.#parts.state.set({ activeKey: key, focusKey: key, panel: null });
  }

  /** Into the row above or below, in the same column; the keyboard goes along. */
  moveSymbolToRow(step: string, actor: string, by: -1 | 1): void {
    const symbol = this.findSymbol(step, actor);
    const { steps } = this.#procedure();
    const beside = steps[steps.findIndex(({ id }) => id === step) + by];
    if (!symbol || !beside) return;
    const key = `place:${beside.id}:${actor}`;
    if (this.#apply({ type: 'moveSymbol', symbol: symbol.id, step: beside.id, actor }))
      this.#parts.state.set({ activeKey: key, focusKey: key, panel: null });
  }

  /** Leads a symbol where the text says; why not, when it cannot. */
  setExits(symbol: string, text: string): ExitProblem | undefined {
    const result = toExitEdits(this.#procedure(), { symbol, text, newId: newSymbolId });
    if (!result.ok) return result.problem;
    this.#applyAll(result.edits);
    return undefined;
  }

  reverse(flow: string): void {
    this.#apply({ type: 'reverseFlow', flow });
  }

  removeFlow(flow: string): void {
    this.#apply({ type: 'removeFlow', flow });
  }

  /** Which way somebody wants an arrow to run; `null` leaves all of it to the drawing. */
  setRoute(flow: string, route: RouteHint | null): void {
    this.#apply({ type: 'setRoute', flow, route });
  }

  /** Leaves every arrow's way to the drawing. */
  tidyRoutes(): void {
    this.#apply({ type: 'tidyRoutes' });
  }

  /** Whether somebody chose the way of an arrow. */
  hasRoutes(): boolean {
    return this.#procedure().flows.some(({ route }) => route);
  }

  toggleJoint(step: string): void {
    const found = this.#procedure().steps.find(({ id }) => id === step);
    if (found) this.#apply({ type: 'setJoint', step, joint: !found.joint });
  }

  selectSymbol(id: string): void {
    this.#select({ kind: 'symbol', id });
  }

  /** A new column; its name is typed at once. */
  addActor(place: Place): void {
    const id = newSymbolId();
    const name = this.#parts.newActorName(this.#procedure().actors.length + 1);
    if (this.#apply({ type: 'addActor', actor: { id, name }, place }))
      this.#type({ of: 'actor', actor: id });
  }

  renameActor(actor: string): void {
    this.#type({ of: 'actor', actor });
  }

  /** One column to the left or the right, with everything in it; the keyboard stays with it. */
  moveActor(actor: string, by: -1 | 1): void {
    const beside = this.#findBeside(actor, by);
    if (beside === undefined) return;
    this.placeActor(actor, by < 0 ? { before: beside } : { after: beside });
  }

  /** Beside another column, with everything in it; the keyboard stays with it. */
  placeActor(actor: string, place: Place): void {
    if (!this.#apply({ type: 'moveActor', actor, place })) return;
    const { actors } = this.#procedure();
    const index = actors.findIndex(({ id }) => id === actor);
    const name = actors[index]?.name ?? '';
    this.#parts.state.set({
      moved: { kind: 'actor', name, number: index + 1, count: actors.length },
    });
    const { activeKey } = this.#parts.state.get();
    if (activeKey === `actor:${actor}`) this.#parts.state.set({ focusKey: activeKey });
  }

  /** Makes one column of this and the one beside it, under the name of that. */
  mergeActor(actor: string, by: -1 | 1): void {
    const into = this.#findBeside(actor, by);
    if (into !== undefined && this.#apply(toMergeEdit(this.#procedure(), { actor, into })))
      this.#select({ kind: 'actor', id: into });
  }

  /** Puts it under one header with the actor beside it, whose header it takes if there is one. */
  groupActor(actor: string, by: -1 | 1, name: string): void {
    const beside = this.#findBeside(actor, by);
    const group = this.#procedure().actors.find(({ id }) => id === beside)?.group ?? name;
    if (beside === undefined) return;
    this.#apply({ type: 'groupActors', actors: [actor, beside], group });
  }

  ungroupActor(actor: string): void {
    this.#apply({ type: 'groupActors', actors: [actor], group: '' });
  }

  removeActor(actor: string): void {
    if (this.#apply({ type: 'removeActor', actor })) this.#parts.session.select([]);
  }

  #findBeside(actor: string, by: -1 | 1): string | undefined {
    const { actors } = this.#procedure();
    return actors[actors.findIndex(({ id }) => id === actor) + by]?.id;
  }

  #type(target: { readonly of: 'actor'; readonly actor: string }): void {
    const key = toTargetKey(target);
    this.#select({ kind: 'actor', id: target.actor });
    this.#parts.state.set({
      activeKey: key,
      editing: { key, caret: 'all', subject: { kind: 'text', target } },
    });
  }

  #select(selected: Selected): void {
    this.#parts.session.select([selected]);
  }

  /** Whether all of them were done, as one action. */
  #applyAll(edits: readonly Edit[]): boolean {
    const [first] = edits;
    if (!first) return true;
    return this.#apply(edits.length > 1 ? { type: 'batch', edits } : first);
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

function newSymbolId(): string {
  return newId(Math.random);
}
