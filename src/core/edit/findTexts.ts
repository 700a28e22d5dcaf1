import { IDENTITY_LISTS, type Procedure, STEP_TEXTS } from '#core/model/procedure.ts';
import type { Edit, TextTarget } from './edit.ts';
import { textOf } from './textOf.ts';

/** How texts are looked for. */
export interface TextQuery {
  readonly text: string;
  readonly isCaseSensitive: boolean;
  /** No letter or digit stands right before or after. */
  readonly isWholeWord: boolean;
}

/** One place where a query's text stands. */
export interface TextMatch {
  readonly target: TextTarget;
  /** Offset and length in UTF-16 code units. */
  readonly at: number;
  readonly length: number;
}

/** Every place of the procedure where the text stands, as a person reads it; none for an empty query. */
export function findTexts(procedure: Procedure, query: TextQuery): readonly TextMatch[] {
  const pattern = toPattern(query);
  if (!pattern) return [];
  return listTargets(procedure).flatMap((target) => {
    const text = textOf(procedure, target) ?? '';
    return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      target,
      at: index,
      length: found.length,
    }));
  });
}

/** Puts another text into all these places, as one action; undefined when there are none. */
export function toReplaceEdit(matches: readonly TextMatch[], insert: string): Edit | undefined {
  // From the back, so that an offset still holds when its turn comes.
  const edits = matches.toReversed().map(
    ({ target, at, length }): Edit => ({
      type: 'spliceText',
      target,
      at,
      remove: length,
      insert,
    }),
  );
  return edits.length > 1 ? { type: 'batch', edits } : edits[0];
}

/** Every text: the actors, row by row with the symbols and arrows of each, then the identity. */
function listTargets({ identity, actors, steps, flows }: Procedure): readonly TextTarget[] {
  const approver = (['position', 'name', 'nip'] as const).map(
    (field): TextTarget => ({ of: 'approver', field }),
  );
  const items = IDENTITY_LISTS.flatMap((list) =>
    identity[list].map((_, index): TextTarget => ({ of: 'item', list, index })),
  );
  const lanes = actors.flatMap(({ id, group }): readonly TextTarget[] => [
    ...(group ? [{ of: 'group', actor: id } as const] : []),
    { of: 'actor', actor: id },
  ]);
  const rows = steps.flatMap(({ id, symbols }): readonly TextTarget[] => [
    ...STEP_TEXTS.map((field) => ({ of: 'step', step: id, field }) as const),
    ...symbols.map((symbol) => ({ of: 'symbol', symbol: symbol.id }) as const),
    ...symbols.flatMap((symbol) =>
      flows
        .filter(({ from }) => from === symbol.id)
        .map((flow) => ({ of: 'label', flow: flow.id }) as const),
    ),
  ]);
  return [...lanes, ...rows, { of: 'title' }, { of: 'number' }, ...approver, ...items];
}

function toPattern({ text, isCaseSensitive, isWholeWord }: TextQuery): RegExp | undefined {
  if (text === '') return undefined;
  const plain = text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const whole = isWholeWord ? String.raw`(?<![\p{L}\p{N}])${plain}(?![\p{L}\p{N}])` : plain;
  return new RegExp(whole, isCaseSensitive ? 'gu' : 'giu');
}
