import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { ApiProblem, api } from '#app/api.ts';
import { toProblemText } from '#app/problemText.ts';
import { toReturnPath } from '#app/returnPath.ts';
import { usePageTitle } from '#app/usePageTitle.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { SignInCode } from './SignInCode.tsx';

/** The way in: e-mail and password, and a code where the account wants one. */
export function SignInPage() {
  const { t } = useTranslation('shell');
  const { t: tErrors } = useTranslation('errors');
  const [, navigate] = useLocation();
  const search = useSearch();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [awaitsCode, setAwaitsCode] = useState(false);
  const passwordRef = useRef<HTMLInputElement>(null);
  usePageTitle(t('signIn.title'));

  const goOn = () => navigate(toReturnPath(search), { replace: true });

  // Another window of this browser may have signed in meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once.
  useEffect(() => {
    api.me().then(goOn, () => undefined);
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await api.signIn({
        email: String(form.get('email')).trim(),
        password: String(form.get('password')),
      });
      if ('codeNeeded' in answer) setAwaitsCode(true);
      else goOn();
    } catch (error) {
      const isRefused =
        error instanceof ApiProblem && (error.status === 401 || error.status === 400);
      setProblem(isRefused ? tErrors('wrongPassword') : toProblemText(error, tErrors));
      passwordRef.current?.select();
    } finally {
      setBusy(false);
    }
  }

  if (awaitsCode)
    return (
      <SignInCode
        onSignedIn={goOn}
        onBack={(reason) => {
          setProblem(reason && toProblemText(reason, tErrors));
          setAwaitsCode(false);
        }}
      />
    );
  return (
    <EntryFrame title={t('signIn.title')} intro={t('signIn.intro')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {problem && (
            <Alert color="red" variant="light" role="alert">
              {problem}
            </Alert>
          )}
          <TextInput
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            required
            withAsterisk={false}
            data-autofocus
            autoFocus
          />
          <PasswordInput
            ref={passwordRef}
            name="password"
            label={t('signIn.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={isBusy} fullWidth mt={4}>
            {t('signIn.submit')}
          </Button>
          <Text size="xs" c="dimmed" ta="center">
            {t('signIn.forgotten')}
          </Text>
        </Stack>
      </form>
    </EntryFrame>
  );
}
