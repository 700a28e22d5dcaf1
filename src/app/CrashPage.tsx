import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#ui/EmptyState.tsx';

/** When a page breaks by a defect of ours. */
export function CrashPage() {
  const { t } = useTranslation('shell');
  const { t: tCommon } = useTranslation('common');
  return (
    <main>
      <EmptyState
        icon={<IconMoodSad size={44} stroke={1.4} aria-hidden="true" />}
        title={t('crash.title')}
        text={t('crash.text')}
      >
        <Button mt="sm" onClick={() => location.reload()}>
          {tCommon('reload')}
        </Button>
      </EmptyState>
    </main>
  );
}
