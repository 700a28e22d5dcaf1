import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import type { User } from '#protocol/api.ts';
import { FormProblem } from './FormProblem.tsx';
import { NewPasswordInput } from './NewPasswordInput.tsx';
import { useFormSubmit } from './useFormSubmit.ts';

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
      {user && <ResetPasswordForm user={user} onClose={onClose} />}
    </Modal>
  );
}

function ResetPasswordForm({ user, onClose }: { readonly user: User; onClose(): void }) {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  const { problem, isBusy, onSubmit } = useFormSubmit(async (fields) => {
    await api.resetPassword(user.id, String(fields.get('password')));
    notifications.show({ message: t('passwordSet', { name: user.name }), autoClose: 8000 });
    onClose();
    return undefined;
  });

  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <FormProblem text={problem} />
        <Text size="sm">{t('newPasswordText')}</Text>
        <NewPasswordInput
          name="password"
          label={t('newPasswordLabel')}
          description={t('passwordHint')}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('setPassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
