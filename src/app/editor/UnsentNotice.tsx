import { Alert, Button, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toFileName } from '#core/export/fileName.ts';
import { toProcedureFile } from '#core/model/file.ts';
import { useCanEdit, useHasUnsentEdits, useSession } from '#session/react/hooks.ts';
import { saveFile } from './saveFile.ts';

export interface UnsentNoticeProps {
  /** Opens the procedure again as the server has it. */
  onDiscard(): void;
}

/** Tells somebody who may no longer edit that their last edits stayed here, and lets them take those along. */
export function UnsentNotice({ onDiscard }: UnsentNoticeProps) {
  const { t } = useTranslation('shell');
  const canEdit = useCanEdit();
  const hasUnsentEdits = useHasUnsentEdits();
  const { procedure } = useSession();
  if (canEdit || !hasUnsentEdits) return null;

  function download(): void {
    const current = procedure.get();
    const text = JSON.stringify(toProcedureFile(current), null, 2);
    const file = new Blob([text], { type: 'application/json' });
    saveFile(file, toFileName(current.identity.title, 'sop.json'));
  }

  return (
    <Alert
      className="unsentNotice"
      color="yellow"
      icon={<IconLock aria-hidden="true" />}
      title={t('editor.unsentTitle')}
    >
      <Text size="sm">{t('editor.unsentText')}</Text>
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={download}>
          {t('editor.unsentDownload')}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('editor.unsentDiscard')}
        </Button>
      </Group>
    </Alert>
  );
}
