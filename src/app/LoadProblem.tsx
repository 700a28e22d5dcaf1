import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#ui/EmptyState.tsx';
import { toProblemText } from './problemText.ts';

export interface LoadProblemProps {
  readonly problem: unknown;
  onRetry(): void;
}

/** In place of something that could not be loaded. */
export function LoadProblem({ problem, onRetry }: LoadProblemProps) {
  const { t } = useTranslation('common');
  const { t: tErrors } = useTranslation('errors');
  return (
    <EmptyState
      icon={<IconCloudOff size={40} stroke={1.4} aria-hidden="true" />}
      title={toProblemText(problem, tErrors)}
    >
      <Button variant="light" mt="sm" onClick={onRetry}>
        {t('retry')}
      </Button>
    </EmptyState>
  );
}
