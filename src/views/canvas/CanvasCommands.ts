import type { Edit, EditResult, Place, RejectionCode, TextTarget } from '#core/edit/edit.ts';
import { takeFragment, toFragmentEdit } from '#core/edit/fragment.ts';
import { toKindEdits } from '#core/edit/kindEdits.ts';
import { newId } from '#core/edit/newId.ts';
import { suggestLabel } from '#core/edit/suggestLabel.ts';
import type { Procedure, RouteHint, Step, StepSymbol, SymbolKind } from '#core/model/procedure.ts';
import type { Selected, Selection, Session } from '#session/session.ts';
import type { ArrowMaking, ArrowTarget, CanvasState } from './canvasState.ts';
import { type Copied, toClipboard } from './clipboard/toClipboard.ts';
import { type Drop, toMoveEdit } from './dropTarget.ts';
import { toMoveLanesEdits, toMoveManyEdit, toMoveRowsEdits } from './moveMany.ts';
import {
  findUsualActor,
  type NewSymbol,
  toDroppedSymbol,
  toInsertedSymbol,
  toNewStep,
  toNewSymbol,
} from './newSteps.ts';
import { findHeir, toRemoval, toSteps, toSymbols, toTextTarget } from './selections.ts';
import { findSymbolInStep } from './symbolFacts.ts';

interface CanvasTexts {
  /** The name of an actor that has none yet. */
  readonly newActor: (number: number) => string;
}

interface CommandParts {
  readonly session: Session;
  readonly state: CanvasState;
  readonly texts: CanvasTexts;
  readonly onRejected: (code: RejectionCode) => void;
  /** What lay on the clipboard could not be pasted. */
  readonly onUnpasted: (why: 'nothing' | 'tooMuch' | 'denied') => void;
  /** Takes symbols and the arrows between them as a picture; everything when there are none. */
  readonly onCopyPicture?: (symbols: ReadonlySet<string>) => Promise<void>;
}

