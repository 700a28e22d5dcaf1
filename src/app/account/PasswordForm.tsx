import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '#app/api.ts';
import { CurrentPasswordInput } from './CurrentPasswordInput.tsx';
import { FormProblem } from './FormProblem.tsx';
import { NewPasswordInput } from './NewPasswordInput.tsx';
import { findPasswordProblem } from './passwordProblem.ts';
import { useOwnFormSubmit } from './useOwnFormSubmit.ts';

export interface PasswordFormProps {
  /** A password manager must know whose password this is. */
  readonly email: string;
  /** What the current password is called: it may be one that was handed over. */
  readonly currentLabel: string;
  onChanged(): void;
}

/** A new password for myself. */
export function PasswordForm({ email, currentLabel, onChanged }: PasswordFormProps) {
  const { t } = useTranslation('shell');
  const { problem, isBusy, onSubmit } = useOwnFormSubmit(async (fields, form) => {
    const currentPassword = String(fields.get('current'));
    const newPassword = String(fields.get('new'));
    const repeated = String(fields.get('repeat'));
    const found = findPasswordProblem({ currentPassword, newPassword, repeated });
    if (found) return t(`account.password.${found}`);
    await api.changePassword({ currentPassword, newPassword });
    form.reset();
    onChanged();
    return undefined;
  });

  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md" maw={360}>
        <FormProblem text={problem} />
        <CurrentPasswordInput email={email} name="current" label={currentLabel} />
        <NewPasswordInput
          name="new"
          label={t('account.password.new')}
          description={t('account.password.hint')}
        />
        <NewPasswordInput name="repeat" label={t('account.password.repeat')} />
        <Group>
          <Button type="submit" variant="default" loading={isBusy}>
            {t('account.password.change')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
