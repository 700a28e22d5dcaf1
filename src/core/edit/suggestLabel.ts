import type { Procedure } from '#core/model/procedure.ts';
import { exitsOf, findSymbol } from './find.ts';

/** What a decision's next exit is called by default: Ya, then Tidak, then nothing. */
export function suggestLabel(procedure: Procedure, from: string): string | undefined {
  if (findSymbol(procedure, from)?.symbol.kind !== 'decision') return undefined;
  const exits = exitsOf(procedure, from);
  if (exits.length > 1) return undefined;
  return /^(ya|y)$/i.test(exits[0]?.label ?? '') ? 'Tidak' : 'Ya';
}
