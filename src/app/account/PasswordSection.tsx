import { Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useMe } from '#app/me.ts';
import { PasswordForm } from './PasswordForm.tsx';

export interface PasswordSectionProps {
  /** My sessions elsewhere have ended. */
  onSessionsEnded(): void;
}

/** A new password for myself; it ends my sessions elsewhere. */
export function PasswordSection({ onSessionsEnded }: PasswordSectionProps) {
  const { t } = useTranslation('shell');
  const { me } = useMe();
  return (
    <Paper component="section" withBorder radius="lg" p="lg">
      <Title order={2} size="h3">
        {t('account.password.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('account.password.text')}
      </Text>
      <PasswordForm
        email={me.email}
        currentLabel={t('account.password.current')}
        onChanged={() => {
          notifications.show({ message: t('account.password.changed'), autoClose: 8000 });
          onSessionsEnded();
        }}
      />
    </Paper>
  );
}
