import type { Procedure } from '#core/model/procedure.ts';
import { STEP_TEXTS } from '#core/model/procedure.ts';
import { SUGGESTION_IDENTITY_FIELDS, type SuggestionTarget } from '#core/suggestions/suggestion.ts';
import type { Selection } from '#session/session.ts';
import { toTargetKey } from '#session/targetKey.ts';

/**
 * What a new suggestion is about: the cell of the table that the keyboard is in, by its key, else what is
 * selected, else the whole.
 */
export function toChosenTarget(
  procedure: Procedure,
  selection: Selection,
  cellKey: string | undefined,
): SuggestionTarget {
  const cell = cellKey === undefined ? undefined : findCell(procedure, cellKey);
  if (cell) return cell;
  const [selected] = selection;
  switch (selected?.kind) {
    case 'step':
      return { of: 'step', step: selected.id };
    case 'symbol':
      return { of: 'symbol', symbol: selected.id };
    case 'flow':
      return { of: 'flow', flow: selected.id };
    default:
      return { of: 'whole' };
  }
}

function findCell(procedure: Procedure, key: string): SuggestionTarget | undefined {
  for (const { id: step } of procedure.steps)
    for (const field of STEP_TEXTS)
      if (toTargetKey({ of: 'step', step, field }) === key) return { of: 'cell', step, field };
  const [first = '', second = ''] = key.split(':');
  const name = first === 'date' || first === 'list' || first === 'item' ? second : first;
  const field = SUGGESTION_IDENTITY_FIELDS.find((known) => known === name);
  return field && { of: 'identity', field };
}
