import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '#app/account/CodeInput.tsx';
import { FormProblem } from '#app/account/FormProblem.tsx';
import { useFormSubmit } from '#app/account/useFormSubmit.ts';
import { ApiProblem, api } from '#app/api.ts';
import { EntryFrame } from './EntryFrame.tsx';

export interface SignInCodeProps {
  onSignedIn(): void;
  /** Back to the password: by choice, or because the time for the code is over. */
  onBack(problem?: ApiProblem): void;
}

/** The second step of signing in: the code of the authenticator, or a backup code. */
export function SignInCode({ onSignedIn, onBack }: SignInCodeProps) {
  const { t } = useTranslation('secondFactor');
  const [isBackup, setBackup] = useState(false);
  const { problem, isBusy, onSubmit } = useFormSubmit(async (fields) => {
    try {
      await api.signInByCode({
        code: String(fields.get('code')),
        trustDevice: fields.get('trustDevice') !== null,
      });
      onSignedIn();
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'sign-in-over')) throw error;
      onBack(error);
    }
    return undefined;
  });

  return (
    <EntryFrame
      title={t('signInTitle')}
      intro={isBackup ? t('signInBackupIntro') : t('signInIntro')}
    >
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <FormProblem text={problem} />
          <CodeInput isOnlyBackupCode={isBackup} hasFocus />
          <Checkbox
            name="trustDevice"
            label={t('trustDevice')}
            description={t('trustDeviceHint')}
          />
          <Button type="submit" loading={isBusy} fullWidth mt={4}>
            {t('submit')}
          </Button>
          <Group justify="space-between" gap="xs">
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setBackup((before) => !before)}
            >
              {isBackup ? t('useApp') : t('useBackupCode')}
            </Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onBack()}>
              {t('back')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" ta="center">
            {t('lost')}
          </Text>
        </Stack>
      </form>
    </EntryFrame>
  );
}
