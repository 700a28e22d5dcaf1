import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { showUndoNotice } from '#app/UndoNotice.tsx';
import { useAction } from '#app/useAction.ts';
import type { ProcedureSummary } from '#protocol/api.ts';
import { toCopy } from './toCopy.ts';

/** Duplicating and deleting from the list; deleting can be taken back from its message. */
export function useProcedureActions(onChanged: () => void) {
  const { t } = useTranslation('shell');
  const { run } = useAction();

  function duplicate({ id, title }: ProcedureSummary): void {
    void run(async () => {
      const file = await api.procedureFile(id);
      await api.createProcedure(toCopy(file, t('list.copyOf', { title })));
      notifications.show({ message: t('list.duplicated', { title }) });
      onChanged();
    });
  }

  function restore({ id, title }: ProcedureSummary): void {
    void run(async () => {
      await api.restoreProcedure(id);
      notifications.show({ message: t('list.restored', { title }) });
      onChanged();
    });
  }

  function remove(procedure: ProcedureSummary): void {
    const title = procedure.title || t('list.untitled');
    void run(async () => {
      await api.deleteProcedure(procedure.id);
      onChanged();
      showUndoNotice(t('list.deleted', { title }), () => restore(procedure));
    });
  }

  return { duplicate, remove };
}
