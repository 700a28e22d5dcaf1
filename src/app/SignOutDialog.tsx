import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignOutQuestion } from './useSignOut.ts';

/** Asks somebody who signs out what becomes of edits that the server does not have. */
export function SignOutDialog({ count, onSignOut, onCancel }: SignOutQuestion) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  return (
    <Modal opened onClose={onCancel} title={t('signOut.title')} size="lg">
      <Text size="sm">{t('signOut.text', { count })}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {tCommon('cancel')}
        </Button>
        <Button variant="light" color="red" onClick={() => onSignOut('delete')}>
          {t('signOut.delete')}
        </Button>
        <Button onClick={() => onSignOut('keep')}>{t('signOut.keep')}</Button>
      </Group>
    </Modal>
  );
}
