import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#ui/EmptyState.tsx';

export interface WaitingProps {
  readonly text: string;
  onLeave(): void;
}

/** Nobody presents yet. */
export function Waiting({ text, onLeave }: WaitingProps) {
  const { t } = useTranslation('presentation');
  return (
    <EmptyState icon={<Loader size="sm" aria-hidden="true" />} title={text}>
      <Button variant="default" mt="sm" onClick={onLeave}>
        {t('follow.leave')}
      </Button>
    </EmptyState>
  );
}
