import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  PasswordInput,
  Stack,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';

export interface NewUserDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
  onCreated(): void;
}

export function NewUserDialog({ isOpen, onClose, onCreated }: NewUserDialogProps) {
  const { t } = useTranslation('accounts');
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('create')}>
      <NewUserForm onClose={onClose} onCreated={onCreated} />
    </Modal>
  );
}

function NewUserForm({ onClose, onCreated }: Omit<NewUserDialogProps, 'isOpen'>) {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  const { t: tErrors } = useTranslation('errors');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name')).trim();
    setBusy(true);
    setProblem(undefined);
    try {
      await api.createUser({
        name,
        email: String(form.get('email')).trim(),
        password: String(form.get('password')),
        isAdmin: form.get('isAdmin') !== null,
      });
      notifications.show({ message: t('created', { name }) });
      onCreated();
    } catch (error) {
      const isTaken = error instanceof ApiProblem && error.status === 409;
      setProblem(isTaken ? tErrors('userExists') : toProblemText(error, tErrors));
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
        <TextInput
          name="name"
          label={t('name')}
          maxLength={200}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          maxLength={200}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={t('password')}
          description={t('passwordHint')}
          minLength={12}
          maxLength={128}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <Checkbox name="isAdmin" label={t('isAdmin')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {tCommon('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
