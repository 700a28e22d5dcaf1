import type { Edit, Place } from '#core/edit/edit.ts';
import type { Procedure, SymbolKind } from '#core/model/procedure.ts';
import type { Drop } from './dropTarget.ts';
import { findSymbolInStep } from './symbolFacts.ts';

/** An edit that makes a symbol, and what it makes. */
export interface NewSymbol {
  readonly edit: Edit;
  readonly step: string;
  readonly symbol: string;
}

interface NewStepOptions {
  readonly place: Place;
  readonly actor: string;
  readonly kind: SymbolKind;
  /** Draws the arrows that keep the flow connected. */
  readonly isLinked: boolean;
  readonly newId: () => string;
}

/** A new row with one symbol. */
export function toNewStep({ place, actor, kind, isLinked, newId }: NewStepOptions): NewSymbol {
  const step = newId();
  const symbol = newId();
  return {
    edit: {
      type: 'addStep',
      step: { id: step, symbols: [{ id: symbol, actor, kind }] },
      place,
      ...(isLinked && { link: { flow: newId() } }),
    },
    step,
    symbol,
  };
}

/** A symbol in an empty cell of an existing row. */
export function toNewSymbol(
  step: string,
  { actor, kind, newId }: Pick<NewStepOptions, 'actor' | 'kind' | 'newId'>,
): NewSymbol {
  const symbol = newId();
  return { edit: { type: 'addSymbol', step, symbol: { id: symbol, actor, kind } }, step, symbol };
}

/** A new symbol where an arrow from `from` was dropped, with the arrow to it. */
export function toDroppedSymbol(
  drop: Drop,
  { from, label, newId }: { readonly from: string; readonly label?: string; readonly newId: () => string },
): NewSymbol {
  const kind = 'process';
  const made =
    drop.kind === 'cell'
      ? toNewSymbol(drop.cell.step, { actor: drop.cell.actor, kind, newId })
      : toNewStep({ place: drop.place, actor: drop.actor, kind, isLinked: false, newId });
  const flow = { id: newId(), from, to: made.symbol, ...(label && { label }) };
  return {
    ...made,
    edit: { type: 'batch', edits: [made.edit, { type: 'connect', flow }] },
  };
}

/** The actor whose column a new step belongs in when nobody says: the last step's, else the first. */
export function findUsualActor(procedure: Procedure): string | undefined {
  const last = procedure.steps.findLast(({ symbols }) => symbols.length > 0);
  return last?.symbols.at(-1)?.actor ?? procedure.actors[0]?.id;
}

/** Whether this symbol's step has other symbols too. */
export function sharesStep(procedure: Procedure, symbol: string): boolean {
  const found = findSymbolInStep(procedure, symbol);
  return found !== undefined && found.step.symbols.length > 1;
}
