import { useTranslation } from 'react-i18next';
import type { Procedure } from '#core/model/procedure.ts';
import type { Suggestion } from '#core/suggestions/suggestion.ts';
import { locateTarget } from '#core/suggestions/targets.ts';

/** How the place of a suggestion is called: "Langkah 3 · Waktu"; a step that is gone says so. */
export function useTargetName(): (
  procedure: Procedure,
  suggestion: Pick<Suggestion, 'target' | 'place'>,
) => string {
  const { t } = useTranslation('suggestions');
  const { t: tTable } = useTranslation('table');

  function toPart({ target }: Pick<Suggestion, 'target'>): string | undefined {
    switch (target.of) {
      case 'cell':
        return tTable(`field.${target.field}`);
      case 'symbol':
        return t('symbol');
      case 'flow':
        return t('flow');
      default:
        return undefined;
    }
  }

  return (procedure, suggestion) => {
    const { target, place } = suggestion;
    if (target.of === 'whole') return t('whole');
    if (target.of === 'identity') return t(`identity.${target.field}`);
    const found = locateTarget(procedure, suggestion);
    if (found.state === 'removed') return t('removedStep', { number: place.row ?? '?' });
    const step = t('step', { number: found.row ?? '?' });
    const part = toPart(suggestion);
    const isGone = found.state === 'stepOnly';
    if (!part) return step;
    return t(isGone ? 'partGone' : 'part', { step, part });
  };
}
