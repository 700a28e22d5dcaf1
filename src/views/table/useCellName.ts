import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextTarget } from '#core/edit/edit.ts';
import type { CellSubject } from './gridCell.ts';

/** Says a cell in words: "Langkah 4, Kegiatan: Memeriksa berkas". */
export function useCellName(): (subject: CellSubject) => string {
  const { t } = useTranslation('table');
  return useCallback(
    (subject) => {
      switch (subject.kind) {
        case 'text': {
          const label = toLabel(subject.target, subject.stepNumber, t);
          return t('cell.named', { label, text: subject.text.trim() || t('cell.empty') });
        }
        case 'number':
          return t('cell.step', { number: subject.stepNumber });
        case 'place': {
          const kinds = subject.symbols.map(({ kind }) => t(`kind.${kind}`)).join(', ');
          return t('cell.place', {
            number: subject.stepNumber,
            actor: subject.actorName,
            kinds: kinds || t('cell.empty'),
          });
        }
        case 'heading':
          return subject.text;
      }
    },
    [t],
  );
}

type Translate = ReturnType<typeof useTranslation<'table'>>['t'];

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
