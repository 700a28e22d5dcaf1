import { useTranslation } from 'react-i18next';
import type { StepName, SymbolName } from '#core/diff/changeList.ts';

/** How symbols and steps are called in the list. */
export function useNames(): {
  readonly toSymbol: (symbol: SymbolName) => string;
  readonly toStep: (step: StepName) => string;
} {
  const { t } = useTranslation('changes');
  const { t: tTable } = useTranslation('table');

  function toSymbol({ kind, actor }: SymbolName): string {
    return t('symbolName', { kind: tTable(`kind.${kind}`), actor: actor || t('unnamed') });
  }

  function toStep({ number, isGone, symbol }: StepName): string {
    const step = t(isGone ? 'stepGone' : 'stepName', { number });
    return symbol ? t('stepSymbol', { step, symbol: toSymbol(symbol) }) : step;
  }

  return { toSymbol, toStep };
}
