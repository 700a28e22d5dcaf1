import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { useAction } from '#app/useAction.ts';
import { toRestoreEdit } from '#core/edit/restore.ts';
import type { Procedure } from '#core/model/procedure.ts';
import { useSession } from '#session/react/hooks.ts';

/**
 * Restores a version as an edit of mine, which everybody sees and which I can undo. What is there now is
 * kept as a version first.
 */
export function useRestore(onRestored: () => void) {
  const { t } = useTranslation('versions');
  const session = useSession();
  const { isBusy, run } = useAction();

  function restore(name: string, procedure: Procedure): void {
    void run(async () => {
      // A name may have 200 characters.
      const kept = t('before', { name }).slice(0, 200);
      await api.createVersion(session.procedureId, kept);
      session.apply(toRestoreEdit(session.procedure.get(), procedure));
      const noticeId = notifications.show({
        autoClose: 12_000,
        message: (
          <RestoredNotice
            text={t('restored', { name })}
            onUndo={() => {
              notifications.hide(noticeId);
              session.undo();
            }}
          />
        ),
      });
      onRestored();
    });
  }

  return { isBusy, restore };
}

interface RestoredNoticeProps {
  readonly text: string;
  onUndo(): void;
}

function RestoredNotice({ text, onUndo }: RestoredNoticeProps) {
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
