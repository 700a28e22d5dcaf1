import type { Procedure } from '#core/model/procedure.ts';
import { findSymbolInStep } from './symbolFacts.ts';

/** The usual names of a decision's exits, in the language of the document. */
const usualExits = ['Ya', 'Tidak'] as const;

/** The usual exits that a decision does not have yet; none for other symbols. */
export function findFreeExits(procedure: Procedure, symbol: string): readonly string[] {
  if (findSymbolInStep(procedure, symbol)?.symbol.kind !== 'decision') return [];
  const taken = new Set(
    procedure.flows.filter(({ from }) => from === symbol).map(({ label }) => label?.toLowerCase()),
  );
  return usualExits.filter((label) => !taken.has(label.toLowerCase()));
}