/** Everything that a person can do on the canvas, whichever way they ask for it. */
export class CanvasCommands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  select(selected: Selected | null): void {
    this.#parts.session.select(selected ? [selected] : []);
  }

  selectAll(selection: Selection): void {
    this.#parts.session.select(selection);
  }

  /** Adds it to what is selected, or takes it out. */
  toggleSelected(selected: Selected): void {
    const selection = this.#selection();
    const others = selection.filter(({ kind, id }) => kind !== selected.kind || id !== selected.id);
    const isAdded = others.length === selection.length;
    this.#parts.session.select(isAdded ? [...others, selected] : others);
  }

  edit(target: TextTarget): void {
    this.#parts.state.set({ editing: target, menu: null });
  }

  stopEditing(): void {
    this.#parts.state.set({ editing: null });
    // A field that disappears does not say so itself.
    this.#parts.session.setPresence({ editing: null });
  }

  editSelected(): void {
    const [selected] = this.#selection();
    if (selected) this.editText(selected);
  }

  editText(selected: Selected): void {
    const target = toTextTarget(this.#procedure(), selected);
    if (target) this.edit(target);
  }

  /**
   * A step below the selected one (same actor), else at the end; typing starts in it. The first step of an
   * empty procedure is its start.
   */
  addNextStep(wanted?: SymbolKind): void {
    const procedure = this.#procedure();
    const kind = wanted ?? (procedure.steps.length === 0 ? 'terminator' : 'process');
    const from = this.#findLastSymbol();
    const actor = from?.symbol.actor ?? findUsualActor(procedure) ?? this.addActor({ at: 'end' });
    if (!actor) return;
    const step = toSteps(procedure, this.#selection()).at(-1);
    const place: Place = step ? { after: step.id } : { at: 'end' };
    this.#make(toNewStep({ place, actor, kind, after: from?.symbol.id, newId: toId }));
  }

  addStepBeside(step: string, side: 'above' | 'below'): void {
    const procedure = this.#procedure();
    const index = procedure.steps.findIndex(({ id }) => id === step);
    const actor = procedure.steps[index]?.symbols.at(-1)?.actor ?? findUsualActor(procedure);
    if (index < 0 || !actor) return;
    const place = side === 'above' ? { before: step } : { after: step };
    this.#make(toNewStep({ place, actor, kind: 'process', newId: toId }));
  }

  /** A symbol in a cell; below the last row a new step. */
  addInCell(actor: string, step: string | undefined): void {
    const kind = 'process';
    this.#make(
      step
        ? toNewSymbol(step, { actor, kind, newId: toId })
        : toNewStep({ place: { at: 'end' }, actor, kind, newId: toId }),
    );
  }

  /** A new step below the symbol, reached by an exit of its own. */
  addExit(from: string, label: string): void {
    const found = findSymbolInStep(this.#procedure(), from);
    if (found) this.#makeExit(found, { actor: found.symbol.actor, label });
  }

  /**
   * A step below the selected one, so many lanes to the right: the next one in the flow. In its own lane,
   * or after a decision, a branch: it has an exit of its own. Nothing happens beyond the last lane.
   */
  addBranch(lanes: -1 | 0 | 1): void {
    const procedure = this.#procedure();
    const from = this.#findLastSymbol();
    const lane = procedure.actors.findIndex(({ id }) => id === from?.symbol.actor);
    const actor = procedure.actors[lane + lanes]?.id;
    if (!from || !actor) return;
    const { id, kind } = from.symbol;
    if (kind === 'decision' || lanes === 0) {
      this.#makeExit(from, { actor, label: suggestLabel(procedure, id) });
      return;
    }
    const place = { after: from.step.id };
    this.#make(toNewStep({ place, actor, kind: 'process', after: id, newId: toId }));
  }

  /** Several symbols at once, of which the pointer held one, to where that one was dropped. */
  moveSymbols(symbols: readonly string[], held: string, drop: Drop): void {
    const procedure = this.#procedure();
    const edit =
      symbols.length > 1
        ? toMoveManyEdit(procedure, { symbols, held }, drop)
        : toMoveEdit(procedure, held, { drop, newId: toId });
    if (edit) this.apply(edit);
  }

  /** An arrow to a symbol, or to a new step where it was dropped. */
  connect(from: string, target: ArrowTarget, { kind, label }: ArrowMaking = {}): void {
    if (target.kind === 'symbol') {
      const flow = this.#drawArrow(from, target.symbol, label);
      if (flow !== undefined) this.select({ kind: 'flow', id: flow });
      return;
    }
    const { drop } = target;
    // The button says which symbol comes next: it takes its place in the flow, as if it were pressed.
    if (kind && drop.kind === 'gap') {
      const { place, actor } = drop;
      this.#make(toNewStep({ place, actor, kind, after: from, newId: toId }));
      return;
    }
    const word = label ?? suggestLabel(this.#procedure(), from);
    const made = { from, kind, newId: toId, ...(word && { label: word }) };
    this.#make(toDroppedSymbol(drop, made));
  }

  /** Asks to which step an arrow from the selected symbol goes. */
  askConnectTo(): void {
    const from = this.#findLastSymbol()?.symbol.id;
    if (from) this.#parts.state.set({ connectingFrom: from, menu: null });
  }

  /** An arrow to a symbol; what it leaves stays selected, so that one can go on writing. */
  connectTo(from: string, to: string): void {
    this.#drawArrow(from, to);
  }

  /** A step in the middle of an arrow, in the lane where it begins. */
  insertInFlow(flow: string): void {
    const procedure = this.#procedure();
    const found = procedure.flows.find(({ id }) => id === flow);
    const from = found && findSymbolInStep(procedure, found.from);
    if (!found || !from) return;
    const drop: Drop = {
      kind: 'gap',
      actor: from.symbol.actor,
      place: { after: from.step.id },
      y: 0,
    };
    this.#make(toInsertedSymbol(drop, { flow: found, newId: toId }));
  }

  retarget(flow: string, end: 'from' | 'to', symbol: string): void {
    const now = this.#procedure().flows.find(({ id }) => id === flow);
    if (now && now[end] !== symbol) this.apply({ type: 'retargetFlow', flow, end, symbol });
  }

  reverse(flow: string): void {
    this.apply({ type: 'reverseFlow', flow });
  }

  /** Where a person wants an arrow to run; `null` gives its whole way back to the router. */
  setRoute(flow: string, route: RouteHint | null): void {
    this.apply({ type: 'setRoute', flow, route });
  }

  /** Gives every arrow back to the router. */
  tidy(): void {
    this.apply({ type: 'tidyRoutes' });
  }

  /** Shows or hides the ways of the selected arrow beside the sheet. */
  showRoutePanel(isRoutePanelShown: boolean): void {
    this.#parts.state.set({ isRoutePanelShown, menu: null });
  }

  /** Of all selected symbols. What becomes a decision gets its first exit called "Ya". */
  setKind(kind: SymbolKind): void {
    const procedure = this.#procedure();
    const symbols = toSymbols(procedure, this.#selection());
    this.#applyAll(symbols.flatMap(({ symbol }) => toKindEdits(procedure, symbol, kind)));
  }

  toggleDecision(): void {
    const symbols = toSymbols(this.#procedure(), this.#selection());
    const areDecisions = symbols.every(({ symbol }) => symbol.kind === 'decision');
    this.setKind(areDecisions ? 'process' : 'decision');
  }

  toggleJoint(step: string): void {
    const isJoint = this.#procedure().steps.find(({ id }) => id === step)?.joint ?? false;
    this.apply({ type: 'setJoint', step, joint: !isJoint });
  }

  /** A row, with all rows that are selected beside it. */
  moveStepTo(step: string, place: Place): void {
    const moved = this.#listSelected('step', step);
    this.#applyAll(toMoveRowsEdits(this.#procedure(), moved, place));
  }

  /** The selected rows, all by one. */
  moveSelectedSteps(by: -1 | 1): void {
    const { steps } = this.#procedure();
    const moved = toSteps(this.#procedure(), this.#selection());
    const [first, last] = [moved[0], moved.at(-1)];
    if (!first || !last) return;
    const neighbour = steps[steps.indexOf(by < 0 ? first : last) + by];
    if (!neighbour) return;
    const ordered = by < 0 ? moved : moved.toReversed();
    const place = by < 0 ? { before: neighbour.id } : { after: neighbour.id };
    this.#applyAll(ordered.map(({ id }) => ({ type: 'moveStep', step: id, place })));
  }

  /** The selected symbols sideways, by one lane. */
  moveSelectedSymbols(by: -1 | 1): void {
    const { actors } = this.#procedure();
    const moves = toSymbols(this.#procedure(), this.#selection()).map(
      ({ step, symbol }): Edit | undefined => {
        const actor = actors[actors.findIndex(({ id }) => id === symbol.actor) + by];
        return actor && { type: 'moveSymbol', symbol: symbol.id, step: step.id, actor: actor.id };
      },
    );
    this.#applyAll(moves.filter((move) => move !== undefined));
  }

  /** Copies of the selected steps below the last of them, with the arrows between them. */
  duplicateSelected(): void {
    const procedure = this.#procedure();
    const steps = toSteps(procedure, this.#selection()).map(({ id }) => id);
    const last = steps.at(-1);
    if (last === undefined) return;
    const part = takeFragment(procedure, { steps: new Set(steps), symbols: new Set() });
    this.#putFragment(part, { after: last });
  }

  /** What is selected, written for the clipboard; undefined when no symbol or row is. */
  copy(): Copied | undefined {
    const ids = (kind: Selected['kind']) =>
      new Set(this.#selection().flatMap((each) => (each.kind === kind ? [each.id] : [])));
    const taken = { symbols: ids('symbol'), steps: ids('step') };
    const part = takeFragment(this.#procedure(), taken);
    return part.steps.length > 0 ? toClipboard(part) : undefined;
  }

  /** Puts what was copied, here or in another program, below the last selected step, else at the end. */
  async paste(copied: Copied): Promise<void> {
    const [{ readClipboard }, { toPastedSteps }] = await loadReading();
    const pasted = readClipboard(copied);
    const procedure = this.#procedure();
    const step = toSteps(procedure, this.#selection()).at(-1)?.id;
    switch (pasted.kind) {
      case 'part':
        this.#putFragment(pasted.fragment, step ? { after: step } : { at: 'end' });
        return;
      case 'rows': {
        const from = this.#findLastSymbol()?.symbol;
        const actor = from?.actor ?? findUsualActor(procedure) ?? this.addActor({ at: 'end' });
        if (!actor) return;
        const after = step ? { step, symbol: from?.id } : undefined;
        const { edit, symbols } = toPastedSteps(this.#procedure(), pasted.rows, {
          after,
          actor,
          newId: toId,
        });
        if (this.apply(edit).ok) this.selectAll(symbols.map((id) => ({ kind: 'symbol', id })));
        return;
      }
      case 'nothing':
      case 'tooMuch':
        this.#parts.onUnpasted(pasted.kind);
        return;
    }
  }

  /** The same, read from the clipboard itself, for which the browser may ask. */
  async pasteFromClipboard(): Promise<void> {
    const copied = await readSystemClipboard();
    if (copied) await this.paste(copied);
    else this.#parts.onUnpasted('denied');
  }

  get canCopyPicture(): boolean {
    return this.#parts.onCopyPicture !== undefined;
  }

  /** What is selected as a picture; the whole sheet when no symbol is. */
  copyPicture(of: 'selection' | 'sheet' = 'selection'): void {
    const selection = of === 'sheet' ? [] : this.#selection();
    const symbols = toSymbols(this.#procedure(), selection).map(({ symbol }) => symbol.id);
    void this.#parts.onCopyPicture?.(new Set(symbols));
  }

  removeSelected(): void {
    const procedure = this.#procedure();
    const edit = toRemoval(procedure, this.#selection());
    const heir = findHeir(procedure, this.#selection());
    if (edit && this.apply(edit).ok) this.select(heir ?? null);
  }

  /** The new actor's id; undefined when there are too many. */
  addActor(place: Place): string | undefined {
    const id = toId();
    const name = this.#parts.texts.newActor(this.#procedure().actors.length + 1);
    return this.apply({ type: 'addActor', actor: { id, name }, place }).ok ? id : undefined;
  }

  /** A new actor whose name is typed at once. */
  addActorByName(place: Place): void {
    const actor = this.addActor(place);
    if (!actor) return;
    this.select({ kind: 'actor', id: actor });
    this.edit({ of: 'actor', actor });
  }

  /** A lane with everything in it, and all lanes that are selected beside it. */
  moveActorTo(actor: string, place: Place): void {
    const moved = this.#listSelected('actor', actor);
    this.#applyAll(toMoveLanesEdits(this.#procedure(), moved, place));
  }

  /** One column to the left or right. */
  moveActor(actor: string, by: -1 | 1): void {
    const { actors } = this.#procedure();
    const neighbour = actors[actors.findIndex(({ id }) => id === actor) + by];
    if (neighbour)
      this.moveActorTo(actor, by < 0 ? { before: neighbour.id } : { after: neighbour.id });
  }

  /** Puts the actors under one header; an empty name takes them out of theirs. */
  group(actors: readonly string[], group: string): void {
    this.apply({ type: 'groupActors', actors, group });
  }

  /** Any edit, with its rejection told to the person. */
  apply(edit: Edit): EditResult {
    const result = this.#parts.session.apply(edit);
    if (!result.ok) this.#parts.onRejected(result.rejection.code);
    return result;
  }

  /** The new arrow's id; undefined when it cannot be. */
  #drawArrow(from: string, to: string, word?: string): string | undefined {
    const label = word ?? suggestLabel(this.#procedure(), from);
    const flow = { id: toId(), from, to, ...(label && { label }) };
    return this.apply({ type: 'connect', flow }).ok ? flow.id : undefined;
  }

  #putFragment(fragment: Procedure, place: Place): void {
    const { edit, steps } = toFragmentEdit(this.#procedure(), fragment, { place, newId: toId });
    if (!this.apply(edit).ok) return;
    this.selectAll(
      steps.flatMap(
        ({ id, symbols }): Selection =>
          symbols.length > 0
            ? symbols.map((symbol) => ({ kind: 'symbol', id: symbol }))
            : [{ kind: 'step', id }],
      ),
    );
  }

  #makeExit(
    { step, symbol }: { readonly step: Step; readonly symbol: StepSymbol },
    { actor, label }: { readonly actor: string; readonly label?: string | undefined },
  ): void {
    const drop: Drop = { kind: 'gap', actor, place: { after: step.id }, y: 0 };
    const exit = { from: symbol.id, newId: toId, ...(label && { label }) };
    this.#make(toDroppedSymbol(drop, exit));
  }

  #make({ edit, step, symbol }: NewSymbol): void {
    if (!this.apply(edit).ok) return;
    this.select({ kind: 'symbol', id: symbol });
    this.edit({ of: 'step', step, field: 'activity' });
  }

  /** Whether all of them were done, as one action. */
  #applyAll(edits: readonly Edit[]): boolean {
    const [first] = edits;
    if (!first) return false;
    return this.apply(edits.length > 1 ? { type: 'batch', edits } : first).ok;
  }

  #procedure(): Procedure {
    return this.#parts.session.procedure.get();
  }

  #selection(): Selection {
    return this.#parts.session.selection.get();
  }

  /** All that is selected of a kind when this one is among it, else this one alone. */
  #listSelected(kind: Selected['kind'], id: string): readonly string[] {
    const ids = this.#selection()
      .filter((selected) => selected.kind === kind)
      .map((selected) => selected.id);
    return ids.includes(id) ? ids : [id];
  }

  /** The selected symbol, or the last one of the selected step. */
  #findLastSymbol() {
    return toSymbols(this.#procedure(), this.#selection()).at(-1);
  }
}

function loadReading() {
  return Promise.all([
    import('./clipboard/readClipboard.ts'),
    import('./clipboard/pastedSteps.ts'),
  ]);
}

/** Undefined where the page may not read it: without https, or when the person says no. */
async function readSystemClipboard(): Promise<Copied | undefined> {
  try {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : '';
    return { text: await read('text/plain'), html: await read('text/html') };
  } catch {
    return undefined;
  }
}

function toId(): string {
  return newId(Math.random);
}
