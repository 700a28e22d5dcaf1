import { Button, Group, Modal, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '#app/api.ts';
import { useAction } from '#app/useAction.ts';
import { limits } from '#core/model/limits.ts';
import { toNewProcedure } from './newProcedure.ts';

export interface NewProcedureDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
}

/** Asks for the title of a new SOP, creates it and opens it. */
export function NewProcedureDialog({ isOpen, onClose }: NewProcedureDialogProps) {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  const [, navigate] = useLocation();
  const { isBusy, run } = useAction();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get('title')).trim();
    await run(async () => {
      const procedure = toNewProcedure({
        title,
        actor: t('create.actor'),
        start: t('create.start'),
        end: t('create.end'),
      });
      const { id } = await api.createProcedure({ format: 'alur.sop', version: 1, ...procedure });
      navigate(`/prosedur/${id}`);
    });
  }

  return (
    <Modal opened={isOpen} onClose={onClose} title={t('create.title')}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          name="title"
          label={t('create.name')}
          placeholder={t('create.placeholder')}
          maxLength={limits.maxTextLength}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('create.submit')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
