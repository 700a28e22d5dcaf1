import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { useAction } from '#app/useAction.ts';
import { useSession } from '#session/react/hooks.ts';
import { useIsSaved } from './useIsSaved.ts';

export interface NewVersionProps {
  onSaved(): void;
}

/** Keeps the present state under a name: what the server has, so that everything must be there first. */
export function NewVersion({ onSaved }: NewVersionProps) {
  const { t } = useTranslation('versions');
  const { procedureId } = useSession();
  const { isBusy, run } = useAction();
  const isSaved = useIsSaved();
  const [name, setName] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(async () => {
      const version = await api.createVersion(procedureId, name.trim());
      notifications.show({ message: t('saved', { name: version.name || t('unnamed') }) });
      setName('');
      onSaved();
    });
  }

  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('name')}
          placeholder={t('placeholder')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          autoComplete="off"
          flex="1 1 220px"
          data-autofocus
        />
        <Button
          type="submit"
          loading={isBusy}
          disabled={!isSaved}
          title={isSaved ? undefined : t('waiting')}
        >
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
