import { Alert, Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api } from '#app/api.ts';
import { useMe } from '#app/me.ts';
import { toProblemText } from '#app/problemText.ts';
import { findPasswordProblem } from './passwordProblem.ts';

/** A new password for myself; it ends my sessions elsewhere. */
export function PasswordSection() {
  const { t } = useTranslation('shell');
  const { t: tErrors } = useTranslation('errors');
  const { me } = useMe();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const currentPassword = String(fields.get('current'));
    const newPassword = String(fields.get('new'));
    const repeated = String(fields.get('repeat'));
    const found = findPasswordProblem({ currentPassword, newPassword, repeated });
    setProblem(found && t(`account.password.${found}`));
    if (found) return;
    setBusy(true);
    try {
      await api.changePassword({ currentPassword, newPassword });
      form.reset();
      notifications.show({ message: t('account.password.changed'), autoClose: 8000 });
    } catch (error) {
      const isWrong = error instanceof ApiProblem && error.code === 'wrong-password';
      setProblem(isWrong ? t('account.password.wrong') : toProblemText(error, tErrors));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Paper component="section" withBorder radius="lg" p="lg">
      <Title order={2} size="h3">
        {t('account.password.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('account.password.text')}
      </Text>
      <form onSubmit={(event) => void submit(event)}>
        {/* A password manager must know whose password this is. */}
        <input type="text" name="username" autoComplete="username" defaultValue={me.email} hidden />
        <Stack gap="md" maw={360}>
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <PasswordInput
            name="current"
            label={t('account.password.current')}
            maxLength={128}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <PasswordInput
            name="new"
            label={t('account.password.new')}
            description={t('account.password.hint')}
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
            required
            withAsterisk={false}
          />
          <PasswordInput
            name="repeat"
            label={t('account.password.repeat')}
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
            required
            withAsterisk={false}
          />
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
