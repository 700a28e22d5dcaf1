import type { TFunction } from 'i18next';
import type { SymbolFacts } from './symbolFacts.ts';

export type CanvasTranslator = TFunction<'canvas'>;

/** Says a symbol in words: "Langkah 4, Kasubbag, keputusan: Memeriksa berkas; Ya ke langkah 5". */
export function toSymbolName(facts: SymbolFacts, t: CanvasTranslator): string {
  const { number, actorName, symbol } = facts;
  const exits = facts.exits.map(({ label, stepNumber }) =>
    label
      ? t('name.exit', { label, number: stepNumber })
      : t('name.plainExit', { number: stepNumber }),
  );
  const text = toTexts(facts).join(' – ') || t('name.noText');
  const place = t('name.symbol', { number, actor: actorName, kind: t(`kind.${symbol.kind}`) });
  return `${place}: ${text}${exits.length > 0 ? `; ${exits.join(', ')}` : ''}`;
}

/** All that a symbol says, for where it shows only the beginning. */
export function toWholeText(facts: SymbolFacts): string {
  return toTexts(facts).join('\n');
}

function toTexts({ step, symbol }: SymbolFacts): readonly string[] {
  return [step.activity, symbol.text ?? ''].filter(Boolean);
}
