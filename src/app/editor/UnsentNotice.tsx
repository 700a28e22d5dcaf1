import { Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#session/react/hooks.ts';
import { saveProcedure } from './saveProcedure.ts';
import { UnsentActions } from './UnsentActions.tsx';

export interface UnsentNoticeProps {
  /** Opens the procedure again as the server has it. */
  onDiscard(): void;
}

/** Tells somebody who may no longer edit that their last edits stayed here, and lets them take those along. */
export function UnsentNotice({ onDiscard }: UnsentNoticeProps) {
  const { t } = useTranslation('shell');
  const { procedure } = useSession();
  return (
    <Alert
      className="unsentNotice"
      color="yellow"
      icon={<IconLock aria-hidden="true" />}
      title={t('editor.unsentTitle')}
    >
      <Text size="sm">{t('editor.unsentText')}</Text>
      <UnsentActions onDownload={() => saveProcedure(procedure.get())} onDiscard={onDiscard} />
    </Alert>
  );
}
