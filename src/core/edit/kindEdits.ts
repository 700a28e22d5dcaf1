import type { Procedure, StepSymbol, SymbolKind } from '#core/model/procedure.ts';
import type { Edit } from './edit.ts';

/**
 * Gives a symbol another kind. A new decision's only exit, still without a word, is called "Ya", so that
 * "Tidak" is the one to draw; what is no decision any more loses that word again.
 */
export function toKindEdits(
  { flows }: Procedure,
  { id, kind: now }: StepSymbol,
  kind: SymbolKind,
): readonly Edit[] {
  if (now === kind) return [];
  const exits = flows.filter(({ from }) => from === id);
  const [exit] = exits;
  const change: Edit = { type: 'setSymbolKind', symbol: id, kind };
  if (!exit || exits.length > 1) return [change];
  const rename = (text: string): Edit => ({
    type: 'setText',
    target: { of: 'label', flow: exit.id },
    text,
  });
  if (kind === 'decision' && !exit.label) return [change, rename('Ya')];
  if (now === 'decision' && exit.label === 'Ya') return [change, rename('')];
  return [change];
}
