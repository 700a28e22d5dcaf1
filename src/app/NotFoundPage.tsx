import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '#ui/EmptyState.tsx';
import { usePageTitle } from './usePageTitle.ts';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  usePageTitle(t('notFound.title'));
  return (
    <main>
      <EmptyState
        icon={<IconMapOff size={44} stroke={1.4} aria-hidden="true" />}
        title={t('notFound.title')}
        text={t('notFound.text')}
      >
        <Button component={Link} href="/" mt="sm">
          {t('notFound.toList')}
        </Button>
      </EmptyState>
    </main>
  );
}
