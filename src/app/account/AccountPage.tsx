import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '#app/LanguageSwitch.tsx';
import { useMe } from '#app/me.ts';
import { PageFrame } from '#app/PageFrame.tsx';
import { ThemeSwitch } from '#app/ThemeSwitch.tsx';
import { usePageTitle } from '#app/usePageTitle.ts';
import { PersonAvatar } from '#ui/PersonAvatar.tsx';
import { toPersonColor } from '#ui/personColor.ts';
import { PasswordSection } from './PasswordSection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionSection } from './SessionSection.tsx';
import { TokenSection } from './TokenSection.tsx';

/** Who I am, how the application looks, how I sign in, my devices, and the tokens of my scripts. */
export function AccountPage() {
  const { t } = useTranslation('shell');
  const { me, signOut } = useMe();
  const [sessionRound, setSessionRound] = useState(0);
  const listSessionsAgain = () => setSessionRound((last) => last + 1);
  usePageTitle(t('account.title'));
  return (
    <PageFrame>
      <Stack gap="lg" maw={720} mx="auto">
        <Title order={1}>{t('account.title')}</Title>
        <Paper component="section" withBorder radius="lg" p="lg">
          <Group wrap="nowrap">
            <PersonAvatar name={me.name} color={toPersonColor(me.id)} size={48} />
            <div className="shareWho">
              <Text fw={600} truncate>
                {me.name}
              </Text>
              <Text size="sm" c="dimmed" truncate>
                {me.email}
                {me.isAdmin && ` · ${t('account.admin')}`}
              </Text>
            </div>
            <Button variant="default" onClick={signOut}>
              {t('account.signOut')}
            </Button>
          </Group>
        </Paper>
        <Paper component="section" withBorder radius="lg" p="lg">
          <Title order={2} size="h3" mb="md">
            {t('account.preferences')}
          </Title>
          <Group gap="lg">
            <LanguageSwitch />
            <ThemeSwitch />
          </Group>
        </Paper>
        <PasswordSection onSessionsEnded={listSessionsAgain} />
        <SecondFactorSection onSessionsEnded={listSessionsAgain} />
        <SessionSection key={sessionRound} />
        <TokenSection />
      </Stack>
    </PageFrame>
  );
}
