import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '#app/api.ts';
import { useMe } from '#app/me.ts';
import { FormProblem } from './FormProblem.tsx';
import { NewPasswordInput } from './NewPasswordInput.tsx';
import { findPasswordProblem } from './passwordProblem.ts';
import { useFormSubmit } from './useFormSubmit.ts';

/** A new password for myself; it ends my sessions elsewhere. */
export function PasswordSection() {
  const { t } = useTranslation('shell');
  const { me } = useMe();
  const { problem, isBusy, onSubmit } = useFormSubmit(async (fields, form) => {
    const currentPassword = String(fields.get('current'));
    const newPassword = String(fields.get('new'));
    const repeated = String(fields.get('repeat'));
    const found = findPasswordProblem({ currentPassword, newPassword, repeated });
    if (found) return t(`account.password.${found}`);
    const isRight = await changePassword({ currentPassword, newPassword });
    if (!isRight) return t('account.password.wrong');
    form.reset();
    notifications.show({ message: t('account.password.changed'), autoClose: 8000 });
    return undefined;
  });

  return (
    <Paper component="section" withBorder radius="lg" p="lg">
      <Title order={2} size="h3">
        {t('account.password.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('account.password.text')}
      </Text>
      <form onSubmit={onSubmit}>
        {/* A password manager must know whose password this is. */}
        <input type="text" name="username" autoComplete="username" defaultValue={me.email} hidden />
        <Stack gap="md" maw={360}>
          <FormProblem text={problem} />
          <PasswordInput
            name="current"
            label={t('account.password.current')}
            maxLength={128}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
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
    </Paper>
  );
}

/** False when the current password is wrong. */
async function changePassword(change: Parameters<typeof api.changePassword>[0]): Promise<boolean> {
  try {
    await api.changePassword(change);
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'wrong-password') return false;
    throw error;
  }
}
