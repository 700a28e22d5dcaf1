import { Box, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '#app/LanguageSwitch.tsx';
import { Logo } from '#ui/Logo.tsx';
import './EntryFrame.css';

export interface EntryFrameProps {
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
}

/** The page that people see before they are in: the name, one card, the language. */
export function EntryFrame({ title, intro, children }: EntryFrameProps) {
  const { t } = useTranslation('common');
  return (
    <div className="entryFrame">
      <main className="entryMain">
        <Group gap="sm" mb="xl" justify="center">
          <Logo size={40} />
          <Box>
            <Text fw={700} fz="xl" lh={1.1}>
              {t('appName')}
            </Text>
            <Text c="dimmed" size="sm">
              {t('tagline')}
            </Text>
          </Box>
        </Group>
        <Paper withBorder radius="lg" p="xl" shadow="xs">
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed" size="sm" mt={4} mb="lg">
            {intro}
          </Text>
          {children}
        </Paper>
        <Group justify="center" mt="lg">
          <LanguageSwitch />
        </Group>
      </main>
    </div>
  );
}
