import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextTarget } from '#core/edit/edit.ts';
import { toPrintedDate } from '#core/layout/printedDate.ts';
import type { CellSubject, CellSymbol } from './gridCell.ts';

/** Says a cell in words: "Langkah 4, Kegiatan: Memeriksa berkas". */
export function useCellName(): (subject: CellSubject) => string {
  const { t } = useTranslation('table');
  return useCallback((subject) => toName(subject, t), [t]);
}

type Translate = ReturnType<typeof useTranslation<'table'>>['t'];

function toName(subject: CellSubject, t: Translate): string {
  const named = (label: string, text: string) =>
    t('cell.named', { label, text: text.trim() || t('cell.empty') });
  switch (subject.kind) {
    case 'text':
      return named(toLabel(subject.target, subject.stepNumber, t), subject.text);
    case 'date':
      return named(t(`date.${subject.field}`), subject.date ? toPrintedDate(subject.date) : '');
    case 'group':
      return named(t('target.group'), subject.name);
    case 'list':
      return t('cell.list', { list: t(`list.${subject.list}`), count: subject.count });
    case 'number':
      return toRowName(subject, t);
    case 'place': {
      const { stepNumber: number, actorName: actor } = subject;
      const symbols = subject.symbols.map((symbol) => toSymbolWords(symbol, t)).join('; ');
      return t('cell.place', { number, actor, symbols: symbols || t('cell.empty') });
    }
    case 'heading':
      return subject.text;
  }
}

/** "Langkah 4, Kasubbag, keputusan, Ya ke langkah 5, Tidak ke langkah 2". */
function toRowName(
  { stepNumber, symbols }: Extract<CellSubject, { kind: 'number' }>,
  t: Translate,
): string {
  const step = t('cell.step', { number: stepNumber });
  const words = symbols.map((symbol) => `${symbol.actorName}, ${toSymbolWords(symbol, t)}`);
  return words.length === 0 ? step : `${step}, ${words.join('; ')}`;
}

/** "keputusan, Ya ke langkah 5, Tidak ke langkah 2". */
function toSymbolWords({ kind, exits }: CellSymbol, t: Translate): string {
  const ways = exits.map(({ label, stepNumber: number }) =>
    label ? t('cell.exit', { label, number }) : t('cell.plainExit', { number }),
  );
  return [t(`kind.${kind}`), ...ways].join(', ');
}

/** What a text is, without what it says. */
export function toLabel(target: TextTarget, number: number | undefined, t: Translate): string {
  switch (target.of) {
    case 'title':
    case 'number':
    case 'actor':
    case 'group':
    case 'label':
    case 'symbol':
      return t(`target.${target.of}`);
    case 'approver':
      return t(`target.approver.${target.field}`);
    case 'item':
      return t('target.item', { list: t(`list.${target.list}`), number: target.index + 1 });
    case 'step':
      return t('target.step', { number, field: t(`field.${target.field}`) });
  }
}
