import type { Edit, Place } from '#core/edit/edit.ts';
import type { Flow, Procedure, SymbolKind } from '#core/model/procedure.ts';
import type { Drop } from './dropTarget.ts';

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
  /** The symbol that leads to it; absent: the last one of the row above. */
  readonly after?: string | undefined;
  readonly newId: () => string;
}

/** A new row with one symbol, in the flow: what led on from the row above now leads on from it. */
export function toNewStep({ after, newId, ...options }: NewStepOptions): NewSymbol {
  const made = toLooseStep({ ...options, newId });
  const link = { flow: newId(), ...(after !== undefined && { after }) };
  return { ...made, edit: { ...made.edit, link } };
}

/** A new row with one symbol that no arrow reaches yet. */
function toLooseStep({ place, actor, kind, newId }: Omit<NewStepOptions, 'after'>) {
  const step = newId();
  const symbol = newId();
  return {
    edit: {
      type: 'addStep',
      step: { id: step, symbols: [{ id: symbol, actor, kind }] },
      place,
    },
    step,
    symbol,
  } as const;
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
  {
    from,
    label,
    kind = 'process',
    newId,
  }: {
    readonly from: string;
    readonly label?: string;
    readonly kind?: SymbolKind;
    readonly newId: () => string;
  },
): NewSymbol {
  const made =
    drop.kind === 'cell'
      ? toNewSymbol(drop.cell.step, { actor: drop.cell.actor, kind, newId })
      : toLooseStep({ place: drop.place, actor: drop.actor, kind, newId });
  const flow = { id: newId(), from, to: made.symbol, ...(label && { label }) };
  return {
    ...made,
    edit: { type: 'batch', edits: [made.edit, { type: 'connect', flow }] },
  };
}

/** A new symbol in an arrow: from → new → to, with the arrow's word at its exit. */
export function toInsertedSymbol(
  drop: Extract<Drop, { kind: 'gap' }>,
  { flow, newId }: { readonly flow: Flow; readonly newId: () => string },
): NewSymbol {
  const made = toLooseStep({ place: drop.place, actor: drop.actor, kind: 'process', newId });
  return {
    ...made,
    edit: {
      type: 'batch',
      edits: [
        made.edit,
        { type: 'retargetFlow', flow: flow.id, end: 'to', symbol: made.symbol },
        { type: 'connect', flow: { id: newId(), from: made.symbol, to: flow.to } },
      ],
    },
  };
}

/** The actor whose column a new step belongs in when nobody says: the last step's, else the first. */
export function findUsualActor(procedure: Procedure): string | undefined {
  const last = procedure.steps.findLast(({ symbols }) => symbols.length > 0);
  return last?.symbols.at(-1)?.actor ?? procedure.actors[0]?.id;
}
