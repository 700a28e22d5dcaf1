import type { Procedure } from '#core/model/procedure.ts';
import { exitsOf, findSymbol } from './find.ts';

/** The usual names of a decision's exits, and how a label says that it is one: "Tidak, perlu perbaikan". */
const usualExits = [
  { label: 'Ya', said: /^(ya|y)\b/i },
  { label: 'Tidak', said: /^(tidak|t)\b/i },
] as const;

/** The usual exits that a decision still lacks, Ya first; none where it has two, nor for other symbols. */
export function findFreeExits(procedure: Procedure, symbol: string): readonly string[] {
  if (findSymbol(procedure, symbol)?.symbol.kind !== 'decision') return [];
  const exits = exitsOf(procedure, symbol);
  if (exits.length > 1) return [];
  return usualExits
    .filter(({ said }) => !exits.some(({ label }) => said.test(label ?? '')))
    .map(({ label }) => label);
}

/** What a decision's next exit is called by default: Ya, then Tidak, then nothing. */
export function suggestLabel(procedure: Procedure, from: string): string | undefined {
  return findFreeExits(procedure, from)[0];
}
