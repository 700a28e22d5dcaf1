import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SymbolFacts } from './symbolFacts.ts';

/** Says a symbol in words: "Langkah 4, Kasubbag, keputusan: Memeriksa; Ya ke langkah 5". */
export function useSymbolName(): (facts: SymbolFacts | undefined) => string {
  const { t } = useTranslation('canvas');
  return useCallback(
    (facts) => {
      if (!facts) return '';
      const { number, actorName, symbol, step } = facts;
      const exits = facts.exits.map(({ label, stepNumber }) =>
        label
          ? t('name.exit', { label, number: stepNumber })
          : t('name.plainExit', { number: stepNumber }),
      );
      const text = [step.activity, symbol.text].filter(Boolean).join(' – ') || t('name.noText');
      const place = t('name.symbol', { number, actor: actorName, kind: t(`kind.${symbol.kind}`) });
      return `${place}: ${text}${exits.length > 0 ? `; ${exits.join(', ')}` : ''}`;
    },
    [t],
  );
}
