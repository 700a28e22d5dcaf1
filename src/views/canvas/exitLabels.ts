import type { Procedure } from '#core/model/procedure.ts';
import { findSymbolInStep } from './symbolFacts.ts';

/** The usual names of a decision's exits, in the language of the document. */
export const exitLabels = ['Ya', 'Tidak'] as const;

/** The exits that a decision does not have yet; none for other symbols. */
export function findFreeExits(procedure: Procedure, symbol: string): readonly string[] {
  if (findSymbolInStep(procedure, symbol)?.symbol.kind !== 'decision') return [];
  const taken = new Set(
    procedure.flows.filter(({ from }) => from === symbol).map(({ label }) => label?.toLowerCase()),
  );
  return exitLabels.filter((label) => !taken.has(label.toLowerCase()));
}

/** How a new arrow from this symbol is labelled; undefined when it needs no label. */
export function suggestExitLabel(procedure: Procedure, symbol: string): string | undefined {
  return findFreeExits(procedure, symbol)[0];
}
