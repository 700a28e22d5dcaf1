import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';
import type { User } from '#protocol/api.ts';

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
  const { t: tErrors } = useTranslation('errors');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setBusy(true);
    setProblem(undefined);
    try {
      await api.resetPassword(user.id, password);
      notifications.show({ message: t('passwordSet', { name: user.name }), autoClose: 8000 });
      onClose();
    } catch (error) {
      setProblem(toProblemText(error, tErrors));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Text size="sm">{t('newPasswordText')}</Text>
        <PasswordInput
          name="password"
          label={t('newPasswordLabel')}
          description={t('passwordHint')}
          minLength={12}
          maxLength={128}
          autoComplete="new-password"
          required
          withAsterisk={false}
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
