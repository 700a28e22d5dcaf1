import type { Procedure, Step, StepSymbol } from '#core/model/procedure.ts';
import type { StepName, SymbolName } from './changeList.ts';

/** Finds things of one procedure by id. */
export interface Side {
  readonly procedure: Procedure;
  readonly rows: ReadonlyMap<string, Row>;
  readonly symbols: ReadonlyMap<string, { readonly symbol: StepSymbol; readonly row: Row }>;
  readonly actorNames: ReadonlyMap<string, string>;
}

export interface Row {
  readonly step: Step;
  /** From 1. */
  readonly number: number;
}

/** Both procedures, the earlier one with the ids of the later. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export function toSide(procedure: Procedure): Side {
  const rows = procedure.steps.map((step, index) => ({ step, number: index + 1 }));
  return {
    procedure,
    rows: new Map(rows.map((row) => [row.step.id, row])),
    symbols: new Map(
      rows.flatMap((row) => row.step.symbols.map((symbol) => [symbol.id, { symbol, row }])),
    ),
    actorNames: new Map(procedure.actors.map(({ id, name }) => [id, name])),
  };
}

export function nameSymbol(side: Side, { kind, actor }: StepSymbol): SymbolName {
  return { kind, actor: side.actorNames.get(actor) ?? '' };
}

/** The step of a symbol as it is found now, else as it was. */
export function nameEnd({ before, after }: Sides, symbolId: string): StepName {
  const now = after.symbols.get(symbolId);
  if (now) return nameRow(now.row, { side: after, symbol: now.symbol });
  const old = before.symbols.get(symbolId);
  if (!old) throw new RangeError(`No symbol "${symbolId}" on either side`);
  const row = after.rows.get(old.row.step.id);
  const named = nameRow(old.row, { side: before, symbol: old.symbol });
  return row ? { ...named, number: row.number } : { ...named, isGone: true };
}

export function nameStep({ before, after }: Sides, stepId: string): StepName {
  const now = after.rows.get(stepId);
  if (now) return nameRow(now);
  const old = before.rows.get(stepId);
  if (!old) throw new RangeError(`No step "${stepId}" on either side`);
  return { ...nameRow(old), isGone: true };
}

function nameRow(
  { step, number }: Row,
  end?: { readonly side: Side; readonly symbol: StepSymbol },
): StepName {
  const hasSeveral = step.symbols.length > 1;
  return {
    number,
    isGone: false,
    activity: step.activity,
    ...(end && hasSeveral && { symbol: nameSymbol(end.side, end.symbol) }),
  };
}
