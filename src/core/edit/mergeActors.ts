import type { Procedure } from '#core/model/procedure.ts';
import type { Edit } from './edit.ts';

/** One column of two: every symbol of `actor` goes to the column of `into`, then the empty column goes. */
export function toMergeEdit(
  { steps }: Procedure,
  { actor, into }: { readonly actor: string; readonly into: string },
): Edit {
  const moves = steps.flatMap((step) =>
    step.symbols
      .filter((symbol) => symbol.actor === actor)
      .map(
        (symbol): Edit => ({ type: 'moveSymbol', symbol: symbol.id, step: step.id, actor: into }),
      ),
  );
  return { type: 'batch', edits: [...moves, { type: 'removeActor', actor }] };
}
