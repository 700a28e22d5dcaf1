import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
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
      const noticeId = notifications.show({
        autoClose: 12_000,
        message: (
          <DeletedNotice
            text={t('list.deleted', { title })}
            onUndo={() => {
              notifications.hide(noticeId);
              restore(procedure);
            }}
          />
        ),
      });
    });
  }

  return { duplicate, remove };
}

interface DeletedNoticeProps {
  readonly text: string;
  onUndo(): void;
}

function DeletedNotice({ text, onUndo }: DeletedNoticeProps) {
  const { t } = useTranslation('common');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Group>
  );
}
