import type { Edit, EditResult, Place } from '#core/edit/edit.ts';
import { newId } from '#core/edit/newId.ts';
import type { Procedure, SymbolKind } from '#core/model/procedure.ts';
import type { Selected, Session } from '#session/session.ts';
import type { ArrowTarget, CanvasState, Editing } from './canvasState.ts';
import { type Drop, toMoveEdit } from './dropTarget.ts';
import { suggestExitLabel } from './exitLabels.ts';
import {
  findUsualActor,
  type NewSymbol,
  sharesStep,
  toDroppedSymbol,
  toNewStep,
  toNewSymbol,
} from './newSteps.ts';
import { findSymbolInStep } from './symbolFacts.ts';

export interface CanvasTexts {
  /** The name of an actor that has none yet. */
  readonly newActor: (number: number) => string;
}

interface CommandParts {
  readonly session: Session;
  readonly state: CanvasState;
  readonly texts: CanvasTexts;
  readonly onRejected: (code: string) => void;
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

  startEditing(editing: Editing): void {
    this.#parts.state.set({ editing, menu: null });
    this.#parts.session.setPresence({ editing: editing.target });
  }

  stopEditing(): void {
    this.#parts.state.set({ editing: null });
    this.#parts.session.setPresence({ editing: null });
  }

  /** Types into what is selected, from `draft` on when given. */
  editSelected(draft?: string): void {
    const selected = this.#selected();
    if (selected) this.editText(selected, draft);
  }

  editText(selected: Selected, draft?: string): void {
    const target = this.#toTextTarget(selected);
    if (target) this.startEditing({ target, ...(draft !== undefined && { draft }) });
  }

  /** A step below the selected one (same actor), else at the end; typing starts in it. */
  addNextStep(kind: SymbolKind = 'process'): void {
    const procedure = this.#procedure();
    const selected = this.#selected();
    const from = this.#findLastSymbol(selected);
    const actor = from?.symbol.actor ?? findUsualActor(procedure) ?? this.addActor({ at: 'end' });
    if (!actor) return;
    const stepId = from?.step.id ?? (selected?.kind === 'step' ? selected.id : undefined);
    const place: Place = stepId ? { after: stepId } : { at: 'end' };
    this.#make(toNewStep({ place, actor, kind, isLinked: true, newId: toId }));
  }

  /** The first step of an empty procedure is its start. */
  addFirstStep(): void {
    this.addNextStep('terminator');
  }

  addStepBeside(step: string, side: 'above' | 'below'): void {
    const procedure = this.#procedure();
    const index = procedure.steps.findIndex(({ id }) => id === step);
    const actor = procedure.steps[index]?.symbols.at(-1)?.actor ?? findUsualActor(procedure);
    if (index < 0 || !actor) return;
    const previous = procedure.steps[index - 1];
    const above: Place = previous ? { after: previous.id } : { before: step };
    const place = side === 'above' ? above : { after: step };
    this.#make(toNewStep({ place, actor, kind: 'process', isLinked: true, newId: toId }));
  }

