import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { FormProblem } from './FormProblem.tsx';
import { NewPasswordInput } from './NewPasswordInput.tsx';
import { useFormSubmit } from './useFormSubmit.ts';

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
  const { problem, isBusy, onSubmit } = useFormSubmit(async (fields) => {
    const name = String(fields.get('name')).trim();
    await api.createUser({
      name,
      email: String(fields.get('email')).trim(),
      password: String(fields.get('password')),
      isAdmin: fields.get('isAdmin') !== null,
    });
    notifications.show({ message: t('created', { name }) });
    onCreated();
    return undefined;
  });

  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <FormProblem text={problem} />
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
        <NewPasswordInput name="password" label={t('password')} description={t('passwordHint')} />
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
