import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useMe } from '#app/me.ts';
import { EntryFrame } from '#app/signIn/EntryFrame.tsx';
import { usePageTitle } from '#app/usePageTitle.ts';
import type { Duty } from '#protocol/api.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';

export interface DutyPageProps {
  readonly duty: Duty;
  onDone(): void;
}

/** What has to be done after signing in before anything else is shown. */
export function DutyPage({ duty, onDone }: DutyPageProps) {
  const { t } = useTranslation('secondFactor');
  const { t: tShell } = useTranslation('shell');
  const { me, signOut } = useMe();
  const title = duty === 'new-password' ? t('dutyPassword') : t('dutyCode');
  usePageTitle(title);
  return (
    <EntryFrame
      title={title}
      intro={duty === 'new-password' ? t('dutyPasswordText') : t('dutyCodeText')}
    >
      {duty === 'new-password' ? (
        <PasswordForm
          email={me.email}
          currentLabel={t('initialPassword')}
          onChanged={() => {
            notifications.show({ message: t('passwordChosen') });
            onDone();
          }}
        />
      ) : (
        <SecondFactorSetUp email={me.email} onDone={onDone} />
      )}
      <Group mt="lg">
        <Button variant="subtle" color="gray" size="compact-sm" onClick={signOut}>
          {tShell('account.signOut')}
        </Button>
      </Group>
    </EntryFrame>
  );
}
