import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { useAction } from '#app/useAction.ts';
import type { User } from '#protocol/api.ts';
import { InitialPassword } from './InitialPassword.tsx';

export interface ResetPasswordDialogProps {
  /** Whose password; closed without one. */
  readonly user: User | undefined;
  onClose(): void;
}

/** A new password for somebody who forgot theirs. */
export function ResetPasswordDialog({ user, onClose }: ResetPasswordDialogProps) {
  const { t } = useTranslation('accounts');
  return (
    <Modal
      opened={user !== undefined}
      onClose={onClose}
      title={t('newPasswordFor', { name: user?.name ?? '' })}
    >
      {user && <ResetPassword user={user} onClose={onClose} />}
    </Modal>
  );
}

function ResetPassword({ user, onClose }: { readonly user: User; onClose(): void }) {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  const { isBusy, run } = useAction();
  const [password, setPassword] = useState<string>();
  if (password) return <InitialPassword name={user.name} password={password} onClose={onClose} />;

  function make(): void {
    void run(async () => setPassword((await api.resetPassword(user.id)).initialPassword));
  }

  return (
    <Stack gap="md">
      <Text size="sm">{t('newPasswordText')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {tCommon('cancel')}
        </Button>
        <Button onClick={make} loading={isBusy}>
          {t('makePassword')}
        </Button>
      </Group>
    </Stack>
  );
}