  /** A symbol in an empty cell; below the last row a new step. */
  addInCell(actor: string, step: string | undefined): void {
    this.#make(
      step
        ? toNewSymbol(step, { actor, kind: 'process', newId: toId })
        : toNewStep({
            place: { at: 'end' },
            actor,
            kind: 'process',
            isLinked: true,
            newId: toId,
          }),
    );
  }

  /** A new step below the symbol, reached by an exit of its own. */
  addExit(from: string, label: string): void {
    const found = findSymbolInStep(this.#procedure(), from);
    if (!found) return;
    const drop: Drop = {
      kind: 'gap',
      actor: found.symbol.actor,
      place: { after: found.step.id },
      y: 0,
    };
    this.#make(toDroppedSymbol(drop, { from, label, newId: toId }));
  }

  moveSymbol(symbol: string, drop: Drop): void {
    const edit = toMoveEdit(this.#procedure(), symbol, drop);
    if (edit) this.#apply(edit);
  }

  /** An arrow to a symbol, or to a new step where it was dropped. */
  connect(from: string, target: ArrowTarget): void {
    const label = suggestExitLabel(this.#procedure(), from);
    if (target.kind === 'new') {
      this.#make(toDroppedSymbol(target.drop, { from, ...(label && { label }), newId: toId }));
      return;
    }
    const flow = { id: toId(), from, to: target.symbol, ...(label && { label }) };
    if (this.#apply({ type: 'connect', flow }).ok) this.select({ kind: 'flow', id: flow.id });
  }

  retarget(flow: string, end: 'from' | 'to', symbol: string): void {
    const now = this.#procedure().flows.find(({ id }) => id === flow);
    if (now && now[end] !== symbol) this.#apply({ type: 'retargetFlow', flow, end, symbol });
  }

  reverse(flow: string): void {
    this.#apply({ type: 'reverseFlow', flow });
  }

  setKind(symbol: string, kind: SymbolKind): void {
    this.#apply({ type: 'setSymbolKind', symbol, kind });
  }

  toggleDecision(): void {
    const found = this.#findLastSymbol(this.#selected());
    if (found)
      this.setKind(found.symbol.id, found.symbol.kind === 'decision' ? 'process' : 'decision');
  }

  toggleJoint(step: string): void {
    const isJoint = this.#procedure().steps.find(({ id }) => id === step)?.joint ?? false;
    this.#apply({ type: 'setJoint', step, joint: !isJoint });
  }

  /** One row up or down. */
  moveStep(step: string, by: -1 | 1): void {
    const { steps } = this.#procedure();
    const neighbour = steps[steps.findIndex(({ id }) => id === step) + by];
    if (!neighbour) return;
    const place = by < 0 ? { before: neighbour.id } : { after: neighbour.id };
    this.#apply({ type: 'moveStep', step, place });
  }

  moveSelectedStep(by: -1 | 1): void {
    const step = this.#findSelectedStep();
    if (step) this.moveStep(step, by);
  }

  duplicateStep(step: string): void {
    const original = this.#procedure().steps.find(({ id }) => id === step);
    if (!original) return;
    const id = toId();
    const symbols = original.symbols.map(() => toId());
    const [first] = symbols;
    if (this.#apply({ type: 'duplicateStep', step, id, symbols }).ok)
      this.select(first ? { kind: 'symbol', id: first } : { kind: 'step', id });
  }

  duplicateSelected(): void {
    const step = this.#findSelectedStep();
    if (step) this.duplicateStep(step);
  }

  remove(selected: Selected): void {
    const edit = this.#toRemoval(selected);
    if (edit && this.#apply(edit).ok) this.select(null);
  }

  removeSelected(): void {
    const selected = this.#selected();
    if (selected) this.remove(selected);
  }

  /** The new actor's id; undefined when there are too many. */
  addActor(place: Place): string | undefined {
    const id = toId();
    const name = this.#parts.texts.newActor(this.#procedure().actors.length + 1);
    return this.#apply({ type: 'addActor', actor: { id, name }, place }).ok ? id : undefined;
  }

  /** A new actor whose name is typed at once. */
  addActorByName(place: Place): void {
    const actor = this.addActor(place);
    if (!actor) return;
    this.select({ kind: 'actor', id: actor });
    this.startEditing({ target: { of: 'actor', actor } });
  }

  /** One column to the left or right. */
  moveActor(actor: string, by: -1 | 1): void {
    const { actors } = this.#procedure();
    const neighbour = actors[actors.findIndex(({ id }) => id === actor) + by];
    if (!neighbour) return;
    const place = by < 0 ? { before: neighbour.id } : { after: neighbour.id };
    this.#apply({ type: 'moveActor', actor, place });
  }

  /** Moves a symbol sideways by one column. */
  moveSymbolSideways(by: -1 | 1): void {
    const { actors } = this.#procedure();
    const found = this.#findLastSymbol(this.#selected());
    if (!found) return;
    const index = actors.findIndex(({ id }) => id === found.symbol.actor);
    const actor = actors[index + by];
    if (actor) {
      const { symbol, step } = found;
      this.#apply({ type: 'moveSymbol', symbol: symbol.id, step: step.id, actor: actor.id });
    }
  }

  /** Puts the actor under its neighbour's group header, or out of its own. */
  setGroup(actor: string, group: string): void {
    this.#apply({ type: 'groupActors', actors: [actor], group });
  }

  /** Any other edit, with its rejection told to the person. */
  apply(edit: Edit): EditResult {
    return this.#apply(edit);
  }

  #make({ edit, step, symbol }: NewSymbol): void {
    if (!this.#apply(edit).ok) return;
    this.select({ kind: 'symbol', id: symbol });
    this.startEditing({ target: { of: 'step', step, field: 'activity' } });
  }

  #apply(edit: Edit): EditResult {
    const result = this.#parts.session.apply(edit);
    if (!result.ok) this.#parts.onRejected(result.rejection.code);
    return result;
  }

  #procedure(): Procedure {
    return this.#parts.session.procedure.get();
  }

  #selected(): Selected | undefined {
    return this.#parts.session.selection.get()[0];
  }

  #findSelectedStep(): string | undefined {
    const selected = this.#selected();
    return selected?.kind === 'step' ? selected.id : this.#findLastSymbol(selected)?.step.id;
  }

  /** The selected symbol, or the last one of the selected step. */
  #findLastSymbol(selected: Selected | undefined) {
    if (!selected) return undefined;
    if (selected.kind === 'symbol') return findSymbolInStep(this.#procedure(), selected.id);
    const step = this.#procedure().steps.find(({ id }) => id === selected.id);
    const symbol = selected.kind === 'step' ? step?.symbols.at(-1) : undefined;
    return step && symbol && { step, symbol };
  }

  #toTextTarget({ kind, id }: Selected): Editing['target'] | undefined {
    switch (kind) {
      case 'step':
        return { of: 'step', step: id, field: 'activity' };
      case 'symbol': {
        const found = findSymbolInStep(this.#procedure(), id);
        return found && { of: 'step', step: found.step.id, field: 'activity' };
      }
      case 'flow':
        return { of: 'label', flow: id };
      case 'actor':
        return { of: 'actor', actor: id };
    }
  }

  #toRemoval({ kind, id }: Selected): Edit | undefined {
    switch (kind) {
      case 'step':
        return { type: 'removeStep', step: id };
      case 'symbol': {
        const found = findSymbolInStep(this.#procedure(), id);
        if (!found) return undefined;
        return sharesStep(this.#procedure(), id)
          ? { type: 'removeSymbol', symbol: id }
          : { type: 'removeStep', step: found.step.id };
      }
      case 'flow':
        return { type: 'removeFlow', flow: id };
      case 'actor':
        return { type: 'removeActor', actor: id };
    }
  }
}

function toId(): string {
  return newId(Math.random);
}
