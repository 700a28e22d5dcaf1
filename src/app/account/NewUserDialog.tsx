import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { FormProblem } from './FormProblem.tsx';
import { InitialPassword } from './InitialPassword.tsx';
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
      <NewUser onClose={onClose} onCreated={onCreated} />
    </Modal>
  );
}

type NewUserProps = Omit<NewUserDialogProps, 'isOpen'>;

/** The form, and when the account is there the password to hand over. */
function NewUser({ onClose, onCreated }: NewUserProps) {
  const [created, setCreated] = useState<Handover>();
  if (created) return <InitialPassword {...created} onClose={onClose} />;
  return (
    <NewUserForm
      onClose={onClose}
      onCreated={(handover) => {
        setCreated(handover);
        onCreated();
      }}
    />
  );
}

interface Handover {
  readonly name: string;
  readonly password: string;
}

interface NewUserFormProps {
  onClose(): void;
  onCreated(handover: Handover): void;
}

function NewUserForm({ onClose, onCreated }: NewUserFormProps) {
  const { t } = useTranslation('accounts');
  const { t: tCommon } = useTranslation('common');
  const { problem, isBusy, onSubmit } = useFormSubmit(async (fields) => {
    const name = String(fields.get('name')).trim();
    const { initialPassword } = await api.createUser({
      name,
      email: String(fields.get('email')).trim(),
      isAdmin: fields.get('isAdmin') !== null,
    });
    onCreated({ name, password: initialPassword });
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
