import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSheet } from './canvasContext.ts';
import type { SymbolFacts } from './symbolFacts.ts';

/** Says a symbol in words: "Langkah 4, Kasubbag, keputusan: Memeriksa berkas; Ya ke langkah 5". */
export function useSymbolName(id: string): string {
  const { t } = useTranslation('canvas');
  const toName = useCallback(
    (facts: SymbolFacts | undefined) => {
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
  return toName(useSheet(({ symbolFacts }) => symbolFacts.get(id)));
}
