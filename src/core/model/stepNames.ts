import type { Procedure, SymbolKind } from './procedure.ts';

/** What tells one symbol, or a row without any, from the others. */
export interface SymbolName {
  readonly step: string;
  /** Absent in a row without symbols. */
  readonly symbol?: string;
  readonly kind?: SymbolKind;
  /** Of the row, from 1. */
  readonly number: number;
  /** The activity, and a decision's question. */
  readonly text: string;
  /** The actor's name; empty without one. */
  readonly actor: string;
}

/** Every symbol in reading order; a row without symbols once. */
export function listSymbolNames({ steps, actors }: Procedure): readonly SymbolName[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return steps.flatMap(({ id: step, activity, symbols }, index): readonly SymbolName[] => {
    const number = index + 1;
    if (symbols.length === 0) return [{ step, number, text: activity, actor: '' }];
    return symbols.map(({ id, actor, kind, text = '' }) => ({
      step,
      symbol: id,
      kind,
      number,
      text: [activity, text].filter(Boolean).join(' · '),
      actor: names.get(actor) ?? '',
    }));
  });
}
