import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { ApiProblem, api } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import { EntryFrame } from './EntryFrame.tsx';

/** The first administrator's page, reached by the one-time link that the server prints. */
export function SetupPage() {
  const { t } = useTranslation('shell');
  const { t: tErrors } = useTranslation('errors');
  const [, navigate] = useLocation();
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  usePageTitle(t('setup.title'));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email')).trim();
    const password = String(form.get('password'));
    setBusy(true);
    setProblem(undefined);
    try {
      await api.setUp({ token, name: String(form.get('name')).trim(), email, password });
      await api.signIn({ email, password });
      navigate('/', { replace: true });
    } catch (error) {
      const isRefused = error instanceof ApiProblem && [401, 403, 404, 410].includes(error.status);
      setProblem(isRefused ? tErrors('badSetupToken') : toProblemText(error, tErrors));
    } finally {
      setBusy(false);
    }
  }

  return (
    <EntryFrame title={t('setup.title')} intro={token ? t('setup.intro') : t('setup.noToken')}>
      {token && (
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="md">
            {problem && (
              <Alert color="red" variant="light" role="alert">
                {problem}
              </Alert>
            )}
            <TextInput
              name="name"
              label={t('setup.name')}
              autoComplete="name"
              maxLength={200}
              required
              withAsterisk={false}
              autoFocus
            />
            <TextInput
              name="email"
              type="email"
              label={t('setup.email')}
              autoComplete="username"
              required
              withAsterisk={false}
            />
            <PasswordInput
              name="password"
              label={t('setup.password')}
              description={t('setup.passwordHint')}
              autoComplete="new-password"
              minLength={12}
              maxLength={128}
              required
              withAsterisk={false}
            />
            <Button type="submit" loading={isBusy} fullWidth mt={4}>
              {t('setup.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </EntryFrame>
  );
}
