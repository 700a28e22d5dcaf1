import { useTranslation } from 'react-i18next';
import type { EditLabel } from '#core/edit/editLabel.ts';
import { useUndoState } from '#session/react/hooks.ts';

/** What undo and redo would do: "Urungkan: pindahkan langkah 4". */
export function useHistoryText(): { readonly undo: string; readonly redo: string } {
  const { t: tShell } = useTranslation('shell');
  // Until these texts are there the buttons say less.
  const { t, ready } = useTranslation('undo', { useSuspense: false });
  const { undoLabel, redoLabel } = useUndoState();
  const toWhat = ({ what, number = 0, count = 0, name = '…' }: EditLabel) =>
    t(`what.${what}`, { number, count, name });
  return {
    undo: ready && undoLabel ? t('undo', { what: toWhat(undoLabel) }) : tShell('editor.undo'),
    redo: ready && redoLabel ? t('redo', { what: toWhat(redoLabel) }) : tShell('editor.redo'),
  };
}
