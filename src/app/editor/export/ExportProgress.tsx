import { Button, Group, Progress, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Store } from '#session/session.ts';

/** How far a file is; no page count where it is written in one go. */
export interface PagesDone {
  readonly doneCount: number;
  readonly pageCount: number;
}

interface ExportProgressProps {
  readonly pages: Store<PagesDone | undefined>;
  readonly onCancel: () => void;
}

/** What a person sees while a file takes longer. */
export function ExportProgress({ pages, onCancel }: ExportProgressProps) {
  const { t } = useTranslation('files');
  const done = useSyncExternalStore(pages.subscribe, pages.get);
  return (
    <>
      <Progress
        mt={6}
        size="sm"
        animated={done === undefined}
        value={done ? (100 * done.doneCount) / done.pageCount : 100}
        aria-label={t('progress')}
      />
      <Group justify="space-between" mt={6} wrap="nowrap">
        <Text size="xs" c="dimmed">
          {done ? t('pagesDone', { done: done.doneCount, count: done.pageCount }) : t('working')}
        </Text>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </>
  );
}
